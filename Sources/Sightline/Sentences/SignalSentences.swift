import Statistics

/// What a signal of the ledger says, in sentences.
package enum SignalSentences {
    /// What was found, and when: "All values from March 2024 to October 2024 lie above the centre line: a shift.".
    package static func what(_ entry: LedgerEntry) -> String {
        switch entry.origin {
        case .person(let raised): raised.words
        case .rule(let signal): what(signal, entry.place?.measure.definition.period ?? .day)
        }
    }

    /// How often chance alone would give as much; nil where that isn't known.
    package static func chance(_ entry: LedgerEntry) -> String? {
        guard let chance = entry.chance, let points = entry.place?.points else { return nil }
        let process = "A stable process of \(Words.count(points, "point")) would show as much somewhere"
        return "\(process) \(Words.frequency(chance)) at most, by chance alone."
    }

    /// The same for a narrow column: "about 1 time in 200".
    package static func shortChance(_ entry: LedgerEntry) -> String? { entry.chance.map(Words.frequency) }

    /// When it was: "March 2024", "March 2024 to October 2024".
    package static func window(_ entry: LedgerEntry) -> String {
        let period = entry.place?.measure.definition.period ?? .day
        let (first, last) = (period.label(for: entry.firstDay), period.label(for: entry.lastDay))
        return first == last ? first : "\(first) to \(last)"
    }

    private static func what(_ signal: Signal, _ period: Period) -> String {
        let window = signal.window
        let (first, last) = (period.phrase(for: window.firstDay), period.phrase(for: window.lastDay))
        let span = first == last ? period.moment(of: window.firstDay) : "from \(first) to \(last)"
        let side = window.side == .below ? "below" : "above"
        switch window.rule {
        case .outsideLimits, .westernElectric1, .nelson1:
            let limit = window.side == .below ? "lower" : "upper"
            return first == last
                ? "The value \(span) lies \(side) the \(limit) limit."
                : "Values \(span) lie \(side) the \(limit) limit."
        case .shift, .westernElectric4, .nelson2:
            return "All values \(span) lie \(side) the centre line: a shift."
        case .trend, .nelson3:
            return "Values \(window.side == .below ? "fall" : "rise") from one to the next \(span): a trend."
        case .twoOfThree, .westernElectric2, .nelson5:
            return "Two of three values \(span) are close to the "
                + "\(window.side == .below ? "lower" : "upper") limit."
        case .westernElectric3, .nelson6:
            return "Four of five values \(span) are well \(side) the centre line."
        case .nelson4: return "Values \(span) alternate up and down more regularly than chance would have it."
        case .nelson7: return "Values \(span) all lie closer to the centre line than chance would put them."
        case .nelson8: return "Values \(span) all lie away from the centre line, on either side."
        case .longRun: return "A run of values on one side is longer than chance would give, \(span)."
        case .fewCrossings, .tooFewRuns:
            return "Values \(span) cross the centre line less often than chance would have it."
        case .tooManyRuns:
            return "Values \(span) cross the centre line more often than chance would have it."
        }
    }
}
