package import Storage

/// An arrow that something is evidence of, as its page tells.
package struct ToldArrow: Equatable, Sendable {
    package let programme: Programme
    package let evidence: TheoryEvidence
    /// What the arrow joins.
    package let from: String
    package let to: String

    /// The arrows that a signal or a story is attached to, as far as the reader may read their programmes; of the
    /// others nothing is told.
    package static func all(
        by source: TheoryEvidence.Source,
        for reader: Readership,
        on connection: any SQLConnection
    ) throws -> [ToldArrow] {
        try TheoryStore.evidence(by: source, on: connection).compactMap { evidence in
            guard let programme = try ProgrammeStore.find(evidence.programme, on: connection),
                reader.may(.read, programme)
            else { return nil }
            let theory = try TheoryStore.theory(of: programme.id, on: connection)
            guard let link = theory.links.first(where: { $0.id == evidence.link }),
                let from = theory[link.from], let to = theory[link.to]
            else { return nil }
            return ToldArrow(programme: programme, evidence: evidence, from: from.title, to: to.title)
        }
    }
}
