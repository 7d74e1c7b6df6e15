import Markup
package import Statistics

/// How long a change takes to show on a chart, in sentences.
package enum TimeToKnowSentences {
    /// The size of a change: "12.5 (1 standard deviation)", "gaps twice as long (1 standard deviation)"; deviations
    /// only where the chart has no limits.
    package static func size(_ time: TimeToKnow, in picture: SeriesPicture) -> String {
        let number = NumberText.fixed(time.shift, decimals: time.shift == time.shift.rounded() ? 0 : 1)
        let deviations = "\(number) standard deviation\(time.shift == 1 ? "" : "s")"
        let chart = picture.analysis.kind
        if let factor = TimeToKnow.factor(of: time.shift, on: chart) {
            let times = NumberText.fixed(factor, decimals: 1)
            let what =
                chart == .g || chart == .t ? "gaps \(times) times as long" : "spread \(times) times as wide"
            return "\(what) (\(deviations))"
        }
        guard let sigma = sigma(of: picture) else { return deviations }
        return "\(picture.measure.format.text(time.shift * sigma)) (\(deviations))"
    }

    /// Within how many periods: "9 months", or that it isn't known, or that it is more than anyone has searched.
    package static func periods(_ points: Int?, of time: TimeToKnow, in picture: SeriesPicture) -> String {
        guard time.time != nil else { return "not known" }
        let isOfEvents = time.weekly == .events
        let period = isOfEvents ? "event" : Words.name(picture.measure.definition.period)
        guard let points else { return "more than \(Words.count(TimeToDetect.longestSearch, period))" }
        return Words.count(points, period)
    }

    /// Whether numbers for every week would help.
    package static func weekly(_ time: TimeToKnow) -> String {
        switch time.weekly {
        case .sooner: "would show it sooner"
        case .notSooner: "would not show it sooner"
        case .cannotTell: "cannot tell"
        case .already: "has them already"
        case .events: "each event counts at once"
        }
    }

    /// What the figures take for granted.
    package static let method = """
        From simulated changes of the mean on a stable chart with limits from 24 points, judged by the same rules; on \
        MR and S charts the spread becomes wider, and on charts of rare events the gaps become longer. For weeks, a \
        period’s value is taken as the mean of its weeks, which vary independently; “cannot tell” is said where \
        what is known of smaller and larger changes doesn’t settle it.
        """

    /// A third of the way from the centre line to the upper limit, at the newest point; nil where that isn't the
    /// standard deviation of the points: a G chart's centre line is the median, a T chart's limits are bent.
    static func sigma(of picture: SeriesPicture) -> Double? {
        guard ![.g, .t].contains(picture.analysis.kind), let (index, phase) = picture.newest else {
            return nil
        }
        let offset = index - phase.range.lowerBound
        guard let centre = phase.centreLine?[offset], let upper = phase.limits?.upper[offset],
            upper > centre
        else { return nil }
        return (upper - centre) / 3
    }
}
