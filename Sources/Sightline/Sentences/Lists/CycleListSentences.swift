/// What the lists of cycles and of what belongs to one say, in sentences.
package enum CycleListSentences {
    /// A column of the board.
    ///
    /// - Parameters:
    ///   - shown: how many of it are listed.
    ///   - stuck: how many of these are stuck.
    package static func column(_ phase: Cycle.Phase, _ shown: Int, of all: Int, stuck: Int) -> String {
        guard all > 0 else { return "No cycle." }
        guard phase != .closed else {
            return Words.here(shown, of: all, "closed cycle", "closed cycles", first: "the newest")
        }
        let held =
            stuck == 0
            ? ""
            : " \(stuck == all && all == 1 ? "It is" : "\(stuck) of them \(stuck == 1 ? "is" : "are")") stuck."
        return "\(Words.here(shown, of: all, "cycle", "cycles", first: "the longest open"))\(held)"
    }

    /// The cycles of a programme that are stuck.
    package static func stuck(_ count: Int) -> String {
        count == 1
            ? "1 cycle is open for more than six weeks: close it, or make it smaller."
            : "\(count) cycles are open for more than six weeks: close them, or make them smaller."
    }

    /// The versions of a prediction.
    ///
    /// - Parameter isLocked: whether the test has begun.
    package static func predictions(_ count: Int, isLocked: Bool) -> String {
        guard count > 0 else { return "Nothing was predicted." }
        let locked = isLocked ? "locked since the test began" : "not locked yet"
        return count == 1
            ? "1 prediction, \(locked)." : "\(count) versions of the prediction, the first \(locked)."
    }

    /// How much of a good test a cycle has.
    package static func features(_ met: Int, of all: Int) -> String {
        "\(met) of \(all) features of a good test \(met == 1 ? "is" : "are") there. That is found from this record; "
            + "nobody types it. It is advice, and stops nothing."
    }

    /// What answers how long a change takes to show, for several measures.
    package static func answers(_ count: Int) -> String {
        count == 1
            ? "For 1 measure of the theory, what a lasting change takes to show."
            : "For \(count) measures of the theory, what a lasting change takes to show."
    }

    /// The sizes of a change in a table.
    package static func sizes(_ count: Int) -> String {
        "\(Words.count(count, "size")) of a lasting change, and how long each takes to show on this chart."
    }

    /// Places that tried something like a new one.
    package static func similar(_ shown: Int, of all: Int) -> String {
        Words.here(shown, of: all, "place", "places", first: "what fits best")
    }
}
