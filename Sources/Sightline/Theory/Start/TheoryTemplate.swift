/// A theory that others may start from, as it is shipped.
///
/// It says what such a programme often aims at, what drives that, and what could be tested. Each arrow is a belief to
/// be tested where it is used, and not a finding.
package struct TheoryTemplate: Sendable, Identifiable {
    /// A short word that names it in a form.
    package let id: String
    package let title: String
    /// What it is for, in a sentence.
    package let purpose: String
    /// From the aim outwards; arrows name the node that they lead to by its place here.
    package let nodes: [Node]

    package struct Node: Sendable {
        package let kind: TheoryNode.Kind
        package let title: String
        /// The arrows from it.
        package let arrows: [Arrow]

        init(_ kind: TheoryNode.Kind, _ title: String, _ arrows: Arrow...) {
            self.kind = kind
            self.title = title
            self.arrows = arrows
        }
    }

    package struct Arrow: Sendable {
        /// The place of the node that it leads to.
        package let to: Int
        package let because: String
        package let assumptions: String

        init(to: Int, because: String, assuming assumptions: String = "") {
            self.to = to
            self.because = because
            self.assumptions = assumptions
        }
    }

    package static let all = [dischargeBeforeNoon, wardFalls, frailtyFrontDoor, urgentResponse]

    package static func named(_ id: String) -> TheoryTemplate? { all.first { $0.id == id } }
}
