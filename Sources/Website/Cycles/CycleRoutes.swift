import Sightline
import Statistics
import Storage

/// Cycles: the board, the library, a new one, one's page and the steps of its life.
enum CycleRoutes {
    typealias CycleAddress = (Unit.ID, Programme.ID, Cycle.ID)

    static func register(on routes: Routes) {
        routes.at(Address.cycleBoard).get { unit, visit, connection in
            .page(try BoardPage(of: unit, for: visit, on: connection))
        }
        routes.at(Address.cycleLibrary).get { unit, visit, connection in
            .page(try LibraryPage(of: unit, for: visit, on: connection))
        }
        routes.at(Address.newCycle)
            .get { address, visit, connection in
                let reading = try ProgrammeReading(address.0, address.1, for: visit, on: connection)
                let idea = try idea(address.2, of: reading)
                let from = Cycle.ID(visit.query["from"])
                return .page(try PlanPage(new: idea, from: from, of: reading, on: connection))
            }
            .post(plan)
        routes.at(Address.cycle).get { address, visit, connection in
            let reading = try ProgrammeReading(address.0, address.1, for: visit, on: connection)
            return .page(try CyclePage(of: reading, address.2, for: visit, on: connection))
        }
        routes.at(Address.cyclePlan)
            .get { address, visit, connection in
                let reading = try ProgrammeReading(address.0, address.1, for: visit, on: connection)
                return .page(
                    try PlanPage(changing: try reading.reading(address.2), of: reading, on: connection)
                )
            }
            .post(replan)
        routes.at(Address.cycleStart).post(begin)
        routes.at(Address.cyclePredictions).post(predictAgain)
        routes.at(Address.cycleStudy).post(study)
        routes.at(Address.cycleClosure).post(close)
        routes.at(Address.restoredCycle).post(putBack)
        routes.at(Address.deletedCycle).post { address, form, visit, connection in
            let reading = try ProgrammeReading(address.0, address.1, for: visit, on: connection)
            try BinStore.delete(
                try reading.reading(address.2).cycle.id,
                reason: DeletionForm.reason(in: form),
                visit.context,
                on: connection
            )
            return .redirect(to: reading.programme.address, notice: .binned)
        }
    }

    /// - Throws: `Failure.notFound` for what isn't a change idea.
    private static func idea(_ id: TheoryNode.ID, of reading: ProgrammeReading) throws -> TheoryNode {
        let node = try reading.node(id)
        guard node.kind == .changeIdea else { throw Failure.notFound }
        return node
    }

    @Sendable private static func plan(
        _ address: (Unit.ID, Programme.ID, TheoryNode.ID),
        _ form: Form,
        _ visit: Visit,
        _ connection: any SQLConnection
    ) throws -> Answer {
        let reading = try ProgrammeReading(address.0, address.1, for: visit, on: connection)
        let idea = try idea(address.2, of: reading)
        let previous = try Cycle.ID(form["previous"]).map { try reading.reading($0) }
        let blank = Cycle(
            id: visit.context.makeID(),
            programme: reading.programme.id,
            idea: idea.id,
            previous: previous?.cycle.id,
            number: (previous?.cycle.number ?? 0) + 1,
            question: "",
            author: visit.context.author,
            instant: visit.now
        )
        var read = CycleForm(form, into: blank, reading, visit.context)
        do {
            try requireReadable(read, on: connection)
            try CycleStore.plan(
                read.cycle,
                read.prediction,
                in: reading.programme,
                visit.context,
                on: connection
            )
        } catch let error as TheoryProblems {
            read.problems += error.problems.map(\.problem)
            var page = try PlanPage(new: idea, from: previous?.cycle.id, of: reading, on: connection)
            page.form = FormState(typed: form, problems: read.problems)
            return .unsaved(page)
        }
        return .redirect(to: .cycle(address.0, address.1, read.cycle.id), notice: .cyclePlanned)
    }

    /// Tells what stands against a plan together with what couldn't be read of it.
    private static func requireReadable(_ read: CycleForm, on connection: any SQLConnection) throws {
        guard !read.problems.isEmpty else { return }
        throw TheoryProblems(try CycleStore.problems(of: read.cycle, read.prediction, on: connection))
    }

    @Sendable private static func replan(
        _ address: CycleAddress,
        _ form: Form,
        _ visit: Visit,
        _ connection: any SQLConnection
    ) throws -> Answer {
        let reading = try ProgrammeReading(address.0, address.1, for: visit, on: connection)
        let own = try reading.reading(address.2)
        var page = try PlanPage(changing: own, of: reading, on: connection)
        let edit = try Edit(
            form,
            of: .cycle,
            own.cycle.id,
            now: own.cycle.fields(predicting: own.prediction),
            asking: PlanPage.names(of: own.cycle),
            words: reading.words,
            on: connection
        )
        if let state = edit.conflict {
            page.form = state
            return .conflict(page)
        }
        let form = edit.form
        var read = CycleForm(form, into: own.cycle, reading, visit.context)
        if own.cycle.locked != nil, let locked = own.prediction { read.prediction = locked }
        do {
            try requireReadable(read, on: connection)
            try CycleStore.replan(
                read.cycle,
                read.prediction,
                in: reading.programme,
                visit.context,
                on: connection
            )
        } catch let error as TheoryProblems {
            read.problems += error.problems.map(\.problem)
            page.form = FormState(typed: form, problems: read.problems)
            return .unsaved(page)
        }
        return .redirect(to: .cycle(address.0, address.1, address.2), notice: .cycleReplanned)
    }

