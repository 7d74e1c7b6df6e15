package import Statistics

/// What lists, tables and cards say as a whole, in sentences.
package enum ListSentences {
    /// What a card of a home page counts: the newest point of each series, and nothing before it.
    package static func card(_ card: UnitHome.Card) -> String {
        guard card.total > 0 else { return "Nothing is measured yet." }
        let told = told { card.counts[$0] ?? 0 }
        return "\(Words.series(card.total)), by the newest point of each: \(told)."
    }

    /// How many say what: "2 concern, 5 no signal".
    static func told(_ count: (Variation) -> Int) -> String {
        let parts: [([Variation], String)] = [
            ([.concern], "concern"), ([.improvement], "improvement"), ([.high, .low], "high or low"),
            ([.commonCause], "no signal"), ([.tooFew], "too few points to tell"),
        ]
        let counted = parts.map { (count: $0.reduce(0) { $0 + count($1) }, word: $1) }
        return counted.filter { $0.count > 0 }.map { "\($0.count) \($0.word)" }.joined(separator: ", ")
    }

    /// What can be taken out of a bin: when each thing was deleted, and until when it is kept.
    package static func bin(_ items: [(instant: Timestamp, expires: Timestamp)]) -> String {
        guard let newest = items.map(\.instant).max(), let next = items.map(\.expires).min() else {
            return "There is nothing in it that you could take out."
        }
        let deleted = Period.day.phrase(for: newest.day)
        let gone = Period.day.phrase(for: next.day)
        return items.count == 1
            ? "1 thing, deleted on \(deleted). It is deleted for good on \(gone)."
            : "\(items.count) things, the newest deleted on \(deleted). The first is deleted for good on \(gone)."
    }

    /// The tree of units.
    package static func units(_ units: [Unit]) -> String {
        let away = units.count { $0.membership != .joined }
        let absent = away == 0 ? "" : " \(away) of them \(away == 1 ? "has" : "have") paused or left."
        return "The community, its places, their organisations and teams: \(units.count) in all.\(absent)"
    }

    /// What leaders did together to grow, and what is to come.
    package static func activities(_ activities: [Activity], on today: Day) -> String {
        guard !activities.isEmpty else { return "None is on record here." }
        let over = activities.count { $0.lastDay < today }
        let coming = activities.count { $0.firstDay > today }
        let parts = [(activities.count - over - coming, "under way"), (coming, "to come"), (over, "over")]
        let told = parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
        return "\(activities.count == 1 ? "1 activity" : "\(activities.count) activities"): \(told)."
    }

    /// What people told or wrote, of which the newest comes first.
    ///
    /// - Parameters:
    ///   - days: of each one.
    ///   - one: what one is called: "page".
    ///   - several: what several are: "pages".
    package static func written(_ days: [Day], one: String, several: String) -> String {
        guard let newest = days.max() else { return "There is none here that you may read." }
        let day = Period.day.phrase(for: newest)
        return days.count == 1 ? "1 \(one), of \(day)." : "\(days.count) \(several), the newest of \(day)."
    }

    /// Stories and learning notes, of which the newest comes first.
    package static func stories(_ days: [Day]) -> String {
        written(days, one: "story or learning note", several: "stories and learning notes")
    }

    /// The notes that someone lets their coach see.
    package static func coachedNotes(_ days: [Day]) -> String { written(days, one: "note", several: "notes") }

    /// What they brought in.
    package static func coachedRecordings(_ days: [Day]) -> String {
        written(days, one: "recording", several: "recordings")
    }

    /// Stories that a reader may not read.
    package static func keptStories(_ count: Int) -> String {
        "\(count) more \(count == 1 ? "is" : "are") not for everyone: the unit keeps \(count == 1 ? "it" : "them"), or "
            + "whoever \(count == 1 ? "it tells" : "they tell") of has not agreed."
    }

    /// Written pages that a reader may not read.
    package static func keptPages(_ count: Int) -> String {
        "\(Words.count(count, "more page is", "more pages are")) kept by the unit that wrote "
            + "\(count == 1 ? "it" : "them"): ask its administrators."
    }

    /// Programmes that a reader may not read.
    package static func keptProgrammes(_ count: Int) -> String {
        count == 1
            ? "1 programme more is kept by the unit that it belongs to."
            : "\(count) programmes more are kept by the units that they belong to."
    }

    /// The versions of a theory.
    ///
    /// - Parameter instants: when each was written.
    package static func versions(_ instants: [Timestamp]) -> String {
        guard let first = instants.min(), let last = instants.max() else {
            return "Nothing has been written into it yet."
        }
        let (start, end) = (Period.day.phrase(for: first.day), Period.day.phrase(for: last.day))
        return instants.count == 1
            ? "1 version, of \(start)."
            : "\(instants.count) versions, the first of \(start), the last of \(end)."
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

    /// The rows of a page of a table.
    package static func rows(_ count: Int, from first: Int) -> String {
        count == 1
            ? "1 row is shown, the \(first)\(Self.ordinal(first))."
            : "\(count) rows are shown, from \(first) to \(first + count - 1)."
    }

    private static func ordinal(_ number: Int) -> String {
        switch (number % 100, number % 10) {
        case (11...13, _): "th"
        case (_, 1): "st"
        case (_, 2): "nd"
        case (_, 3): "rd"
        default: "th"
        }
    }

    /// Series that a table's filters leave, and what chance would give.
    ///
    /// - Parameter isAmongAll: whether chance is told of more than is listed.
    package static func series(found count: Int, _ chance: String, amongAll isAmongAll: Bool) -> String {
        "\(Words.series(count)) found. \(isAmongAll ? "Among all variations: " : "")\(chance)"
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
            guard total > 0 else { return "Nothing is measured here yet." }
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
