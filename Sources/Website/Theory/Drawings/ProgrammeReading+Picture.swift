import Drawing
import Markup
import Sightline

extension ProgrammeReading {
    /// A drawing of the theory, with only those columns or rows that have something.
    func picture(_ drawing: TheoryDrawing, showsTitle: Bool = false) -> TheoryPicture {
        TheoryPicture(
            title: "\(drawing.word) of \(programme.title)",
            summary: TheorySentences.summary(of: theory, state: state(of:)),
            columns: drawing.layers(of: theory).map { layer in
                TheoryPicture.Column(name: layer.kind.plural, boxes: layer.nodes.map(box))
            },
            arrows: theory.links.map { link in
                let state = state(of: link)
                return TheoryPicture.Arrow(
                    from: link.from.pathText,
                    to: link.to.pathText,
                    word: state.word,
                    stroke: state.stroke,
                    assumptions: link.assumptions
                )
            },
            arrangement: drawing == .theoryOfChange ? .rows : .columns,
            showsTitle: showsTitle,
            idPrefix: "theory"
        )
    }

    private func box(_ node: TheoryNode) -> TheoryPicture.Box {
        TheoryPicture.Box(
            id: node.id.pathText,
            text: node.title,
            note: node.kind == .aim ? aim(node) : tags(of: node)
        )
    }

    private func tags(of node: TheoryNode) -> String {
        theory.measures(of: node.id).map { "\($0.tag.rawValue): \(title(of: $0.measure))" }
            .joined(separator: "; ")
    }
}

extension TheoryDrawing {
    var word: String {
        switch self {
        case .driverDiagram: "Driver diagram"
        case .logicModel: "Logic model"
        case .theoryOfChange: "Theory of change"
        }
    }

    /// How it is read.
    var hint: String {
        switch self {
        case .driverDiagram: "From the left: what is aimed at, what drives it, and what is tried."
        case .logicModel: "From the left: what goes in, what is done, and what comes of it, sooner and later."
        case .theoryOfChange: "From the top: what is aimed at, and below it what has to come about first."
        }
    }
}

extension LinkState {
    var stroke: TheoryPicture.Stroke {
        switch self {
        case .untested: .untested
        case .mixed: .mixed
        case .supported: .supported
        case .refuted: .refuted
        }
    }
}
