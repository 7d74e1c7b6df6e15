/// What the library of cycles and change ideas says, in sentences.
package enum LibrarySentences {
    /// What was found: "12 cycles in 3 units: 4 adopted, 3 abandoned, 5 open.", and ideas that nobody has tested.
    ///
    /// - Parameter most: how many of it are listed at most.
    package static func found(_ library: CycleLibrary, isSearch: Bool, most: Int = .max) -> String {
        let cycles = library.items.compactMap(\.cycle)
        let ideas = library.items.count - cycles.count
        guard !library.items.isEmpty else {
            return isSearch
                ? "Nothing that you may read holds all of this. Fewer words, or the beginning of one, find more."
                : "Nothing is on record yet that you may read."
        }
        var sentences: [String] = []
        if !cycles.isEmpty {
            let places = Words.count(library.triedIn.count, "unit")
            sentences.append("\(Words.count(cycles.count, "cycle")) in \(places): \(standings(cycles)).")
        }
        if ideas > 0 { sentences.append("\(Words.count(ideas, "change idea")) that nobody has tested.") }
        if sentences.count > 1 { sentences.append("That is \(library.items.count) in all.") }
        if library.items.count > most { sentences.append("The first \(most) are here.") }
        return sentences.joined(separator: " ")
    }

    /// How many places have tried what is like a new one, as a heading.
    package static func tried(places: Int) -> String {
        "\(places == 1 ? "1 place" : "\(places) places") tried something like this; here is what they found"
    }

    /// What one cycle found, whatever became of it.
    package static func finding(of cycle: Cycle) -> String {
        guard cycle.phase == .closed else { return "It is still open." }
        return cycle.learned.isEmpty ? "What was learned was not written down." : ended(cycle.learned)
    }

    /// How the search works.
    package static let method = """
        All words must be there, in any order and in any of their forms; “in quotation marks” they must follow each \
        other. The last word need only be begun. Case and accents make no difference. What holds the words in its \
        question or title comes first, then what holds them most often, then the newest; what was decided makes no \
        difference.
        """

    private static func standings(_ cycles: [Cycle]) -> String {
        let decided = Cycle.Decision.allCases.map { decision in
            (cycles.count { $0.decision == decision }, past(decision))
        }
        let all = decided + [(cycles.count { $0.phase != .closed }, "open")]
        return all.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
    }

    private static func past(_ decision: Cycle.Decision) -> String {
        switch decision {
        case .adopt: "adopted"
        case .adapt: "adapted"
        case .abandon: "abandoned"
        case .extend: "extended"
        }
    }

    private static func ended(_ text: String) -> String {
        text.last.map { ".!?".contains($0) } == true ? text : text + "."
    }
}
