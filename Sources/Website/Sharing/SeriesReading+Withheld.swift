import Sightline
import Statistics

extension SeriesReading {
    /// The periods that are withheld, for whatever reason.
    var withheldCount: Int {
        picture.observations.flags.count { $0.contains(.suppressed) }
    }

    /// What is withheld of it, for the caption of a chart whose line has gaps; nil where nothing is.
    var withheldWords: String? {
        withheldCount > 0 ? SeriesSentences.gaps(withheldCount, protecting: isOutside) : nil
    }

    /// How small numbers of it are treated, in words; nil where they aren't.
    var ruleWords: String? {
        measure.disclosure.map { rule in
            SeriesSentences.rule(
                withholding: (rule.withholdsZeros ? 0 : 1)...max(
                    rule.withholdsZeros ? 0 : 1,
                    rule.threshold - 1
                ),
                rounding: rule.rounding
            )
        }
    }
}
