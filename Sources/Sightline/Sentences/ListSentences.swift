import Statistics

/// What lists, tables and cards say as a whole, in sentences.
package enum ListSentences {
    /// What a card of a home page counts: the newest point of each series, and nothing before it.
    package static func card(_ card: UnitHome.Card) -> String {
        guard card.total > 0 else { return "Nothing is measured yet." }
        func count(_ variations: [Variation]) -> Int {
            variations.reduce(0) { $0 + (card.counts[$1] ?? 0) }
        }
        let parts: [(Int, String)] = [
            (count([.concern]), "concern"), (count([.improvement]), "improvement"),
            (count([.high, .low]), "high or low"), (count([.commonCause]), "no signal"),
            (count([.tooFew]), "too few points to tell"),
        ]
        let told = parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
        return "\(Words.series(card.total)), by the newest point of each: \(told)."
    }

    /// The records of a page of the audit trail, of which the newest comes first.
    package static func audit(
        _ count: Int,
        from oldest: Timestamp?,
        to newest: Timestamp?,
        isMore: Bool
    ) -> String {
        guard count > 0, let oldest, let newest else { return "Nothing is on record that fits." }
        let (first, last) = (Period.day.phrase(for: oldest.day), Period.day.phrase(for: newest.day))
        let span = first == last ? "of \(first)" : "from \(first) to \(last)"
        let more = isMore ? " Older ones follow." : ""
        return "\(Words.count(count, "record")) \(span), the newest first.\(more)"
    }

    /// What was recorded lately, of which the newest comes first.
    package static func recordings(_ count: Int, newest: Timestamp?) -> String {
        guard count > 0, let newest else { return "Nothing has been recorded here yet." }
        return "The newest \(count == 1 ? "recording" : "\(count) recordings"), the last on "
            + "\(Period.day.phrase(for: newest.day)). Each can be taken back."
    }

    /// Series that were checked, the signals of their newest points, and how many chance alone would give.
    ///
    /// - Parameters:
    ///   - expected: how many signals chance alone would give among those that it is known for.
    ///   - known: how many those are.
    package static func chance(checked: Int, signals: Int, expected: Double, known: Int) -> String {
        let found = "\(Words.series(checked)) checked, \(Words.count(signals, "signal"));"
        guard known > 0 else { return "\(found) how many chance alone would give is not known." }
        let rounded = Int(expected.rounded())
        let some = known < checked ? " (known for \(known) of them)" : ""
        let number = rounded == 0 ? "less than one" : "about \(rounded)"
        return "\(found) chance alone would give \(number)\(some)."
    }

    /// How much data is due.
    package static func waiting(_ count: Int) -> String {
        switch count {
        case 0: "No data is due."
        case 1: "1 waits for data that is due."
        default: "\(count) wait for data that is due."
        }
    }

    /// What a unit's home says: what was checked, and what waits.
    package static func home(_ home: UnitHome) -> String {
        guard home.checked > 0 else {
            let total = home.cards.reduce(0) { $0 + $1.total }
            return "\(Words.series(total)) so far, none with enough points to tell. \(waiting(home.dueCount))"
        }
        let chance = chance(
            checked: home.checked,
            signals: home.signalCount,
            expected: home.expectedByChance,
            known: home.cards.reduce(0) { $0 + $1.withKnownChance }
        )
        return "\(chance) \(waiting(home.dueCount))"
    }
}
