package import Statistics
package import Storage

/// The theory of a programme as it stood at any instant, told from what its nodes, its arrows and their evidence said
/// after each change.
package struct TheoryHistory: Sendable {
    /// The instants at which something changed, the oldest first.
    package let versions: [Version]
    private let nodes: [Told<TheoryNode>]
    private let links: [Told<TheoryLink>]
    private let evidence: [Told<TheoryEvidence>]
    private let measures: [TheoryMeasure]

    package struct Version: Equatable, Sendable {
        /// From 1.
        package let number: Int
        package let instant: Timestamp
        /// Empty where nobody is on record for it.
        package let author: String
    }

    /// A node, an arrow or a piece of evidence as it is now, with its revisions, the oldest first.
    private struct Told<Thing: Sendable>: Sendable {
        let thing: Thing
        let made: Timestamp
        let removed: Timestamp?
        let revisions: [Revision]

        /// What it said at an instant and before; nil where that wasn't kept, and it said what it says now.
        func revision(at instant: Timestamp) -> Revision? {
            revisions.last { ($0.instant ?? made) <= instant }
        }

        /// Whether it was part of the theory.
        func isIn(at instant: Timestamp) -> Bool {
            guard made <= instant else { return false }
            guard let revision = revision(at: instant) else { return removed.map { $0 > instant } ?? true }
            return revision.fields["in-theory"] != "no"
        }
    }

    package init(of programme: Programme.ID, on connection: any SQLConnection) throws {
        let now = try TheoryStore.everything(in: programme, on: connection)
        let said = try RevisionStore.all(ofTheory: programme, on: connection)
        func told<Thing>(
            _ thing: Thing,
            _ id: Identifier<Thing>,
            _ removal: TheoryRemoval?
        ) -> Told<Thing> {
            let revisions = said[id.description] ?? []
            let made = revisions.first?.instant ?? id.instant
            return Told(thing: thing, made: made, removed: removal?.instant, revisions: revisions)
        }
        nodes = now.nodes.map { told($0, $0.id, $0.removal) }
        links = now.links.map { told($0, $0.id, $0.removal) }
        evidence = now.evidence.map { told($0, $0.id, $0.removal) }
        measures = now.measures
        var authors: [Timestamp: String] = [:]
        func note<Thing>(_ told: Told<Thing>) {
            for instant in [told.made, told.removed].compactMap({ $0 }) where authors[instant] == nil {
                authors[instant] = ""
            }
            for revision in told.revisions {
                guard let instant = revision.instant else { continue }
                authors[instant] = revision.author?.name ?? ""
            }
        }
        for node in nodes { note(node) }
        for link in links { note(link) }
        for piece in evidence { note(piece) }
        versions = authors.keys.sorted().enumerated().map { index, instant in
            Version(number: index + 1, instant: instant, author: authors[instant] ?? "")
        }
    }

    /// The newest version that there was at the end of a day; nil where there was none yet.
    package func version(on day: Day) -> Version? { versions.last { $0.instant.day <= day } }

    /// The theory as it stood at an instant, that of a change included.
    package func theory(at instant: Timestamp) -> Theory {
        var present: [TheoryNode] = []
        var hung: [TheoryMeasure] = []
        for told in nodes where told.isIn(at: instant) {
            var node = told.thing
            node.removal = nil
            guard let revision = told.revision(at: instant) else {
                present.append(node)
                hung += measures.filter { $0.node == node.id }
                continue
            }
            let read = node.reading(revision.fields)
            present.append(read.node)
            hung += read.measures
        }
        let ids = Set(present.map(\.id))
        let arrows = links.filter { $0.isIn(at: instant) }.map { Self.link($0, at: instant) }
        return Theory(
            nodes: present,
            links: arrows.filter { ids.contains($0.from) && ids.contains($0.to) },
            measures: hung,
            evidence: evidence.filter { $0.isIn(at: instant) }.map { told in
                var piece = told.revision(at: instant).map { told.thing.reading($0.fields) } ?? told.thing
                piece.removal = nil
                return piece
            }
        )
    }

    private static func link(_ told: Told<TheoryLink>, at instant: Timestamp) -> TheoryLink {
        var link = told.thing
        link.removal = nil
        guard let revision = told.revision(at: instant) else { return link }
        link.because = revision.fields["because"]
        link.assumptions = revision.fields["assumptions"]
        link.judgement = LinkState(rawValue: revision.fields["judgement"]).map { state in
            // Whoever said this first of the revisions that go on saying it.
            let names = ["judgement", "judgement-reason"]
            let run = told.revisions.prefix { $0.number <= revision.number }.reversed().prefix { other in
                names.allSatisfy { other.fields[$0] == revision.fields[$0] }
            }
            return TheoryLink.Judgement(
                state: state,
                reason: revision.fields["judgement-reason"],
                name: run.last?.author?.name ?? "",
                instant: run.last?.instant ?? told.made
            )
        }
        return link
    }
}

extension RevisionStore {
    /// What the nodes, the arrows and the evidence of a programme said, by their ids, the oldest first.
    fileprivate static func all(
        ofTheory programme: Programme.ID,
        on connection: any SQLConnection
    ) throws -> [String: [Revision]] {
        var found: [String: [Revision]] = [:]
        try connection.each(
            """
            SELECT number, content, author, person_id, instant, subject_id FROM revision
            WHERE kind = ? AND subject_id IN (SELECT n.id FROM theory_node n WHERE n.programme_id = ?)
                OR kind = ? AND subject_id IN (SELECT l.id FROM theory_link l WHERE l.programme_id = ?)
                OR kind = ? AND subject_id IN (SELECT e.id FROM theory_evidence e WHERE e.programme_id = ?)
            ORDER BY subject_id, number
            """,
            [
                .word(Revision.Kind.node), .id(programme), .word(Revision.Kind.arrow), .id(programme),
                .word(Revision.Kind.evidence), .id(programme),
            ]
        ) { found[try $0.text(5), default: []].append(try revision(from: $0)) }
        return found
    }
}

extension Identifier {
    /// When it was made, to the millisecond: the first 48 bits of a version 7 UUID.
    fileprivate var instant: Timestamp {
        let digits = description.filter { $0 != "-" }.prefix(12)
        return Timestamp(microseconds: (Int64(digits, radix: 16) ?? 0) * 1_000)
    }
}
