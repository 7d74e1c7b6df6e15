package import Statistics

/// What files that are sent, and what came of them, say in sentences.
package enum ImportSentences {
    /// What a file would do, before it is recorded.
    ///
    /// - Parameters:
    ///   - rows: how many it has.
    ///   - badRows: how many of them can't be recorded.
    ///   - series: how many series it speaks of.
    ///   - newSeries: how many of these it starts.
    package static func preview(
        rows: Int,
        badRows: Int,
        series: Int,
        newSeries: Int,
        _ changes: ChangeCounts
    ) -> String {
        guard rows > 0 else { return "Nothing of this file can be read. What is wrong is below." }
        let all = Words.count(rows, "row")
        guard series > 0 else { return "None of its \(all) can be recorded. What is wrong is below." }
        let what = "\(all) in \(Words.series(series))."
        guard changes.isChange else {
            return badRows == 0
                ? "\(what) Nothing would change: all of it has been recorded already."
                : "\(what) Nothing would change: what can be recorded has been recorded already, and "
                    + "\(Words.count(badRows, "row")) can’t be."
        }
        return "\(what) Recording it would leave \(self.changes(changes))"
            + (newSeries > 0 ? ", and start \(newSeries) new series." : ".")
    }

    /// What recording something did to observations: "12 added, 3 revised, 1 removed".
    package static func changes(_ counts: ChangeCounts) -> String {
        let parts = [
            (counts.appended, "added"), (counts.revised, "revised"), (counts.removed, "removed"),
            (counts.unchanged, "unchanged"),
        ]
        let words = parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
        return words.isEmpty ? "no change" : words.joined(separator: ", ")
    }

    /// What is wrong with a file.
    ///
    /// - Parameters:
    ///   - shown: how much of it is listed.
    ///   - canSkip: whether the rest could be recorded without it.
    package static func problems(_ count: Int, shown: Int, canSkip: Bool) -> String {
        let what = Words.here(shown, of: count, "problem", "problems")
        return canSkip
            ? "\(what) Mend the file and send it again, or record the good rows only."
            : "\(what) Mend the file and send it again."
    }

    /// The same as a heading.
    package static func wrong(badRows: Int) -> String {
        badRows == 0 ? "The file can’t be recorded" : "\(Words.count(badRows, "row")) can’t be recorded"
    }

    /// What can be recorded and looks like a mistake.
    package static func doubts(_ count: Int) -> String {
        count == 1
            ? "1 thing can be recorded and is more likely a mistake."
            : "\(count) things can be recorded and are more likely mistakes."
    }

    /// Periods after today.
    package static func future(_ periods: Int, first: String) -> String {
        "\(lie(periods)) after today, the first of them \(first). Is the year right?"
    }

    /// Periods very long ago.
    package static func old(_ periods: Int, years: Int, first: String) -> String {
        "\(lie(periods)) more than \(years) years ago, the first of them \(first). Is the year right?"
    }

    /// Periods after a unit left.
    package static func left(_ unit: String, on day: Day, _ periods: Int) -> String {
        "\(unit) left on \(Period.day.phrase(for: day)), and \(lie(periods)) after that."
    }

    /// The series that a file would change.
    package static func series(_ shown: Int, of all: Int) -> String {
        let here = shown < all ? "\(shown) of \(Words.series(all)) are here" : Words.series(all)
        return "\(here), \(all == 1 ? "" : "each ")as it is now and as it would be."
    }

    /// Files that wait for their sender.
    package static func waiting(_ count: Int) -> String {
        count == 1
            ? "You sent 1 file and have not said yet whether to record it. It is thrown away after a day."
            : "You sent \(count) files and have not said yet whether to record them. They are thrown away after a day."
    }

    private static func lie(_ periods: Int) -> String {
        periods == 1 ? "1 period lies" : "\(periods) periods lie"
    }
}
