import Drawing
import Markup
import Sightline
import Statistics

/// The one way from a series to its chart: for the page, for files, and small beside others.
enum SeriesChart {
    /// The chart of one series with its notes and the ghosts of earlier limits.
    static func chart(
        of reading: SeriesReading,
        size: ChartSize,
        showsTitle: Bool,
        idPrefix: String
    ) -> ControlChart {
        var chart = chart(of: reading.picture, title: reading.heading, idPrefix: idPrefix)
        let charted = reading.picture.chartedDays
        chart.notes = reading.annotations.enumerated().compactMap { index, note in
            // A note that the axis has no room for must not stand at another day.
            guard charted?.contains(note.day) == true else { return nil }
            return ChartNote(day: note.day, number: index + 1, text: note.text)
        }
        chart.ghosts = ghosts(in: reading.picture.analysis)
        chart.size = size
        chart.showsTitle = showsTitle
        return chart
    }

    /// The chart of one series, without anything beside it.
    static func chart(of picture: SeriesPicture, title: String, idPrefix: String) -> ControlChart {
        let measure = picture.measure
        var chart = ControlChart(
            title: title,
            summary: Sentences.statement(of: picture).text,
            days: picture.observations.days,
            period: measure.definition.period,
            analysis: picture.analysis,
            format: format(of: measure),
            idPrefix: idPrefix
        )
        chart.subtitle = subtitle(of: measure)
        chart.withheld = picture.observations.indices.filter {
            picture.observations.flags[$0].contains(.suppressed)
        }
        chart.target =
            AnalysisBuilder.options(of: measure, picture.observations, phases: picture.phases).target
        return chart
    }

    /// What the values are: "Attendances seen within four hours out of all attendances, %, by month".
    static func subtitle(of measure: Measure) -> String {
        let definition = measure.definition
        let counted = definition.denominator.map { "\(definition.numerator) / \($0)" } ?? definition.numerator
        let unit = measure.format.unit.isEmpty ? "" : ", \(measure.format.unit)"
        return "\(counted)\(unit), by \(definition.period.rawValue)"
    }

    static func format(of measure: Measure) -> Markup.ValueFormat {
        let format = measure.format
        return Markup.ValueFormat(
            // Of "£ thousand" the axis has the number only: its caption says the rest.
            prefix: format.unit == format.currency ? format.unit : "",
            suffix: format.unit == "%" ? "%" : "",
            decimals: measure.format.decimals
        )
    }

    /// The limits that each phase took over from, so that nobody loses sight of them.
    private static func ghosts(in analysis: Analysis) -> [GhostLines] {
        zip(analysis.phases, analysis.phases.dropFirst()).compactMap { earlier, later in
            let last = earlier.range.count - 1
            guard last >= 0, let centre = earlier.centreLine?[last] else { return nil }
            var limits: ClosedRange<Double>?
            if let lower = earlier.limits?.lower[last], let upper = earlier.limits?.upper[last],
                lower <= upper
            {
                limits = lower...upper
            }
            return GhostLines(range: later.range, centreLine: centre, limits: limits)
        }
    }
}
