import Markup
import Sightline
import Statistics
import Storage

/// One activity: what it is, changing it, its history, and deleting it.
struct ActivityPage: Page {
    let unit: Unit
    let activity: Activity
    let history: History
    let mayChange: Bool
    var form: FormState

    var title: String { activity.title }
    var section: Section? { .programmes }

    init(
        of address: (unit: Unit.ID, activity: Activity.ID),
        for visit: Visit,
        on connection: any SQLConnection
    ) throws {
        let tree = try visit.directory.tree(on: connection)
        guard
            let unit = tree[address.unit],
            let activity = try ActivityStore.find(address.activity, on: connection), activity.unit == unit.id
        else { throw Failure.notFound }
        self.unit = unit
        self.activity = activity
        history = try History(of: .activity, activity.id, words: Self.words, on: connection)
        mayChange = visit.may(.annotate, on: unit.id, in: tree)
        form = FormState(activity.fields, revision: history.newest)
    }

    /// What a field says, as people read it.
    @Sendable static func words(_ field: Revision.Field) -> String {
        switch field.name {
        case "activity-kind": Activity.Kind(rawValue: field.value)?.word ?? field.value
        case "activity-level": Activity.Level(rawValue: field.value)?.words ?? field.value
        default: field.value
        }
    }

    func content(in frame: Frame) -> HTML {
        """
        <div class="stack">
        <div><p class="kicker"><a href="\(Address.activities(.list(unit.id)).path)">Activities of \(unit.name)</a></p>
        <h1>\(title)</h1></div>
        <div class="panel"><dl class="facts">
        <dt>What it is</dt><dd>\(activity.kind.word)</dd>
        <dt>When</dt><dd>\(activity.days)</dd>
        <dt>Level</dt><dd>\(activity.level.words)</dd>
        \(fact("What it is for", activity.purpose))
        \(fact("About how many take part", activity.participants.map(String.init) ?? ""))
        </dl></div>
        <p class="muted">Whoever may read \(unit.name) may read this.</p>
        \(mayChange ? changing(in: frame) : nil)
        \(mayChange ? history.section(in: frame, [.init(address: activity.address)]) : nil)
        \(mayChange ? deletion(in: frame) : nil)
        </div>
        """
    }

    private func fact(_ name: String, _ text: String) -> HTML? {
        text.isEmpty ? nil : "<dt>\(name)</dt><dd>\(text)</dd>"
    }

    private func changing(in frame: Frame) -> HTML {
        let isOpen: HTML = form.problems.isEmpty ? "" : " open"
        let fields: HTML = "\(form.origin)\(ActivityForm.fields(form, button: "Save"))"
        return """
            <details class="panel no-print"\(isOpen)><summary>Change it</summary>
            \(frame.form(to: activity.address, content: fields))</details>
            """
    }

    private func deletion(in frame: Frame) -> HTML {
        DeletionForm.folded(
            "Delete it",
            "It goes into the bin, and can be taken out again for 30 days.",
            to: .activities(.deleted(unit.id, activity.id)),
            in: frame
        )
    }
}
