import Sightline
import Storage

/// What stands around a page's content, and what a form of the page needs.
package struct Frame: Sendable {
    /// Nil for someone who isn't signed in.
    var visitorName: String?
    /// From the top of the tree down to the unit that the page is about.
    var trail: [Crumb] = []
    /// The units directly below it, as far as a short list takes them.
    var below: [Crumb] = []
    /// All of them.
    var countBelow = 0
    /// Proves that a form comes from a page of this session; nil where there is no session.
    var formToken: String?
    var notice: Notice?
    /// A form of the page that could not be taken when it was sent.
    var draft: Draft?
    /// Where and when the page was asked for, to be told on paper.
    var printed: String?
    /// The parts of the site that the visitor may enter from here.
    var sections: Set<Section> = []

    /// A unit to go to.
    struct Crumb: Equatable, Sendable {
        let unit: Unit.ID
        let name: String
    }

    /// The unit that the page is about.
    var unit: Crumb? { trail.last }

    /// Puts the page at a unit; one that isn't in the tree leaves it where it is.
    mutating func stand(at id: Unit.ID, in tree: UnitTree) {
        guard let unit = tree[id] else { return }
        trail = (tree.ancestors(of: id) + [unit]).map { Crumb(unit: $0.id, name: $0.name) }
        let children = tree.children(of: id)
        below = children.prefix(Self.mostBelow).map { Crumb(unit: $0.id, name: $0.name) }
        countBelow = children.count
    }

    /// As many units as a short list takes; the page of all units has the rest.
    private static let mostBelow = 100
}
