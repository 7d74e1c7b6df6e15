import Sightline
import Statistics
import Storage

/// Decisions: making one in a review, changing it, and saying what came of it.
enum DecisionRoutes {
    static func register(on routes: Routes) {
        routes.at { Address.reviews(.decisions($0, $1)) }.post(decide)
        routes.at { Address.reviews(.decision($0, $1)) }
            .get { address, visit, connection in
                .page(try DecisionPage(of: address, for: visit, on: connection))
            }
            .post(change)
        routes.at { Address.reviews(.followUp($0, $1)) }.post(follow)
        routes.at { Address.reviews(.deletedDecision($0, $1)) }.post { address, _, visit, connection in
            let page = try DecisionPage(of: address, for: visit, on: connection)
            try BinStore.delete(page.decision.id, reason: "", visit.context, on: connection)
            return .redirect(to: .reviews(.list(address.0)), notice: .binned)
        }
        routes.table(at: { Address.reviews(.decisionsFile($0, $1)) }, file)
    }

    @Sendable private static func file(
        _ unit: Unit.ID,
        _ visit: Visit,
        _ connection: any SQLConnection
    ) throws -> TableDownload {
        let reader = try visit.readership(on: connection)
        guard let found = reader.tree[unit] else { throw Failure.notFound }
        let decisions = try DecisionStore.all(of: unit, for: reader, on: connection)
        return TableDownload(
            DecisionTable(unit: found, decisions: decisions),
            named: "\(found.name)-decisions"
        )
    }

    /// What a form says that a decision answers.
    private struct Subject {
        var about = About()
        var name = ""
        var entry: LedgerEntry?
    }

    @Sendable private static func decide(
        _ address: (Unit.ID, Review.ID),
        _ form: Form,
        _ visit: Visit,
        _ connection: any SQLConnection
    ) throws -> Answer {
        var page = try ReviewPage(of: address, for: visit, on: connection)
        var problems: [FormState.Problem] = []
        do {
            guard let asked = page.decision else {
                throw ReviewProblems([ReviewProblem("decided", .closed)])
            }
            let subject = try subject(form, address.0, visit, on: connection)
            if let subject, !page.subjects.contains(where: { $0.value == form["about"] }) {
                page.subjects.append((form["about"], subject.name))
            }
            if subject == nil { problems.append(.init("about", "Choose one of the list.")) }
            let blank = Decision(
                id: visit.context.makeID(),
                review: address.1,
                unit: address.0,
                kind: .watch,
                text: "",
                expected: "",
                owner: Author(name: ""),
                due: visit.now.day,
                about: subject?.about ?? About(),
                name: subject?.name ?? "",
                author: visit.context.author,
                instant: visit.now
            )
            let decision = asked.read(form, into: blank, &problems)
            guard problems.isEmpty else { throw ReviewProblems(DecisionStore.missing(in: decision)) }
            try DecisionStore.decide(
                decision,
                in: page.reading.review,
                about: subject?.entry,
                visit.context,
                on: connection
            )
        } catch let error as ReviewProblems {
            problems += error.problems.map(\.problem)
            page.forms.decision = FormState(typed: form, problems: problems)
            return .unsaved(page)
        }
        return .redirect(to: page.reading.review.address, notice: .decided)
    }

    /// Nil for what the visitor can't choose.
    private static func subject(
        _ form: Form,
        _ unit: Unit.ID,
        _ visit: Visit,
        on connection: any SQLConnection
    ) throws -> Subject? {
        let text = form["about"]
        if text.isEmpty { return Subject() }
        let reader = try visit.readership(on: connection)
        if text.hasPrefix("signal-") {
            guard let id = Signal.ID(String(text.dropFirst("signal-".count))),
                let entry = try ReviewSignalPage.entry(id, within: unit, for: reader, on: connection)
            else { return nil }
            return Subject(about: About(entry), name: entry.name, entry: entry)
        }
        guard text.hasPrefix("cycle-"), let id = Cycle.ID(String(text.dropFirst("cycle-".count))),
            let cycle = try CycleStore.find(id, on: connection),
            let programme = try ProgrammeStore.find(cycle.programme, on: connection),
            reader.may(.read, programme), reader.tree.contains(programme.unit, within: unit)
        else { return nil }
        return Subject(about: About(cycle, of: programme), name: cycle.question)
    }

    @Sendable private static func change(
        _ address: (Unit.ID, Decision.ID),
        _ form: Form,
        _ visit: Visit,
        _ connection: any SQLConnection
    ) throws -> Answer {
        var page = try DecisionPage(of: address, for: visit, on: connection)
        let old = page.decision
        let edit = try page.edit(form, asking: Decision.deciding, on: connection)
        if let state = edit.conflict {
            page.forms.decision = state
            return .conflict(page)
        }
        let form = edit.form
        var problems: [FormState.Problem] = []
        let decision = page.asked.read(form, into: old, &problems)
        do {
            guard problems.isEmpty else { throw ReviewProblems(DecisionStore.missing(in: decision)) }
            try DecisionStore.change(decision, about: page.entry, visit.context, on: connection)
        } catch let error as ReviewProblems {
            problems += error.problems.map(\.problem)
            page.forms.decision = FormState(typed: form, problems: problems)
            return .unsaved(page)
        }
        return .redirect(to: old.address, notice: .decisionChanged)
    }

    @Sendable private static func follow(
        _ address: (Unit.ID, Decision.ID),
        _ form: Form,
        _ visit: Visit,
        _ connection: any SQLConnection
    ) throws -> Answer {
        var page = try DecisionPage(of: address, for: visit, on: connection)
        let old = page.decision
        let edit = try page.edit(form, asking: Decision.following, on: connection)
        if let state = edit.conflict {
            page.forms.followUp = state
            return .conflict(page)
        }
        let form = edit.form
        var problems: [FormState.Problem] = []
        let outcome = FollowUp.Outcome(rawValue: form["came"])
        if outcome == nil { problems.append(.init("came", "Choose one of the list.")) }
        let minutes = ReviewRoutes.number("came-minutes", form, &problems)
        do {
            guard let outcome, problems.isEmpty else {
                throw ReviewProblems(
                    form["came-text"].isEmpty ? [ReviewProblem("came-text", .missing)] : []
                )
            }
            let followUp = FollowUp(
                outcome,
                happened: form["came-text"],
                minutes: minutes,
                author: visit.context.author,
                instant: visit.now
            )
            try DecisionStore.follow(
                up: old,
                with: followUp,
                settling: form.all("settle").isEmpty ? nil : page.settled,
                visit.context,
                on: connection
            )
        } catch let error as ReviewProblems {
            problems += error.problems.map(\.problem)
            page.forms.followUp = FormState(typed: form, problems: problems)
            return .unsaved(page)
        }
        return .redirect(to: old.address, notice: .followedUp)
    }
}
