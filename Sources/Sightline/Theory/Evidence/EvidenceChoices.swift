package import Storage

/// What can be attached to an arrow, of what is on record in the product.
package enum EvidenceChoices {
    /// So many are offered, the newest.
    package static let most = 100

    /// Signals of the measures of a programme, and those that people raised without a measure, in its unit and below,
    /// as far as they count and the reader may see them.
    ///
    /// The measures are those that hang on its theory, and those of its cycles.
    package static func signals(
        for link: TheoryLink,
        of programme: Programme,
        for reader: Readership,
        on connection: any SQLConnection
    ) throws -> [LedgerEntry] {
        let theory = try TheoryStore.theory(of: programme.id, on: connection)
        let cycles = try CycleStore.all(of: programme.id, on: connection)
        let measures = Set(
            theory.measures.map(\.measure) + theory.nodes.compactMap(\.measure) + cycles.compactMap(\.measure)
        )
        let attached = theory.evidence(of: link.id).map(\.source)
        let entries = try LedgerStore.all(
            about: measures.sorted(),
            within: programme.unit,
            for: reader,
            on: connection
        )
        let choices = entries.filter { entry in
            !entry.isWithdrawn && entry.state != .dismissed && !attached.contains(.signal(entry.id))
        }
        return Array(choices.sorted { ($0.lastDay, $0.id) > ($1.lastDay, $1.id) }.prefix(most))
    }

    /// Stories and learning notes that tell of a programme, or that belong to its unit or one below, as far as they
    /// count and the reader may see them.
    package static func stories(
        for link: TheoryLink,
        of programme: Programme,
        for reader: Readership,
        on connection: any SQLConnection
    ) throws -> [Story] {
        let theory = try TheoryStore.theory(of: programme.id, on: connection)
        let attached = theory.evidence(of: link.id).map(\.source)
        let own = try StoryStore.all(of: programme.id, for: reader, on: connection)
        let near = try StoryStore.all(within: programme.unit, for: reader, on: connection).stories
        var known: Set<Story.ID> = []
        let choices = (own + near).filter { story in
            known.insert(story.id).inserted && story.reach != nil && !attached.contains(.story(story.id))
        }
        return Array(choices.sorted { ($0.day, $0.id) > ($1.day, $1.id) }.prefix(most))
    }
}
