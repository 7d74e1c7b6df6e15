import Sightline
import Storage

/// The blocks of a written page: adding, changing, moving and removing one.
enum ReportBlockRoutes {
    typealias BlockPath = (Unit.ID, Report.ID, Int)

    static func register(on routes: Routes) {
        routes.at { Address.reports(.blocks($0, $1)) }
            .get { address, visit, connection in
                .page(try ReportEditingPage(of: address, for: visit, on: connection))
            }
            .post(add)
        routes.at { Address.reports(.block($0, $1, $2)) }.post(change)
        routes.at { Address.reports(.movedBlock($0, $1, $2)) }.post { address, form, visit, connection in
            var report = try ReportEditingPage(of: (address.0, address.1), for: visit, on: connection).report
            if ["up", "down"].contains(form["direction"]) {
                report.move(address.2, by: form["direction"] == "up" ? -1 : 1)
                try ReportStore.update(report, visit.context, on: connection)
            }
            return back(to: report, address.2)
        }
        routes.at { Address.reports(.removedBlock($0, $1, $2)) }.post(remove)
    }

    /// To a block where the page is written.
    private static func back(to report: Report, _ number: Int) -> Answer {
        let path = Address.reports(.blocks(report.unit, report.id))
            .path([Notice.parameter: Notice.pageChanged.rawValue])
        return .redirect(toPlace: "\(path)#block-\(number)")
    }

    /// Only what whoever writes it may see is taken into a page, or what it shows already.
    private static func problem(
        _ kind: Report.Block.Kind,
        _ value: String,
        _ field: String,
        _ visit: Visit,
        on connection: any SQLConnection
    ) throws -> FormState.Problem? {
        guard !kind.isText else { return nil }
        let words = try BlockWords(for: visit.readership(on: connection), on: connection)
        let block = Report.Block(number: 0, kind: kind, value: value)
        return try words.name(of: block) == nil ? .init(field, "Choose one from the list.") : nil
    }

    @Sendable private static func add(
        _ address: (Unit.ID, Report.ID),
        _ form: Form,
        _ visit: Visit,
        _ connection: any SQLConnection
    ) throws -> Answer {
        var page = try ReportEditingPage(of: address, for: visit, on: connection)
        let kinds = Report.Block.Kind.allCases
        let sent = Set(form.fields.map(\.name))
        let kind = kinds.first { sent.contains(ReportEditingPage.newField($0)) } ?? .words
        let field = ReportEditingPage.newField(kind)
        var report = page.report
        let number = report.add(kind, form[field])
        do {
            if let problem = try problem(kind, form[field], field, visit, on: connection) {
                page.newForm = (kind, FormState(typed: form, problems: [problem]))
                return .unsaved(page)
            }
            try ReportStore.update(report, visit.context, on: connection)
        } catch let error as ReportProblems {
            let problems = error.problems.map { FormState.Problem(field, $0.problem.sentence) }
            page.newForm = (kind, FormState(typed: form, problems: problems))
            return .unsaved(page)
        }
        return back(to: report, number)
    }

    @Sendable private static func change(
        _ address: BlockPath,
        _ form: Form,
        _ visit: Visit,
        _ connection: any SQLConnection
    ) throws -> Answer {
        var page = try ReportEditingPage(of: (address.0, address.1), for: visit, on: connection)
        var report = page.report
        guard let block = report[address.2] else { return try removedMeanwhile(address, form, page) }
        let words = try BlockWords(for: visit.readership(on: connection), on: connection)
        let edit = try Edit(
            form,
            of: .report,
            report.id,
            now: report.fields,
            asking: [block.field],
            words: words.words,
            on: connection
        )
        if let state = edit.conflict {
            page.blockForm = (block.number, state)
            return .conflict(page)
        }
        let value = edit.form[block.field]
        report.change(block.number, to: value)
        do {
            if value != block.value,
                let problem = try problem(block.kind, value, block.field, visit, on: connection)
            {
                page.blockForm = (block.number, FormState(typed: edit.form, problems: [problem]))
                return .unsaved(page)
            }
            try ReportStore.update(report, visit.context, on: connection)
        } catch let error as ReportProblems {
            page.blockForm = (
                block.number, FormState(typed: edit.form, problems: error.problems.map(\.problem))
            )
            return .unsaved(page)
        }
        return back(to: report, block.number)
    }

    /// Someone removed a block while someone else changed it: what was typed is there to be added again.
    private static func removedMeanwhile(
        _ address: BlockPath,
        _ form: Form,
        _ page: ReportEditingPage
    ) throws -> Answer {
        var page = page
        let typed = Report.Block.Kind.allCases.lazy.map { kind in
            (kind, form["\(kind.rawValue)-\(address.2)"])
        }
        guard let (kind, value) = typed.first(where: { !$0.1.isEmpty }) else { throw Failure.notFound }
        let field = ReportEditingPage.newField(kind)
        var again = Form()
        again.set(value, for: field)
        let sentence =
            "Someone removed this block while you were at it. What you typed is here: add it again if it is "
            + "still wanted."
        page.newForm = (kind, FormState(typed: again, problems: [.init(field, sentence)]))
        return .conflict(page)
    }

    @Sendable private static func remove(
        _ address: BlockPath,
        _ form: Form,
        _ visit: Visit,
        _ connection: any SQLConnection
    ) throws -> Answer {
        var page = try ReportEditingPage(of: (address.0, address.1), for: visit, on: connection)
        var report = page.report
        // Gone already is as good.
        guard let block = report[address.2] else { return back(to: report, address.2) }
        let made = try Int(form[Edit.revision]).flatMap {
            try RevisionStore.find(.report, report.id, number: $0, on: connection)
        }
        guard made?.fields[block.field] == block.value else {
            let sentence = "Someone changed this block since you opened the page. Look at it, then remove it."
            var state = page.form(of: block)
            state.problems = [.init(block.field, sentence)]
            page.blockForm = (block.number, state)
            return .conflict(page)
        }
        report.remove(block.number)
        try ReportStore.update(report, visit.context, on: connection)
        return .redirect(to: .reports(.blocks(report.unit, report.id)), notice: .pageChanged)
    }
}
