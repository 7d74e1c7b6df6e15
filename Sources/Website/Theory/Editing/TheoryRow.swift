import Markup
import Sightline
import Storage

/// What can be done with a node from its line in the list: all that can be done with its box in the drawing.
struct TheoryRow {
    let node: TheoryNode
    let reading: ProgrammeReading

    /// The field that says that a form was sent from the list, so that it leads back there.
    static let field = "list"

    /// The id of the line of a node, the first of them where it has several.
    static func id(of node: TheoryNode.ID) -> String { "row-\(node.pathText)" }

    /// The line of a node on the page of its programme.
    static func place(of node: TheoryNode.ID, in programme: Programme, notice: Notice) -> String {
        "\(programme.address.path([Notice.parameter: notice.rawValue]))#\(id(of: node))"
    }

    func changes(in frame: Frame) -> HTML {
        let (unit, programme) = (reading.programme.unit, reading.programme.id)
        let page = Address.theoryNode(unit, programme, node.id).path
        let hidden: HTML = "<span class=\"visually-hidden\">: \(node.title)</span>"
        func way(_ panel: NodePage.Panel, _ words: String) -> HTML {
            """
            <li><a href="\(page)#\(panel.rawValue)" data-panel="\(panel.rawValue)" \
            data-of="\(node.id.pathText)">\(words)\(hidden)</a></li>
            """
        }
        let order = frame.form(
            to: .movedNode(unit, programme, node.id),
            content: """
                <input type="hidden" name="\(Self.field)" value="yes">
                <button class="link" name="direction" value="up">Up\(hidden)</button>
                <button class="link" name="direction" value="down">Down\(hidden)</button>
                """
        )
        return """
            <details class="row-changes no-print"><summary>Change\(hidden)</summary><ul>
            \(way(.words, "Its words"))
            <li><a href="\(reading.wayToAdd(leadingTo: node.id))" data-panel="addition" \
            data-of="\(node.id.pathText)">Add what leads to it\(hidden)</a></li>
            \(way(.arrow, "Draw an arrow from it"))
            <li>\(order)</li>
            \(way(.removal, "Take it out"))
            </ul></details>
            """
    }
}
