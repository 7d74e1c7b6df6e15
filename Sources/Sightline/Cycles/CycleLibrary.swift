package import Storage

/// All cycles and change ideas that a reader may see, to look through before a new one starts.
package struct CycleLibrary: Sendable {
    /// What is found: a cycle, or a change idea that nobody has tested.
    package struct Item: Sendable {
        package let programme: Programme
        package let idea: TheoryNode
        /// Nil where the idea has no cycle.
        package let cycle: Cycle?
        /// How many of the words it holds.
        package let count: Int
    }

    /// What holds the most of the words first, then the newest.
    package let items: [Item]

    /// The units that have closed or open cycles among what is found.
    package var triedIn: Set<Unit.ID> { Set(items.filter { $0.cycle != nil }.map(\.programme.unit)) }

    /// Searches from a unit down, and in what is shared with the reader from elsewhere.
    ///
    /// - Parameter unit: nil for everywhere.
    package init(
        search: String,
        within unit: Unit.ID? = nil,
        for reader: Readership,
        on connection: any SQLConnection
    ) throws {
        let programmes = try ProgrammeStore.all(for: reader, on: connection).filter { programme in
            unit.map { reader.tree.contains(programme.unit, within: $0) } ?? true
        }
        let words = Self.words(of: search)
        var ideas: [TheoryNode.ID: TheoryNode] = [:]
        for programme in programmes {
            for node in try TheoryStore.nodes(of: programme.id, on: connection) where node.kind == .changeIdea
            {
                ideas[node.id] = node
            }
        }
        let byID = Dictionary(programmes.map { ($0.id, $0) }) { first, _ in first }
        let cycles: [(cycle: Cycle, count: Int)] =
            words.isEmpty
            ? try programmes.flatMap { try CycleStore.all(of: $0.id, on: connection).map { ($0, 0) } }
            : try CycleStore.holding(words, on: connection)
        var items: [Item] = []
        for (cycle, count) in cycles {
            guard let programme = byID[cycle.programme] else { continue }
            let removed = try TheoryStore.node(cycle.idea, of: programme.id, on: connection)
            guard let idea = ideas[cycle.idea] ?? removed else { continue }
            items.append(Item(programme: programme, idea: idea, cycle: cycle, count: count))
        }
        let tested = Set(items.map(\.idea.id))
        for idea in ideas.values where !tested.contains(idea.id) {
            let text = Self.fold("\(idea.title) \(idea.detail)")
            let count = words.count { text.contains($0) }
            guard count > 0 || words.isEmpty, let programme = byID[idea.programme] else { continue }
            items.append(Item(programme: programme, idea: idea, cycle: nil, count: count))
        }
        // A long question shares a word with much; what shares most of its words is what was meant.
        let least = words.count > 2 ? (words.count + 1) / 2 : 1
        self.items = items.filter { $0.count >= least || words.isEmpty }.sorted {
            $0.count != $1.count ? $0.count > $1.count : Self.age($0) > Self.age($1)
        }
    }

    private static func age(_ item: Item) -> (String) {
        item.cycle?.id.description ?? item.idea.id.description
    }

    /// Lower-case letters and digits, with single spaces between.
    static func fold(_ text: String) -> String {
        text.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
    }

    /// The words that a search looks for, without their endings and without those that are everywhere.
    static func words(of search: String) -> [String] {
        var words: [String] = []
        for word in fold(search).split(separator: " ").map(String.init) where !common.contains(word) {
            let stem = stem(word)
            if stem.count > 1, !words.contains(stem) { words.append(stem) }
            if words.count == mostWords { break }
        }
        return words
    }

    private static let mostWords = 12

    private static func stem(_ word: String) -> String {
        for ending in ["ing", "ed", "es", "s", "e"] where word.hasSuffix(ending) {
            let stem = word.dropLast(ending.count)
            if stem.count >= 4 { return String(stem) }
        }
        return word
    }

    private static let common: Set<String> = [
        "a", "about", "after", "all", "an", "and", "are", "as", "at", "be", "before", "by", "can", "do",
        "does",
        "every", "for", "from", "has", "have", "if", "in", "is", "it", "more", "new", "no", "not", "of", "on",
        "one", "or", "our", "so", "than", "that", "the", "their", "them", "then", "they", "this", "to", "was",
        "we", "what", "when", "where", "which", "who", "will", "with",
    ]
}
