/// What is different in a theory from what it was: nodes, arrows and evidence that came, went or say
/// something else.
package struct TheoryComparison: Equatable, Sendable {
    /// In the order of the newer theory, what went at the end.
    package let nodes: [Item<TheoryNode>]
    package let links: [Item<TheoryLink>]
    package let evidence: [Item<TheoryEvidence>]

    package enum Change: String, Equatable, Sendable {
        case added, removed, changed
    }

    package struct Item<Thing: Equatable & Sendable>: Equatable, Sendable {
        package let change: Change
        /// As it is now; as it was, for what went.
        package let thing: Thing
        /// The fields that say something else, each with what it said and what it says; none for what came or went.
        package let fields: [Field]
    }

    package struct Field: Equatable, Sendable {
        package let name: String
        package let before: String
        package let after: String
    }

    package init(from old: Theory, to new: Theory) {
        nodes = Self.items(from: old.nodes, to: new.nodes) { node, isNew in
            node.fields(hanging: isNew ? new.measures : old.measures)
        }
        links = Self.items(from: old.links, to: new.links) { link, _ in link.fields }
        evidence = Self.items(from: old.evidence, to: new.evidence) { piece, _ in piece.fields }
    }

    package var isEmpty: Bool { nodes.isEmpty && links.isEmpty && evidence.isEmpty }

    /// What became of a node; nil where it is as it was.
    package func change(of node: TheoryNode.ID) -> Change? { nodes.first { $0.thing.id == node }?.change }

    /// What became of an arrow; nil where it is as it was.
    package func change(of link: TheoryLink.ID) -> Change? { links.first { $0.thing.id == link }?.change }

    private static func items<Thing: Identifiable & Equatable & Sendable>(
        from old: [Thing],
        to new: [Thing],
        fields: (Thing, _ isNew: Bool) -> [Revision.Field]
    ) -> [Item<Thing>] {
        let before = Dictionary(old.map { ($0.id, $0) }) { first, _ in first }
        let after = Set(new.map(\.id))
        let here = new.compactMap { thing -> Item<Thing>? in
            guard let was = before[thing.id] else { return Item(change: .added, thing: thing, fields: []) }
            let said = fields(was, false)
            let changed = fields(thing, true).compactMap { field -> Field? in
                let earlier = said[field.name]
                guard field.value != earlier else { return nil }
                return Field(name: field.name, before: earlier, after: field.value)
            }
            return changed.isEmpty ? nil : Item(change: .changed, thing: thing, fields: changed)
        }
        let gone = old.filter { !after.contains($0.id) }
        return here + gone.map { Item(change: .removed, thing: $0, fields: []) }
    }
}
