/// The theory of one programme: what it aims at and what people believe brings that about.
package struct Theory: Equatable, Sendable {
    /// From the aim outwards, each kind from the top.
    package let nodes: [TheoryNode]
    /// In the order in which they were made.
    package let links: [TheoryLink]
    package let measures: [TheoryMeasure]
    /// What people attached to the arrows, in the order in which they did.
    package let evidence: [TheoryEvidence]

    package init(
        nodes: [TheoryNode],
        links: [TheoryLink],
        measures: [TheoryMeasure],
        evidence: [TheoryEvidence] = []
    ) {
        self.nodes = nodes.sorted { ($0.kind.rank, $0.position, $0.id) < ($1.kind.rank, $1.position, $1.id) }
        self.links = links
        self.measures = measures
        self.evidence = evidence
    }

    package subscript(id: TheoryNode.ID) -> TheoryNode? { nodes.first { $0.id == id } }

    package func links(from node: TheoryNode.ID) -> [TheoryLink] { links.filter { $0.from == node } }

    package func measures(of node: TheoryNode.ID) -> [TheoryMeasure] { measures.filter { $0.node == node } }

    /// The nodes from which arrows lead to a node, over any number of steps.
    package func nodes(leadingTo node: TheoryNode.ID) -> [TheoryNode] {
        var found: Set<TheoryNode.ID> = []
        var waiting = [node]
        while let next = waiting.popLast() {
            for link in links where link.to == next && found.insert(link.from).inserted {
                waiting.append(link.from)
            }
        }
        return nodes.filter { found.contains($0.id) }
    }

    /// A line of the theory as an indented list.
    package struct Line: Equatable, Sendable {
        package let node: TheoryNode
        package let depth: Int
        /// The arrow to the line above that it hangs on.
        package let link: TheoryLink?
        /// Whether it stands further up already, with what leads to it.
        package let isRepeated: Bool
    }

    /// All nodes, each under every one that it leads to; what hangs on nothing stands at the margin.
    package var outline: [Line] {
        var lines: [Line] = []
        var seen: Set<TheoryNode.ID> = []
        func add(_ node: TheoryNode, _ depth: Int, _ link: TheoryLink?) {
            let isNew = seen.insert(node.id).inserted
            lines.append(Line(node: node, depth: depth, link: link, isRepeated: !isNew))
            guard isNew else { return }
            for child in nodes {
                for link in links where link.to == node.id && link.from == child.id {
                    add(child, depth + 1, link)
                }
            }
        }
        for node in nodes where !links.contains(where: { $0.from == node.id }) { add(node, 0, nil) }
        return lines
    }
}
