import Sightline
import Storage

/// Written pages: the list, one, its title and readers, what others will see, putting back and deleting.
enum ReportRoutes {
    typealias ReportPath = (Unit.ID, Report.ID)

    /// The field with the number of the revision that is put back.
    static let restoredField = "restored"

    static func register(on routes: Routes) {
        routes.at { Address.reports(.list($0)) }.get { unit, visit, connection in
            .page(try ReportsPage(of: unit, for: visit, on: connection))
        }
        routes.at { Address.reports(.new($0)) }
            .get { unit, visit, connection in
                .page(try ReportFormPage(newIn: unit, for: visit, on: connection))
            }
            .post(add)
        routes.at { Address.reports(.report($0, $1)) }.get { address, visit, connection in
            .page(try ReportPage(of: address, for: visit, on: connection))
        }
        routes.at { Address.reports(.details($0, $1)) }
            .get { address, visit, connection in
                .page(try ReportFormPage(of: address, for: visit, on: connection))
            }
            .post(change)
        routes.at { Address.reports(.outside($0, $1)) }.get { address, visit, connection in
            .page(try ReportOutsidePage(of: address, for: visit, on: connection))
        }
        routes.at { Address.reports(.restored($0, $1)) }.post(putBack)
        routes.at { Address.reports(.deleted($0, $1)) }.post { address, form, visit, connection in
            try BinStore.delete(
                address.1,
                reason: DeletionForm.reason(in: form),
                visit.context,
                on: connection
            )
            return .redirect(to: .reports(.list(address.0)), notice: .binned)
        }
    }

    @Sendable private static func add(
        _ unit: Unit.ID,
        _ form: Form,
        _ visit: Visit,
        _ connection: any SQLConnection
    ) throws -> Answer {
        let report = Report(
            id: visit.context.makeID(),
            unit: unit,
            visibility: Visibility(rawValue: form["visibility"]) ?? .unit,
            title: form["title"],
            summary: form["summary"],
            author: visit.context.author,
            instant: visit.now
        )
        do {
            try ReportStore.insert(report, visit.context, on: connection)
        } catch let error as ReportProblems {
            var page = try ReportFormPage(newIn: unit, for: visit, on: connection)
            page.form = FormState(typed: form, problems: error.problems.map(\.problem))
            return .unsaved(page)
        }
        return .redirect(to: .reports(.blocks(unit, report.id)), notice: .pageMade)
    }

    @Sendable private static func change(
        _ address: ReportPath,
        _ form: Form,
        _ visit: Visit,
        _ connection: any SQLConnection
    ) throws -> Answer {
        var page = try ReportFormPage(of: address, for: visit, on: connection)
        guard let old = page.report else { throw Failure.notFound }
        let edit = try Edit(
            form,
            of: .report,
            old.id,
            now: old.fields,
            asking: ReportFormPage.names,
            words: { Visibility(rawValue: $0.value)?.programmeWords ?? $0.value },
            on: connection
        )
        if let state = edit.conflict {
            page.form = state
            return .conflict(page)
        }
        var report = old
        report.title = edit.form["title"]
        report.summary = edit.form["summary"]
        report.visibility = Visibility(rawValue: edit.form["visibility"]) ?? old.visibility
        do {
            if let problem = try sharingProblem(from: old, to: report, visit, on: connection) {
                page.form = FormState(typed: edit.form, problems: [problem])
                return .unsaved(page)
            }
            try ReportStore.update(report, visit.context, on: connection)
        } catch let error as ReportProblems {
            page.form = FormState(typed: edit.form, problems: error.problems.map(\.problem))
            return .unsaved(page)
        }
        return .redirect(to: report.address, notice: .pageChanged)
    }

    /// To share what was written for fewer is for those who may share what a unit keeps.
    private static func sharingProblem(
        from old: Report,
        to new: Report,
        _ visit: Visit,
        on connection: any SQLConnection
    ) throws -> FormState.Problem? {
        guard new.visibility > old.visibility,
            try !visit.readership(on: connection).may(.share, old)
        else { return nil }
        return .init("visibility", "Ask an administrator: only they may share it further.")
    }

    @Sendable private static func putBack(
        _ address: ReportPath,
        _ form: Form,
        _ visit: Visit,
        _ connection: any SQLConnection
    ) throws -> Answer {
        var page = try ReportPage(of: address, for: visit, on: connection)
        let old = page.report
        guard let number = Int(form[restoredField]),
            let revision = try RevisionStore.find(.report, old.id, number: number, on: connection)
        else { throw Failure.badRequest("Choose one of the states in the page’s history to put back.") }
        guard Int(form[Edit.revision]) == page.history.newest else {
            page.problem =
                "Someone changed this page meanwhile. Look at it and its history again: nothing was put back."
            return .conflict(page)
        }
        let report = old.saying(revision.fields)
        if let problem = try sharingProblem(from: old, to: report, visit, on: connection) {
            page.problem = "It was shared with more people then. \(problem.sentence)"
            return .unsaved(page)
        }
        try ReportStore.update(report, visit.context, on: connection)
        return .redirect(to: report.address, notice: .pageChanged)
    }
}
