import Statistics
import Storage

extension TheoryNode {
    /// What its forms show of it, the measures that hang on it, its place, and whether it is in the theory.
    package func fields(hanging measures: [TheoryMeasure]) -> [Revision.Field] {
        [
            .init("title", title), .init("detail", detail), .init("measure", measure?.description ?? ""),
            .init("target", target.map { "\($0)" } ?? ""), .init("due", due?.description ?? ""),
            .init("hung-measures", TheoryMeasure.text(of: measures.filter { $0.node == id })),
            .init("position", "\(position)"), .init("in-theory", removal == nil ? "yes" : "no"),
            .init("reason", removal?.reason ?? ""),
        ]
    }

    /// The node as a revision of it says, with the measures that hung on it then.
    func reading(_ fields: [Revision.Field]) -> (node: TheoryNode, measures: [TheoryMeasure]) {
        var node = self
        node.title = fields["title"]
        node.detail = fields["detail"]
        node.measure = Measure.ID(fields["measure"])
        node.target = Double(fields["target"])
        node.due = Day(fields["due"])
        node.position = Int(fields["position"]) ?? position
        return (node, TheoryMeasure.all(in: fields["hung-measures"], on: id))
    }
}

extension TheoryMeasure {
    /// The measures that hang on one node, as its revisions have them: an id and a tag each.
    static func text(of measures: [TheoryMeasure]) -> String {
        measures.map { "\($0.measure) \($0.tag.rawValue)" }.sorted().joined(separator: ", ")
    }

    /// Reads what ``text(of:)`` wrote; what can't be read is left out.
    package static func all(in text: String, on node: TheoryNode.ID) -> [TheoryMeasure] {
        text.split(separator: ",").compactMap { part in
            let words = part.split(separator: " ").map(String.init)
            guard words.count == 2, let id = Measure.ID(words[0]), let tag = Measure.Role(rawValue: words[1])
            else { return nil }
            return TheoryMeasure(node: node, measure: id, tag: tag)
        }
    }
}
