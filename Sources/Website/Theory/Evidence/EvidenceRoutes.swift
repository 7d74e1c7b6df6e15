import Sightline
import Storage

/// Evidence of arrows: attaching it, changing what is said of it, taking it away and putting it back.
enum EvidenceRoutes {
    static func register(on routes: Routes) {
        routes.at(Address.newEvidence)
            .get { address, visit, connection in
                let reading = try ProgrammeReading(address.0, address.1, for: visit, on: connection)
                return .page(try NewEvidencePage(of: reading, address.2, address.3, on: connection))
            }
            .post(attach)
        routes.at(Address.evidence)
            .get { address, visit, connection in
                let reading = try ProgrammeReading(address.0, address.1, for: visit, on: connection)
                return .page(try EvidencePage(of: reading, address.2, on: connection))
            }
            .post(change)
    }

    @Sendable private static func attach(
        _ address: (Unit.ID, Programme.ID, TheoryLink.ID, EvidenceKind),
        _ form: Form,
        _ visit: Visit,
        _ connection: any SQLConnection
    ) throws -> Answer {
        let reading = try ProgrammeReading(address.0, address.1, for: visit, on: connection)
        var page = try NewEvidencePage(of: reading, address.2, address.3, on: connection)
        var problems: [FormState.Problem] = []
        do {
            guard let source = page.source(of: form) else {
                throw TheoryProblems([TheoryProblem("evidence-target", .unknownEvidence)])
            }
            let blank = TheoryEvidence(
                id: visit.context.makeID(),
                programme: address.1,
                link: address.2,
                source: source,
                bearing: .unclear,
                why: "",
                author: visit.context.author,
                instant: visit.now
            )
            let evidence = EvidenceFields.read(form, into: blank, &problems)
            guard problems.isEmpty else { throw TheoryProblems([]) }
            try TheoryStore.attach(evidence, of: reading.programme, visit.context, on: connection)
        } catch let error as TheoryProblems {
            page.form = FormState(typed: form, problems: problems + error.problems.map(\.problem))
            return .unsaved(page)
        }
        return .redirect(to: .arrow(address.0, address.1, address.2), notice: .evidenceAttached)
    }

    @Sendable private static func change(
        _ address: (Unit.ID, Programme.ID, TheoryEvidence.ID),
        _ form: Form,
        _ visit: Visit,
        _ connection: any SQLConnection
    ) throws -> Answer {
        let reading = try ProgrammeReading(address.0, address.1, for: visit, on: connection)
        var page = try EvidencePage(of: reading, address.2, on: connection)
        let evidence = page.evidence
        let names = form.names(among: evidence.fields)
        let path: WritableKeyPath<EvidencePage, FormState> =
            names.contains("bearing") ? \.form : \.removalForm
        let edit = try Edit(
            form,
            of: .evidence,
            evidence.id,
            now: evidence.fields,
            asking: names,
            words: reading.words,
            on: connection
        )
        if let state = edit.conflict {
            page[keyPath: path] = state
            return .conflict(page)
        }
        var problems: [FormState.Problem] = []
        do {
            try connection.savepoint {
                try change(
                    evidence,
                    edit.form,
                    Set(names),
                    reading.programme,
                    visit.context,
                    &problems,
                    connection
                )
            }
        } catch let error as TheoryProblems {
            page[keyPath: path] = FormState(
                typed: edit.form,
                problems: problems + error.problems.map(\.problem)
            )
            return .unsaved(page)
        }
        return .redirect(
            to: .evidence(address.0, address.1, address.2),
            notice: form["in-theory"] == "no" ? .theoryRemoved : .theoryChanged
        )
    }

    private static func change(
        _ evidence: TheoryEvidence,
        _ form: Form,
        _ names: Set<String>,
        _ programme: Programme,
        _ context: Context,
        _ problems: inout [FormState.Problem],
        _ connection: any SQLConnection
    ) throws {
        if form["in-theory"] == "yes" {
            try TheoryStore.putBack(evidence, of: programme, context, on: connection)
        }
        if names.contains("bearing") {
            let changed = EvidenceFields.read(form, into: evidence, &problems)
            guard problems.isEmpty else { throw TheoryProblems([]) }
            try TheoryStore.update(changed, of: programme, context, on: connection)
        }
        if form["in-theory"] == "no", evidence.removal == nil {
            try TheoryStore.remove(evidence, of: programme, reason: form["reason"], context, on: connection)
        }
    }
}
