import Sightline
import Storage

/// Programmes: the list, a new one, one's page and its details.
enum ProgrammeRoutes {
    static func register(on routes: Routes) {
        routes.at(Address.programmes).get { unit, visit, connection in
            .page(try ProgrammesPage(of: unit, for: visit, on: connection))
        }
        routes.at(Address.newProgramme)
            .get { unit, visit, connection in
                .page(try ProgrammeFormPage(newIn: unit, for: visit, on: connection))
            }
            .post(add)
        routes.at(Address.programme).get { address, visit, connection in
            let reading = try ProgrammeReading(address.0, address.1, for: visit, on: connection)
            return .page(try ProgrammePage(of: reading, for: visit, on: connection))
        }
        routes.at(Address.programmeDetails)
            .get { address, visit, connection in
                let reading = try ProgrammeReading(address.0, address.1, for: visit, on: connection)
                return .page(try ProgrammeFormPage(of: reading, on: connection))
            }
            .post(change)
        routes.at(Address.deletedProgramme).post { address, form, visit, connection in
            try BinStore.delete(
                address.1,
                reason: DeletionForm.reason(in: form),
                visit.context,
                on: connection
            )
            return .redirect(to: .programmes(address.0), notice: .binned)
        }
    }

    @Sendable private static func add(
        _ unit: Unit.ID,
        _ form: Form,
        _ visit: Visit,
        _ connection: any SQLConnection
    ) throws -> Answer {
        let programme = Programme(
            id: visit.context.makeID(),
            unit: unit,
            visibility: Visibility(rawValue: form["visibility"]) ?? .unit,
            title: form["title"],
            purpose: form["purpose"],
            author: visit.context.author,
            instant: visit.now
        )
        var page = try ProgrammeFormPage(newIn: unit, for: visit, on: connection)
        do {
            // A theory that can't be started takes the programme back with it.
            try connection.savepoint {
                try ProgrammeStore.insert(programme, visit.context, on: connection)
                let choice = form[ProgrammeStart.field]
                try page.start?.write(choice, into: programme, visit.context, on: connection)
            }
        } catch let error as TheoryProblems {
            page.form = FormState(typed: form, problems: error.problems.map(\.problem))
            return .unsaved(page)
        } catch let error as ProgrammeStart.Refusal {
            page.form = FormState(typed: form, problems: [error.problem])
            return .unsaved(page)
        }
        return .redirect(to: programme.address, notice: .programmeMade)
    }

    @Sendable private static func change(
        _ address: (Unit.ID, Programme.ID),
        _ form: Form,
        _ visit: Visit,
        _ connection: any SQLConnection
    ) throws -> Answer {
        let reading = try ProgrammeReading(address.0, address.1, for: visit, on: connection)
        var page = try ProgrammeFormPage(of: reading, on: connection)
        var programme = reading.programme
        let edit = try Edit(
            form,
            of: .programme,
            programme.id,
            now: programme.fields,
            words: reading.words,
            on: connection
        )
        if let state = edit.conflict {
            page.form = state
            return .conflict(page)
        }
        let form = edit.form
        programme.title = form["title"]
        programme.purpose = form["purpose"]
        programme.visibility = Visibility(rawValue: form["visibility"]) ?? programme.visibility
        programme.state = Programme.State(rawValue: form["state"]) ?? programme.state
        programme.unbalanced = form["unbalanced"]
        // To share what was written for fewer is for those who may share what a unit keeps.
        let isWider = programme.visibility.reach > reading.programme.visibility.reach
        guard !isWider || reading.reader.may(.share, reading.programme) else {
            let problem = FormState.Problem(
                "visibility",
                "Ask an administrator: only they may share it further."
            )
            page.form = FormState(typed: form, problems: [problem])
            return .unsaved(page)
        }
        do {
            try ProgrammeStore.update(programme, visit.context, on: connection)
        } catch let error as TheoryProblems {
            page.form = FormState(typed: form, problems: error.problems.map(\.problem))
            return .unsaved(page)
        }
        return .redirect(to: programme.address, notice: .programmeChanged)
    }
}

extension Visibility {
    fileprivate var reach: Int { Visibility.allCases.firstIndex(of: self) ?? 0 }
}
