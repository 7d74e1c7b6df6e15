import Markup
import Sightline
import Storage

/// The theory of a programme as a page shows it: the drawing, and the list that says the same.
struct DrawnTheory: Sendable {
    let title: String
    let drawing: TheoryDrawing
    let theory: Theory
    let states: [TheoryLink.ID: LinkState]
    /// The measures that are named to whoever reads it, and how their values are written.
    let measures: [Measure.ID: FrozenDrawing.Named]
    /// What the others are called; nil where they aren't spoken of.
    let hiddenName: String?

    /// Whether it has measures that aren't named.
    var hidesMeasures: Bool { theory.namedMeasures.contains { measures[$0] == nil } }

    func plain(idPrefix: String) -> PlainTheory {
        var plain = PlainTheory(
            title: title,
            theory: theory,
            measureTitle: { measures[$0]?.title ?? hiddenName },
            aim: aim,
            state: { states[$0.id] ?? .untested }
        )
        plain.drawing = drawing
        plain.idPrefix = idPrefix
        return plain
    }

    private func aim(_ node: TheoryNode) -> String {
        guard let id = node.measure else { return "" }
        guard let measure = measures[id] else { return hiddenName ?? "" }
        let target = node.target.map { ": \(measure.format.text($0))" } ?? ""
        return measure.title + target + (node.due.map { " by \($0.words)" } ?? "")
    }
}
