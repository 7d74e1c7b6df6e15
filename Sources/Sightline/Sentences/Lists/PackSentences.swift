/// What is said of packs where several are counted.
package enum PackSentences {
    /// "1 measure", "7 measures".
    package static func measures(_ count: Int) -> String { Words.count(count, "measure") }

    /// How many there are that a reader may not read.
    package static func kept(_ count: Int) -> String {
        "\(count) more \(count == 1 ? "is" : "are") kept by the unit that made \(count == 1 ? "it" : "them")."
    }

    /// How many measures were made from one, as far as a reader may read them.
    package static func uses(_ count: Int) -> String {
        switch count {
        case 0: "No measure that you may read was made from it."
        case 1: "1 measure that you may read was made from it."
        default: "\(count) measures that you may read were made from it."
        }
    }

    /// How much is wrong with a file.
    package static func toPutRight(_ count: Int) -> String {
        "Nothing has been kept yet: \(Words.count(count, "thing")) to put right"
    }

    /// How much of that is listed.
    package static func problems(_ shown: Int, of all: Int) -> String {
        Words.here(shown, of: all, "thing to put right", "things to put right")
    }

    /// The packs of a list.
    ///
    /// - Parameter overdue: how many of them are overdue for review.
    package static func listed(_ count: Int, overdue: Int) -> String {
        guard count > 0 else { return "There is none here that you may read." }
        let late =
            overdue == 0 ? "" : " \(overdue) of them \(overdue == 1 ? "is" : "are") overdue for review."
        return "\(Words.count(count, "pack")).\(late)"
    }

    /// Those that come with the program.
    package static func shipped(_ count: Int) -> String {
        "\(Words.count(count, "pack")), which you can use, or keep as your own and change."
    }

    /// The measures of one, by what they are for.
    package static func content(_ measures: [Measure]) -> String {
        guard !measures.isEmpty else { return "It has no measure." }
        let told = Measure.Role.allCases.compactMap { role -> String? in
            let count = measures.count { $0.role == role }
            return count == 0 ? nil : "\(count) \(role.rawValue)"
        }
        return "\(self.measures(measures.count)): \(told.joined(separator: ", "))."
    }

    /// What using one would do.
    ///
    /// - Parameters:
    ///   - all: how many measures it has.
    ///   - new: how many of them would be made.
    ///   - keeper: who would keep them; nil where all units share them.
    package static func plan(_ all: Int, new: Int, keeper: String?) -> String {
        guard new > 0 else {
            return
                "\(measures(all)): there is nothing to make, all of \(all == 1 ? "it is" : "them are") there."
        }
        let made = "\(measures(all)), \(new) of which would be made."
        return keeper.map {
            "\(made) \($0) keeps \(new == 1 ? "it" : "them") to itself until someone says otherwise."
        }
            ?? "\(made) All units will share \(new == 1 ? "it" : "them")."
    }

    /// What is different from an earlier version.
    package static func differences(_ count: Int) -> String {
        count == 0
            ? "Nothing that a reader would see: only the text is laid out anew."
            : "\(Words.count(count, "difference"))."
    }
}