    // MARK: Steps

    @Sendable private static func begin(
        _ address: CycleAddress,
        _ form: Form,
        _ visit: Visit,
        _ connection: any SQLConnection
    ) throws -> Answer {
        let names = CyclePage.startNames
        return try step(address, \.start, names, form, visit, connection, .cycleBegun) {
            form,
            cycle,
            programme in
            guard let day = Day(form["began"]) else {
                throw TheoryProblems([TheoryProblem("began", .missing)])
            }
            try CycleStore.begin(cycle, on: day, in: programme, visit.context, on: connection)
        }
    }

    @Sendable private static func predictAgain(
        _ address: CycleAddress,
        _ form: Form,
        _ visit: Visit,
        _ connection: any SQLConnection
    ) throws -> Answer {
        try step(address, \.prediction, [], form, visit, connection, .predictedAgain) {
            form,
            cycle,
            programme in
            let prediction = Prediction(
                text: form["prediction"],
                reason: form["prediction-reason"],
                author: visit.context.author,
                instant: visit.now
            )
            try CycleStore.predictAgain(
                prediction,
                of: cycle,
                in: programme,
                visit.context,
                on: connection
            )
        }
    }

    @Sendable private static func study(
        _ address: CycleAddress,
        _ form: Form,
        _ visit: Visit,
        _ connection: any SQLConnection
    ) throws -> Answer {
        let names = CyclePage.studyNames
        return try step(address, \.study, names, form, visit, connection, .cycleStudied) {
            form,
            cycle,
            programme in
            try CycleStore.study(
                cycle,
                happened: form["happened"],
                Cycle.Outcome(rawValue: form["prediction-outcome"]),
                in: programme,
                visit.context,
                on: connection
            )
        }
    }

    @Sendable private static func close(
        _ address: CycleAddress,
        _ form: Form,
        _ visit: Visit,
        _ connection: any SQLConnection
    ) throws -> Answer {
        let names = CyclePage.closureNames
        return try step(address, \.closure, names, form, visit, connection, .cycleClosed) {
            form,
            cycle,
            programme in
            try CycleStore.close(
                cycle,
                learned: form["learned"],
                Cycle.Decision(rawValue: form["decision"]),
                reason: form["decision-reason"],
                in: programme,
                visit.context,
                on: connection
            )
        }
    }

    /// Does one step of a cycle's life, or shows the page again with what is wrong, or with what someone else said.
    ///
    /// - Parameter names: the fields that the step's form asks for of the cycle; none where it adds to it.
    private static func step(
        _ address: CycleAddress,
        _ path: WritableKeyPath<CyclePage.Forms, FormState>,
        _ names: [String],
        _ form: Form,
        _ visit: Visit,
        _ connection: any SQLConnection,
        _ notice: Notice,
        _ take: (Form, Cycle, Programme) throws -> Void
    ) throws -> Answer {
        let reading = try ProgrammeReading(address.0, address.1, for: visit, on: connection)
        let own = try reading.reading(address.2)
        func page(_ state: FormState) throws -> CyclePage {
            try CyclePage(of: reading, address.2, for: visit, on: connection) { $0[keyPath: path] = state }
        }
        let edit = try Edit(
            form,
            of: .cycle,
            own.cycle.id,
            now: own.cycle.fields(predicting: own.prediction),
            asking: names,
            words: reading.words,
            on: connection
        )
        if let state = edit.conflict { return .conflict(try page(state)) }
        do {
            try take(edit.form, own.cycle, reading.programme)
        } catch let error as TheoryProblems {
            return .unsaved(
                try page(FormState(typed: edit.form, problems: error.problems.map(\.problem)))
            )
        }
        return .redirect(to: .cycle(address.0, address.1, address.2), notice: notice)
    }

    /// Puts a cycle back to how it was at one of its changes.
    @Sendable private static func putBack(
        _ address: CycleAddress,
        _ form: Form,
        _ visit: Visit,
        _ connection: any SQLConnection
    ) throws -> Answer {
        let reading = try ProgrammeReading(address.0, address.1, for: visit, on: connection)
        let own = try reading.reading(address.2)
        guard
            let number = Int(form["restored"]),
            let revision = try RevisionStore.find(.cycle, own.cycle.id, number: number, on: connection)
        else { throw Failure.badRequest("That state isn’t on record: go back and choose another.") }
        var wanted = form
        for field in revision.fields { wanted.set(field.value, for: field.name) }
        let now = own.cycle.fields(predicting: own.prediction)
        // What is locked is nobody's to choose.
        let locked = own.cycle.locked == nil ? [] : PlanPage.predictionNames
        let names = now.map(\.name).filter { !locked.contains($0) }
        let edit = try Edit(
            wanted,
            of: .cycle,
            own.cycle.id,
            now: now,
            asking: names,
            words: reading.words,
            on: connection
        )
        if let state = edit.conflict {
            return .conflict(
                try CyclePage(of: reading, address.2, for: visit, on: connection) { $0.restored = state }
            )
        }
        let fields = now.map { Revision.Field($0.name, edit.form[$0.name]) }
        try CycleStore.putBack(
            to: fields,
            of: own.cycle.id,
            in: reading.programme,
            visit.context,
            on: connection
        )
        return .redirect(to: .cycle(address.0, address.1, address.2), notice: .cyclePutBack)
    }
}
