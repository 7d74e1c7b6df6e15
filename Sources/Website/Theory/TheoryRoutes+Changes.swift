import Sightline
import Storage

/// Changing a node or an arrow, or putting it back: a form changes the fields that it was sent with, so that the
/// history of a thing can send all of them.
extension TheoryRoutes {
    @Sendable static func changeNode(
        _ address: NodeAddress,
        _ form: Form,
        _ visit: Visit,
        _ connection: any SQLConnection
    ) throws -> Answer {
        let reading = try ProgrammeReading(address.0, address.1, for: visit, on: connection)
        var page = try NodePage(of: reading, address.2, on: connection)
        let names = form.names(among: page.fields)
        let edit = try Edit(
            form,
            of: .node,
            page.node.id,
            now: page.fields,
            asking: names,
            words: reading.words,
            on: connection
        )
        if let state = edit.conflict {
            page.forms.node = state
            return .conflict(page)
        }
        do {
            try connection.savepoint {
                try change(page.node, edit.form, Set(names), reading, visit, connection)
            }
        } catch let error as UnreadableForm {
            page.forms.node = FormState(typed: edit.form, problems: error.problems)
            return .unsaved(page)
        } catch let error as TheoryProblems {
            page.forms.node = FormState(typed: edit.form, problems: error.problems.map(\.problem))
            return .unsaved(page)
        }
        // Only its own page sends whether it is in the theory.
        let isPutBack = names.contains("in-theory")
        let next = isPutBack ? Address.theoryNode(address.0, address.1, address.2) : reading.programme.address
        return .redirect(to: next, notice: .theoryChanged)
    }

    private struct UnreadableForm: Error {
        let problems: [FormState.Problem]
    }

    private static func change(
        _ node: TheoryNode,
        _ form: Form,
        _ names: Set<String>,
        _ reading: ProgrammeReading,
        _ visit: Visit,
        _ connection: any SQLConnection
    ) throws {
        let (programme, context) = (reading.programme, visit.context)
        let said = try RevisionStore.all(.node, node.id, limit: 1_000, on: connection).map(\.fields)
        if form["in-theory"] == "yes" {
            try TheoryStore.putBack(node.id, of: programme, context, on: connection)
        }
        if names.contains("title") {
            var problems: [FormState.Problem] = []
            let recorded = Set(said.map { $0["measure"] } + [node.measure?.pathText ?? ""]).subtracting([""])
            let changed = read(form, into: node, reading, recorded: recorded, &problems)
            guard problems.isEmpty else { throw UnreadableForm(problems: problems) }
            try TheoryStore.update(changed, of: programme, context, on: connection)
        }
        if names.contains("hung-measures") {
            let recorded = said.flatMap { TheoryMeasure.all(in: $0["hung-measures"], on: node.id) }
            let allowed = Set(recorded.map(\.measure) + reading.measures.map(\.id))
            let measures = TheoryMeasure.all(in: form["hung-measures"], on: node.id)
                .filter { allowed.contains($0.measure) }
            try TheoryStore.hang(measures, on: node, of: programme, context, on: connection)
        }
        if let place = Int(form["position"]) {
            try TheoryStore.move(node.id, to: place, of: programme, context, on: connection)
        }
        if form["in-theory"] == "no", node.removal == nil {
            try TheoryStore.remove(node, of: programme, reason: form["reason"], context, on: connection)
        }
    }

    @Sendable static func changeArrow(
        _ address: ArrowAddress,
        _ form: Form,
        _ visit: Visit,
        _ connection: any SQLConnection
    ) throws -> Answer {
        let reading = try ProgrammeReading(address.0, address.1, for: visit, on: connection)
        var page = try ArrowPage(of: reading, address.2, on: connection)
        let names = form.names(among: page.link.fields)
        let path: WritableKeyPath<ArrowPage, FormState> =
            names.contains("because") || names.contains("in-theory") ? \.wordsForm : \.judgementForm
        let edit = try Edit(
            form,
            of: .arrow,
            page.link.id,
            now: page.link.fields,
            asking: names,
            words: reading.words,
            on: connection
        )
        if let state = edit.conflict {
            page[keyPath: path] = state
            return .conflict(page)
        }
        do {
            try connection.savepoint {
                try change(page.link, edit.form, Set(names), reading.programme, visit, connection)
            }
        } catch let error as TheoryProblems {
            page[keyPath: path] = FormState(typed: edit.form, problems: error.problems.map(\.problem))
            return .unsaved(page)
        }
        let isJudged = path == \.judgementForm
        return .redirect(
            to: .arrow(address.0, address.1, address.2),
            notice: isJudged ? .judged : .theoryChanged
        )
    }

    private static func change(
        _ link: TheoryLink,
        _ form: Form,
        _ names: Set<String>,
        _ programme: Programme,
        _ visit: Visit,
        _ connection: any SQLConnection
    ) throws {
        let context = visit.context
        if form["in-theory"] == "yes" {
            try TheoryStore.putBack(link, of: programme, context, on: connection)
        }
        if names.contains("because") {
            var changed = link
            changed.because = form["because"]
            changed.assumptions = form["assumptions"]
            try TheoryStore.update(changed, of: programme, context, on: connection)
        }
        if names.contains("judgement") {
            try judge(link, form, isPutBack: names.contains("in-theory"), programme, context, connection)
        }
        if form["in-theory"] == "no", link.removal == nil {
            try TheoryStore.remove(link, of: programme, reason: form["reason"], context, on: connection)
        }
    }

    private static func judge(
        _ link: TheoryLink,
        _ form: Form,
        isPutBack: Bool,
        _ programme: Programme,
        _ context: Context,
        _ connection: any SQLConnection
    ) throws {
        let (state, reason) = (LinkState(rawValue: form["judgement"]), form["judgement-reason"])
        // What stays as it was stays with the name of whoever judged.
        if state == link.judgement?.state, reason == link.judgement?.reason ?? "", isPutBack { return }
        if state == nil, isPutBack {
            return try TheoryStore.withdrawJudgement(of: link, of: programme, context, on: connection)
        }
        try TheoryStore.judge(
            link,
            of: programme,
            state ?? .untested,
            reason: reason,
            context,
            on: connection
        )
    }
}
