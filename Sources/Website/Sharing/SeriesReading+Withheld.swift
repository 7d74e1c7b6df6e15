import Sightline
import Statistics

extension SeriesReading {
    /// The periods that are withheld, for whatever reason.
    var withheldCount: Int {
        picture.observations.flags.count { $0.contains(.suppressed) }
    }

    /// What is withheld of it, for the caption of a chart whose line has gaps; nil where nothing is.
    var withheldWords: String? {
        guard withheldCount > 0 else { return nil }
        let periods = withheldCount == 1 ? "1 period is" : "\(withheldCount) periods are"
        let why = isOutside ? " to protect small numbers" : ""
        return "\(periods) withheld\(why): the line has a gap there, marked at its foot."
    }

    /// How small numbers of it are treated, in words; nil where they aren't.
    var ruleWords: String? {
        measure.disclosure.map { rule in
            let from = rule.withholdsZeros ? 0 : 1
            let range = rule.threshold - 1 == from ? "of \(from)" : "from \(from) to \(rule.threshold - 1)"
            let rounding = rule.rounding.map { " Other counts are rounded to the nearest \($0)." } ?? ""
            return
                "Counts \(range) are withheld from everyone outside the organisation that they are about, with as many "
                + "others as it takes that none can be worked out.\(rounding) Lines, limits and sentences are reckoned "
                + "from what is shown."
        }
    }
}
