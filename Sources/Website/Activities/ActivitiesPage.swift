import Markup
import Sightline
import Statistics
import Storage

/// What leaders of a unit and of those below it did together to grow, and what is planned.
struct ActivitiesPage: Page {
    let unit: Unit
    /// The newest first, with the names of their units.
    let activities: [(activity: Activity, unitName: String)]
    let mayAdd: Bool
    let today: Day
    var form: FormState

    var title: String { "Activities" }
    var section: Section? { .programmes }

    init(of id: Unit.ID, for visit: Visit, on connection: any SQLConnection) throws {
        let reader = try visit.readership(on: connection)
        guard let unit = reader.tree[id] else { throw Failure.notFound }
        self.unit = unit
        activities = try ActivityStore.all(within: id, for: reader, on: connection).map {
            ($0, reader.tree[$0.unit]?.name ?? "")
        }
        mayAdd = visit.may(.annotate, on: id, in: reader.tree)
        today = visit.now.day
        form = FormState([
            "activity-kind": Activity.Kind.masterclass.rawValue,
            "activity-level": Activity.Level.across.rawValue, "first-day": today.description,
        ])
    }

    func content(in frame: Frame) -> HTML {
        """
        <div class="stack">
        <div><p class="kicker">\(unit.name)</p><h1>\(title)</h1>
        <p class="lede">What leaders do together to grow: masterclasses, fellowships, exchanges, coaching. Their days \
        stand beside signals as questions to ask.</p></div>
        <p>\(ListSentences.activities(activities.map(\.activity), on: today))</p>
        \(activities.isEmpty ? nil : table)
        \(mayAdd ? adding(in: frame) : nil)
        </div>
        """
    }

    private var table: HTML {
        let rows = activities.map { row -> HTML in
            let activity = row.activity
            return """
                <tr><th scope="row" class="prose"><a href="\(activity.address.path)">\(activity.title)</a></th>\
                <td data-name="What it is">\(activity.kind.word)</td><td data-name="When">\(activity.days)</td>\
                <td data-name="Level">\(activity.level.words)</td><td data-name="Of">\(row.unitName)</td></tr>
                """
        }
        return """
            <div class="scroll" role="region" aria-label="Activities" tabindex="0"><table class="carded">
            <thead><tr><th scope="col">Title</th><th scope="col">What it is</th><th scope="col">When</th>\
            <th scope="col">Level</th><th scope="col">Of</th></tr></thead><tbody>\(rows)</tbody></table></div>
            """
    }

    private func adding(in frame: Frame) -> HTML {
        let address = Address.activities(.list(unit.id))
        return """
            <details class="panel no-print"\(form.problems.isEmpty ? "" as HTML : " open")>\
            <summary>Add an activity</summary>
            \(frame.form(to: address, content: ActivityForm.fields(form, button: "Add it")))</details>
            """
    }
}
