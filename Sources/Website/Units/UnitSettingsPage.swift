import Sightline
import Statistics
import Storage

/// One unit: what it is, when it joined, paused or left, and the forms that change it.
struct UnitSettingsPage: Page {
    let unit: Unit
    let events: [UnitEvent]
    /// The units that it may lie in, each with the path of names that leads to it.
    let parents: [(id: Unit.ID, path: String)]
    let mayEdit: Bool
    let forms: Forms

    var title: String { "Details of \(unit.name)" }
    var section: Section? { .units }

    /// The forms of the page, each as it was typed or as things stand.
    struct Forms: Sendable {
        var child = FormState()
        var name: FormState
        var parent: FormState
        var event: FormState

        /// Filled in with what holds now.
        init(for unit: Unit, today: Day) {
            name = FormState(["name": unit.name, "code": unit.code ?? ""])
            parent = FormState(["parent": unit.parent?.description ?? ""])
            let next: Unit.Membership = unit.membership == .joined ? .paused : .joined
            event = FormState(["membership": next.rawValue, "day": today.description])
        }
    }

    /// - Parameter change: puts into a form what was typed and what is wrong with it.
    init(
        of id: Unit.ID,
        for visit: Visit,
        on connection: any SQLConnection,
        change: (inout Forms) -> Void = { _ in }
    ) throws {
        let tree = try UnitStore.tree(on: connection)
        guard let unit = tree[id] else { throw Failure.notFound }
        self.unit = unit
        events = try UnitStore.events(of: id, on: connection).reversed()
        parents = tree.units
            .filter { $0.kind < unit.kind && !tree.contains($0.id, within: id) }
            .map { (id: $0.id, path: tree.path(of: $0.id).joined(separator: " / ")) }
        mayEdit = visit.may(.editUnits, on: id, in: tree)
        var forms = Forms(for: unit, today: visit.now.day)
        change(&forms)
        self.forms = forms
    }
}
