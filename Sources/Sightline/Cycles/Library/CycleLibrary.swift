package import Storage

/// All cycles and change ideas that a reader may see, to look through before a new one starts.
///
/// Of what the reader may not see nothing is told, counted or weighed.
package struct CycleLibrary: Sendable {
    /// What is found: a cycle, or a change idea that nobody has tested.
    package struct Item: Sendable {
        package let programme: Programme
        package let idea: TheoryNode
        /// Nil where the idea has no cycle.
        package let cycle: Cycle?
        /// How many of the terms it holds.
        package let count: Int
        let score: Double
    }

    /// What holds the most of what is looked for first, then what holds it best, then the newest.
    package let items: [Item]

    /// The units that have closed or open cycles among what is found.
    package var triedIn: Set<Unit.ID> { Set(items.filter { $0.cycle != nil }.map(\.programme.unit)) }

    /// Searches in what is the reader's and in what is shared with them from elsewhere.
    package init(
        _ search: LibrarySearch,
        _ filter: LibraryFilter = LibraryFilter(),
        for reader: Readership,
        on connection: any SQLConnection
    ) throws {
        let programmes = try ProgrammeStore.all(for: reader, on: connection).filter { programme in
            filter.within.map { reader.tree.contains(programme.unit, within: $0) } ?? true
        }
        var hits: [String: (count: Int, score: Double)] = [:]
        var hitProgrammes: Set<Programme.ID> = []
        if !search.isEverything {
            for hit in try LibraryIndex.hits(search, on: connection) where hit.count >= search.least {
                hits[hit.entry.item] = (hit.count, hit.score)
                hitProgrammes.insert(hit.entry.programme)
            }
        }
        var items: [Item] = []
        for programme in programmes where search.isEverything || hitProgrammes.contains(programme.id) {
            let nodes = try TheoryStore.nodes(of: programme.id, on: connection)
            let ideas = nodes.filter { $0.kind == .changeIdea }
            let byID = Dictionary(ideas.map { ($0.id, $0) }) { first, _ in first }
            let cycles = try CycleStore.all(of: programme.id, on: connection)
            for cycle in cycles where filter.includes(cycle) {
                guard let rank = Self.rank(cycle.id.description, hits, search) else { continue }
                let removed =
                    try byID[cycle.idea] == nil
                    ? TheoryStore.node(cycle.idea, of: programme.id, on: connection) : nil
                guard let idea = byID[cycle.idea] ?? removed else { continue }
                items.append(Item(programme, idea, cycle, rank))
            }
            let tested = Set(cycles.map(\.idea))
            for idea in ideas where !tested.contains(idea.id) && filter.includes(nil) {
                guard let rank = Self.rank(idea.id.description, hits, search) else { continue }
                items.append(Item(programme, idea, nil, rank))
            }
        }
        self.items = items.sorted { left, right in
            if left.count != right.count { return left.count > right.count }
            if left.score != right.score { return left.score > right.score }
            return left.age > right.age
        }
    }

    private static func rank(
        _ item: String,
        _ hits: [String: (count: Int, score: Double)],
        _ search: LibrarySearch
    ) -> (count: Int, score: Double)? {
        search.isEverything ? (0, 0) : hits[item]
    }
}

extension CycleLibrary.Item {
    fileprivate init(
        _ programme: Programme,
        _ idea: TheoryNode,
        _ cycle: Cycle?,
        _ rank: (count: Int, score: Double)
    ) {
        self.init(
            programme: programme,
            idea: idea,
            cycle: cycle,
            count: rank.count,
            score: rank.score
        )
    }

    fileprivate var age: String { cycle?.id.description ?? idea.id.description }
}
