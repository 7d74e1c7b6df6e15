import Drawing
import Markup
import Sightline

extension ProgrammeReading {
    /// A drawing of the theory.
    ///
    /// - Parameter isEdited: whether its parts lead to the pages that change them.
    func picture(
        _ drawing: TheoryDrawing,
        showsTitle: Bool = false,
        isEdited: Bool = false
    ) -> TheoryPicture {
        TheoryPicture(
            title: "\(drawing.word) of \(programme.title)",
            summary: TheorySentences.summary(of: theory, state: state(of:)),
            columns: drawing.layers(of: theory).map { layer in
                TheoryPicture.Column(
                    name: layer.kind.plural,
                    boxes: layer.nodes.map { box($0, in: layer, isEdited: isEdited) },
                    addition: isEdited ? addition(of: layer.kind) : nil
                )
            },
            arrows: theory.links.map { link in
                let state = state(of: link)
                return TheoryPicture.Arrow(
                    from: link.from.pathText,
                    to: link.to.pathText,
                    word: state.word,
                    stroke: state.stroke,
                    assumptions: link.assumptions,
                    link: isEdited ? way(to: link) : nil
                )
            },
            arrangement: drawing == .theoryOfChange ? .rows : .columns,
            showsTitle: showsTitle,
            idPrefix: "theory"
        )
    }

    private func box(_ node: TheoryNode, in layer: TheoryDrawing.Layer, isEdited: Bool) -> TheoryPicture.Box {
        let address = Address.theoryNode(programme.unit, programme.id, node.id)
        return TheoryPicture.Box(
            id: node.id.pathText,
            text: node.title,
            note: layer.note(on: node, node.kind == .aim ? [aim(node)] : tags(of: node)),
            group: node.kind.rawValue,
            link: isEdited ? .init(path: address.path, label: "\(node.kind.word): \(node.title)") : nil
        )
    }

    private func addition(of kind: TheoryNode.Kind) -> TheoryPicture.Link {
        .init(path: wayToAdd(kind), label: "Add to \(kind.plural.lowercased())")
    }

    private func way(to link: TheoryLink) -> TheoryPicture.Link {
        let (from, to) = (theory[link.from]?.title ?? "", theory[link.to]?.title ?? "")
        return .init(
            path: Address.arrow(programme.unit, programme.id, link.id).path,
            label: "Arrow from \(from) to \(to): \(state(of: link).word)"
        )
    }

    /// Where a node is added, of a kind or with an arrow to another node.
    func wayToAdd(_ kind: TheoryNode.Kind? = nil, leadingTo end: TheoryNode.ID? = nil) -> String {
        Address.theoryNodes(programme.unit, programme.id)
            .path([NewNodePage.Asked.kind: kind?.rawValue, NewNodePage.Asked.end: end?.pathText])
    }

    private func tags(of node: TheoryNode) -> [String] {
        theory.measures(of: node.id).map { "\($0.tag.rawValue): \(title(of: $0.measure))" }
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

extension TheoryDrawing.Layer {
    /// The short line in a node's box: of what kind it is where the layer is named by another, and what else there is.
    func note(on node: TheoryNode, _ more: [String]) -> String {
        ((node.kind == kind ? [] : [node.kind.word]) + more.filter { !$0.isEmpty }).joined(separator: "; ")
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
