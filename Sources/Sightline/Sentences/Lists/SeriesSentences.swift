package import Statistics

/// What the lists and tables of a series' page say, in sentences; its chart is told by ``Sentences``.
package enum SeriesSentences {
    /// The stretches that rules found.
    ///
    /// - Parameters:
    ///   - shown: how many of them are listed first.
    ///   - current: how many hold the newest point.
    ///   - rules: the title of the set of rules.
    package static func found(_ count: Int, shown: Int, current: Int, rules: String) -> String {
        guard count > 0 else { return "None of the rules of \(rules) has found anything." }
        let newest =
            switch current {
            case 0: "none of them at the newest point"
            case count where count == 1: "at the newest point"
            default: "\(current) of them at the newest point"
            }
        let what = "\(Words.count(count, "signal")) by the rules of \(rules), \(newest)."
        guard shown < count else { return what }
        return "\(what) \(shown) \(shown == 1 ? "is" : "are") listed here, the others below."
    }

    /// Those that wait until they are asked for.
    package static func foundBefore(_ count: Int) -> String {
        count == 1
            ? "1 signal of a point or a few, and past."
            : "\(count) signals of a point or a few, all of them past."
    }

    /// What is in the ledger of its signals.
    package static func ledger(_ shown: Int, of all: Int, explained: Int) -> String {
        guard all > 0 else { return "None of its signals is in the ledger." }
        guard explained > 0 else {
            let here = Words.here(shown, of: all, "signal", "signals", first: "the newest")
            return "\(here) Nobody has spoken of \(all == 1 ? "it" : "them") yet."
        }
        return Words.here(shown, of: all, "signal", "signals", first: "those that people spoke of")
    }

    /// Notes on the chart.
    ///
    /// - Parameters:
    ///   - days: of those that are on it.
    ///   - takenBack: how many were taken back.
    package static func notes(_ days: [Day], takenBack: Int) -> String {
        guard let newest = days.max() else {
            return takenBack == 0 ? "Nobody has written a note." : "No note stands."
        }
        let day = Period.day.phrase(for: newest)
        return days.count == 1 ? "1 note, of \(day)." : "\(days.count) notes, the newest of \(day)."
    }

    /// Notes that were taken back.
    package static func notesTakenBack(_ count: Int) -> String {
        count == 1
            ? "1 note was taken back: it is off the chart, and still to be read."
            : "\(count) notes were taken back: they are off the chart, and still to be read."
    }

    /// The starts of new phases.
    ///
    /// - Parameters:
    ///   - starts: of those that hold.
    ///   - takenBack: how many were taken back.
    package static func phases(_ starts: [Day], takenBack: Int) -> String {
        let back =
            takenBack == 0 ? "" : " \(takenBack) of them \(takenBack == 1 ? "was" : "were") taken back."
        let all = starts.count + takenBack
        guard let newest = starts.max() else {
            return all == 0
                ? "One phase: the limits come from all points."
                : "\(Words.count(all, "start of a phase, and it was", "starts of phases, and all were")) taken back: "
                    + "the limits come from all points."
        }
        let since = "The newest limits hold from \(Period.day.phrase(for: newest))."
        return "\(Words.count(all, "start of a phase", "starts of phases")).\(back) \(since)"
    }

    /// The editions of its numbers.
    package static func editions(_ instants: [Timestamp]) -> String {
        guard let newest = instants.max() else { return "Nothing has been recorded." }
        let day = Period.day.phrase(for: newest.day)
        return instants.count == 1
            ? "1 edition, of \(day). Every state of the numbers is kept."
            : "\(instants.count) editions, the newest of \(day). Every state of the numbers is kept."
    }

    /// The versions of its measure's definition.
    package static func definitions(_ instants: [Timestamp]) -> String {
        guard let newest = instants.max() else { return "It has no definition." }
        let day = Period.day.phrase(for: newest.day)
        return instants.count == 1
            ? "1 version, since \(day)." : "\(instants.count) versions, the newest since \(day)."
    }

    /// The periods of a table.
    ///
    /// - Parameters:
    ///   - days: of all periods, the oldest first.
    ///   - unplotted: how many have no value, or none that is shown.
    package static func table(of days: [Day], _ period: Period, unplotted: Int) -> String {
        guard let first = days.first, let last = days.last else { return "There are no numbers." }
        let missing =
            unplotted == 0 ? "" : " \(unplotted) of them \(unplotted == 1 ? "has" : "have") no value here."
        guard days.count > 1 else { return "1 \(period.rawValue): \(period.phrase(for: first)).\(missing)" }
        return
            "\(Words.count(days.count, period.rawValue)) from \(period.phrase(for: first)) to "
            + "\(period.phrase(for: last)), the newest first.\(missing)"
    }

    /// The gaps of a chart's line where periods are withheld.
    ///
    /// - Parameter isProtecting: whether because numbers are small.
    package static func gaps(_ count: Int, protecting isProtecting: Bool) -> String {
        let why = isProtecting ? " to protect small numbers" : ""
        return
            "\(Words.count(count, "period is", "periods are")) withheld\(why): the line has a gap there, marked at "
            + "its foot."
    }

    /// How small numbers are treated.
    package static func rule(withholding counts: ClosedRange<Int>, rounding: Int?) -> String {
        let range =
            counts.count == 1
            ? "of \(counts.lowerBound)" : "from \(counts.lowerBound) to \(counts.upperBound)"
        let rounded = rounding.map { " Other counts are rounded to the nearest \($0)." } ?? ""
        return
            "Counts \(range) are withheld from everyone outside the organisation that they are about, with as many "
            + "others as it takes that none can be worked out.\(rounded) Lines, limits and sentences are reckoned from "
            + "what is shown."
    }

    /// The same where there is no rule.
    package static let noRule = "This measure has no rule for small numbers: others see every number."

    /// In place of a chart.
    ///
    /// - Parameter isUndone: whether all that was recorded has been taken back.
    package static func noChart(isUndone: Bool = false) -> String {
        isUndone
            ? "The editions below say what was there, and why it was taken back."
            : "There is nothing to draw yet."
    }

    /// In place of what a chart says, where all that was recorded has been taken back.
    package static let undone = "There are no numbers now: what was recorded has been taken back."

    /// In place of a chart of whole periods.
    package static func noWhole(_ period: Period) -> String {
        "There is no whole \(period.rawValue) to tell of yet."
    }

    /// What is withheld from those outside.
    package static func withheld(small: Int, protecting: Int) -> String {
        guard small + protecting > 0 else { return "Nothing of this series is withheld now." }
        func periods(_ count: Int) -> String { count == 1 ? "1 period is" : "\(count) periods are" }
        return
            "\(periods(small)) withheld because a number in \(small == 1 ? "it" : "them") is small, and "
            + "\(periods(protecting)) withheld so that those can’t be worked out, or because they were withheld "
            + "before. Others can’t tell which is which."
    }

    /// The measures that a programme, or anything else, is watched by.
    package static func charts(_ count: Int) -> String {
        count == 1 ? "1 measure has numbers here." : "\(count) measures have numbers here."
    }
}
