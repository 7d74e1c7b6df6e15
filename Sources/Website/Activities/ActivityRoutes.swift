import Sightline
import Statistics
import Storage

/// Activities: the list with a form for a new one, one of them, changing and deleting it.
enum ActivityRoutes {
    static func register(on routes: Routes) {
        routes.at({ Address.activities(.list($0)) })
            .get { unit, visit, connection in
                .page(try ActivitiesPage(of: unit, for: visit, on: connection))
            }
            .post(add)
        routes.at({ Address.activities(.activity($0, $1)) })
            .get { address, visit, connection in
                .page(try ActivityPage(of: address, for: visit, on: connection))
            }
            .post(change)
        routes.at({ Address.activities(.deleted($0, $1)) }).post { address, form, visit, connection in
            let page = try ActivityPage(of: address, for: visit, on: connection)
            let reason = DeletionForm.reason(in: form)
            try BinStore.delete(page.activity.id, reason: reason, visit.context, on: connection)
            return .redirect(to: .activities(.list(address.0)), notice: .binned)
        }
    }

    @Sendable private static func add(
        _ unit: Unit.ID,
        _ form: Form,
        _ visit: Visit,
        _ connection: any SQLConnection
    ) throws -> Answer {
        let blank = Activity(
            id: visit.context.makeID(),
            unit: unit,
            kind: .other,
            title: "",
            level: .across,
            firstDay: visit.now.day,
            lastDay: visit.now.day,
            purpose: "",
            participants: nil
        )
        let problems = try keep(form, into: blank) {
            try ActivityStore.insert($0, visit.context, on: connection)
        }
        guard problems.isEmpty else {
            var page = try ActivitiesPage(of: unit, for: visit, on: connection)
            page.form = FormState(typed: form, problems: problems)
            return .unsaved(page)
        }
        return .redirect(to: .activities(.list(unit)), notice: .activityKept)
    }

    @Sendable private static func change(
        _ address: (Unit.ID, Activity.ID),
        _ form: Form,
        _ visit: Visit,
        _ connection: any SQLConnection
    ) throws -> Answer {
        var page = try ActivityPage(of: address, for: visit, on: connection)
        let old = page.activity
        let words = ActivityPage.words
        let edit = try Edit(form, of: .activity, old.id, now: old.fields, words: words, on: connection)
        if let state = edit.conflict {
            page.form = state
            return .conflict(page)
        }
        let problems = try keep(edit.form, into: old) {
            try ActivityStore.update($0, visit.context, on: connection)
        }
        guard problems.isEmpty else {
            page.form = FormState(typed: edit.form, problems: problems)
            return .unsaved(page)
        }
        return .redirect(to: old.address, notice: .activityKept)
    }

    /// Keeps what a form says, unless something is wrong with it.
    private static func keep(
        _ form: Form,
        into blank: Activity,
        _ write: (Activity) throws -> Void
    ) throws -> [FormState.Problem] {
        var problems: [FormState.Problem] = []
        let activity = ActivityForm.read(form, into: blank, &problems)
        do {
            try ActivityStore.check(activity)
            if problems.isEmpty { try write(activity) }
        } catch let error as ActivityProblems {
            problems += error.problems.map(\.problem)
        }
        return problems
    }
}
