import Markup
import Statistics

extension TimeToKnowSentences {
    /// How long a change of some size, in the measure's unit, would take to show on a chart as it stands.
    package static func answer(_ change: Double, in picture: SeriesPicture) -> String {
        let analysis = picture.analysis
        let period = picture.measure.definition.period
        let amount = picture.measure.format.text(abs(change))
        guard change != 0, change.isFinite else { return "A change of nothing can’t show." }
        guard let phase = picture.newest?.phase else {
            return "There are no values yet, so it can’t be told how long a change would take to show."
        }
        let lacking = picture.measure.chart.minimumPoints - phase.plottedCount
        guard lacking <= 0 else {
            return
                "The chart can’t tell signals from chance before it has \(Words.count(lacking, "more point")): "
                + "wait with the test for \(lacking == 1 ? "it" : "them"), or find older numbers."
        }
        guard change > 0 || TimeToKnow.factor(of: 1, on: analysis.kind) == nil else {
            return
                "Only wider spreads and longer gaps were simulated, so it can’t be told how long a change of "
                + "\(amount) downwards would take to show."
        }
        guard let sigma = sigma(of: picture) else {
            return
                "The chart’s limits don’t say how much values vary by chance, so it can’t be told how long a change "
                + "of \(amount) would take to show."
        }
        let size = abs(change) / sigma
        let times = TimeToKnow.table(chart: analysis.kind, rules: analysis.rules, period: period)
        guard times.contains(where: { $0.time != nil }) else {
            return
                "Nobody has simulated this kind of chart with these rules, so it can’t be told how long a change of "
                + "\(amount) would take to show."
        }
        let deviations = NumberText.fixed(size, decimals: 1)
        let measured = "A lasting change of \(amount) (\(deviations) standard deviations of this chart)"
        // A larger change takes no longer than the nearest smaller one that was simulated.
        guard let known = times.last(where: { $0.shift <= size && $0.time != nil }) else {
            let least = times.first { $0.time != nil }
            let bound =
                least.map { periods($0.time?.eightyPercent?.points, of: $0, in: picture) } ?? "not known"
            return
                "\(measured) is smaller than any that was simulated; even one of half a standard deviation takes "
                + "\(bound) to show four times in five."
        }
        let isExact = abs(known.shift - size) < 0.05
        let most = isExact ? "" : "at most "
        let likely = periods(known.time?.eightyPercent?.points, of: known, in: picture)
        let shows =
            known.time?.eightyPercent == nil
            ? "\(measured) may take \(likely) to show"
            : "\(measured) would show four times in five within \(most)\(likely)"
        return "\(shows). \(weeklySentence(known))"
    }

    /// The same for an aim: what has to change from the centre line as it stands to the target.
    package static func answer(toReach target: Double, in picture: SeriesPicture) -> String? {
        guard let (index, phase) = picture.newest,
            let centre = phase.centreLine?[index - phase.range.lowerBound]
        else { return nil }
        let format = picture.measure.format
        guard target != centre else { return "The \(Words.centre(picture)) is at the target already." }
        return "From the \(Words.centre(picture)) of \(format.text(centre)) to the target of "
            + "\(format.text(target)): \(lowercasedFirst(answer(target - centre, in: picture)))"
    }

    /// What changes of one and of two standard deviations take; one sentence where that can't be told.
    package static func examples(in picture: SeriesPicture) -> [String] {
        guard let sigma = sigma(of: picture) else { return [answer(1, in: picture)] }
        let answers = [answer(sigma, in: picture), answer(2 * sigma, in: picture)]
        return answers[0] == answers[1] ? [answers[0]] : answers
    }

    private static func weeklySentence(_ time: TimeToKnow) -> String {
        switch time.weekly {
        case .sooner: "Numbers for every week would show it sooner."
        case .notSooner: "Numbers for every week would not show it sooner."
        case .cannotTell: "Whether numbers for every week would show it sooner can’t be told."
        case .already: "It has numbers for every week or day already."
        case .events: "Each event counts at once."
        }
    }

    private static func lowercasedFirst(_ text: String) -> String {
        text.prefix(1).lowercased() + text.dropFirst()
    }
}
