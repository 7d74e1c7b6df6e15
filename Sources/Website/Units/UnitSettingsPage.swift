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
    /// Whether nothing is in it, so that it can be deleted.
    let isEmpty: Bool
    let maySeeBin: Bool
    let history: History
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
        init(for unit: Unit, revision: Int, today: Day) {
            name = FormState(unit.fields, asking: UnitSettingsPage.nameFields, revision: revision)
            parent = FormState(unit.fields, asking: UnitSettingsPage.parentFields, revision: revision)
            let next: Unit.Membership = unit.membership == .joined ? .paused : .joined
            event = FormState(["membership": next.rawValue, "day": today.description])
        }
    }

    static let nameFields = ["name", "code"]
    static let parentFields = ["parent"]

    /// What a person reads of a field of a unit.
    static func words(in tree: UnitTree) -> (Revision.Field) -> String {
        { field in
            guard field.name == "parent", let id = Unit.ID(field.value) else { return field.value }
            return tree[id]?.name ?? "A unit that isn’t there any more"
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
        isEmpty = try unit.parent != nil && BinStore.isEmpty(id, on: connection)
        maySeeBin = visit.may(.annotate, on: id, in: tree)
        history = try History(of: .unit, id, words: Self.words(in: tree), on: connection)
        var forms = Forms(for: unit, revision: history.newest, today: visit.now.day)
        change(&forms)
        self.forms = forms
    }
}
