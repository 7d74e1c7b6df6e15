package import Statistics

/// What a unit's ledger of signals says as a whole.
package enum LedgerSentences {
    /// How many of its signals are more than chance would give.
    package static func summary(_ reading: LedgerReading) -> String {
        guard reading.found > 0 else {
            return "\(Words.series(reading.checked)) checked; the rules have found nothing."
        }
        let found = Words.count(reading.found, "signal")
        let begun = "\(Words.series(reading.checked)) checked, \(found) in the ledger."
        guard reading.standingOut > 0 else {
            return
                "\(begun) None is so unlikely that, among so many series, it is more than chance would give."
        }
        let verb = reading.standingOut == 1 ? "is" : "are"
        return "\(begun) \(reading.standingOut) of them \(verb) more than chance would give "
            + "with at most one series in twenty of those picked out a false alarm, over the long run."
    }

    /// How the product does its own work, over the last year.
    package static func pace(_ pace: LedgerPace) -> String {
        guard pace.signals > 0 else { return "No signal came into the ledger in the last year." }
        let came = "\(Words.count(pace.signals, "signal")) came into the ledger in the last year."
        let explained = "\(pace.explained) of them \(pace.explained == 1 ? "is" : "are") explained."
        guard let days = pace.medianDays else { return "\(came) \(explained) None has been decided about." }
        let decided = pace.daysToDecision.count
        return
            "\(came) \(explained) \(decided) \(decided == 1 ? "has" : "have") been decided about, half of them "
            + "within \(Words.count(days, "day"))."
    }

    /// How the summary comes about.
    package static let method = """
        Each signal has a figure: how often a stable process of as many points, judged by the same rules, would show \
        as much somewhere, taken as independent and normal. The less likely of a series' signals stands for the \
        series, and a series without one for certainty. Then, for each rule set, the procedure of Benjamini and \
        Hochberg (1995) picks out the series whose figures are too small to be chance among so many, with a share of \
        false alarms of at most one in twenty. Signals with a figure as small as theirs stand out.
        """

    /// What ``LedgerQuery/select(_:on:)`` orders by.
    package static let order = """
        First come signals whose day to look again has passed. Among the others, those that the newest point belongs \
        to, and those that a person raised, come before those that have ended; then those that stand out before those \
        that chance might give; then unwanted before neutral before wanted; then the least likely by chance; then the \
        newest.
        """

    /// A page of the list.
    ///
    /// - Parameters:
    ///   - all: how many signals fit.
    ///   - first: which of them is the first here, from 1.
    ///   - shown: how many are here.
    package static func listed(_ all: Int, from first: Int, shown: Int) -> String {
        guard all > 0 else { return "No signal fits." }
        guard shown < all else { return all == 1 ? "1 signal fits." : "\(Words.count(all, "signal")) fit." }
        return
            "\(Words.count(all, "signal")) fit; \(shown) of them \(shown == 1 ? "is" : "are") here, from \(first) to "
            + "\(first + shown - 1)."
    }

    /// What happened before a signal.
    package static func prompts(_ shown: Int, of all: Int, from first: Day, to last: Day) -> String {
        let days = "from \(Period.day.phrase(for: first)) to \(Period.day.phrase(for: last))"
        guard all > 0 else {
            return "Nothing is on record \(days), here or in the units beside it that you may see."
        }
        let what =
            shown < all
            ? "\(shown) of \(all) things are here that are" : all == 1 ? "1 thing is" : "\(all) things are"
        return
            "\(what) on record \(days), here and beside. These are questions to ask, and not causes: much else "
            + "happened too, and most of what comes before a signal has nothing to do with it."
    }

    /// What was done about a signal.
    ///
    /// - Parameter done: how many steps were taken since it was found.
    package static func history(_ done: Int, found: Timestamp) -> String {
        let came = "it came into the ledger on \(Period.day.phrase(for: found.day))"
        return done == 0
            ? "1 entry: \(came), and nobody has done anything about it yet."
            : "\(Words.count(done + 1, "entry", "entries")) since \(came)."
    }
}
