import Drawing
import Markup
import Sightline

/// A theory without its cycles and without ways to change it: as a driver diagram and as a list that says the same.
struct PlainTheory {
    let title: String
    let theory: Theory
    /// The title of a measure for whoever looks; nil for one that isn't named to them.
    let measureTitle: (Measure.ID) -> String?
    /// An aim as its measure tells it; empty where it has none, or where that isn't named.
    let aim: (TheoryNode) -> String
    /// What the evidence says of an arrow.
    let state: (TheoryLink) -> LinkState
    /// How much evidence an arrow has; empty where that isn't told.
    var evidence: (TheoryLink) -> String = { _ in "" }
    /// A mark on a line of the list: what became of the node, and of the arrow that it hangs on.
    var marks: (Theory.Line) -> [HTML] = { _ in [] }
    var drawing = TheoryDrawing.driverDiagram
    /// Makes ids unique on a page with several pictures.
    var idPrefix = "theory"

    /// The drawing.
    var picture: TheoryPicture {
        let columns = drawing.layers(of: theory).map { layer in
            let boxes = layer.nodes.map { node in
                let note = layer.note(on: node, node.kind == .aim ? [aim(node)] : measures(of: node))
                return TheoryPicture.Box(id: node.id.pathText, text: node.title, note: note)
            }
            return TheoryPicture.Column(name: layer.kind.plural, boxes: boxes)
        }
        let arrows = theory.links.map { link in
            let state = state(link)
            return TheoryPicture.Arrow(
                from: link.from.pathText,
                to: link.to.pathText,
                word: state.word,
                stroke: state.stroke
            )
        }
        return TheoryPicture(
            title: "\(drawing.word) of \(title)",
            summary: TheorySentences.summary(of: theory, state: state),
            columns: columns,
            arrows: arrows,
            arrangement: drawing == .theoryOfChange ? .rows : .columns,
            idPrefix: idPrefix
        )
    }

    private func measures(of node: TheoryNode) -> [String] {
        theory.measures(of: node.id).compactMap { hung in
            measureTitle(hung.measure).map { "\(hung.tag.rawValue): \($0)" }
        }
    }

    var figure: HTML? {
        guard !theory.nodes.isEmpty else { return nil }
        return """
            <div class="scroll picture" role="region" aria-label="\(drawing.word) of \(title)" tabindex="0">\
            \(picture.svg())</div>
            """
    }

    // MARK: The list

    var outline: HTML {
        "<p>\(TheoryListSentences.outline(of: theory))</p>\(theory.nodes.isEmpty ? nil : theory.list(row: row))"
    }

    private func row(_ line: Theory.Line) -> HTML {
        let node = line.node
        let hung = measures(of: node).map { "<span class=\"small\">\($0)</span>" as HTML }
        let aim = aim(node)
        let detail: HTML? =
            node.detail.isEmpty || line.isRepeated ? nil : "<span class=\"small\">\(node.detail)</span>"
        return """
            <div class="tree-row"><span class="tag">\(node.kind.word)</span> <span class="name">\(node.title)</span>\
            \(marks(line))\(aim.isEmpty ? nil : "<span>\(aim)</span>" as HTML)\(detail)\(hung)\
            \(line.isRepeated ? "<span class=\"muted small\">(as above)</span>" as HTML : nil)\
            \(line.link.map(arrow))</div>
            """
    }

    private func arrow(_ link: TheoryLink) -> HTML {
        let assumptions: HTML? = link.assumptions.isEmpty ? nil : "; it assumes: \(link.assumptions)"
        let evidence = evidence(link)
        return """
            <span class="small">we believe so because \(link.because)\(assumptions) (\(state(link).word)\
            \(evidence.isEmpty ? "" : ": \(evidence)"))</span>
            """
    }
}
