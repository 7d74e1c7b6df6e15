package import Statistics
package import Storage

/// The life of a cycle: plan, do, study, and the decision that closes it. Each step is told to the audit trail.
extension CycleStore {
    /// Plans a new cycle.
    ///
    /// - Throws: ``TheoryProblems``.
    package static func plan(
        _ cycle: Cycle,
        _ prediction: Prediction,
        in programme: Programme,
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        try TheoryProblems.check(problems(of: cycle, prediction, on: connection))
        try connection.execute(
            """
            INSERT INTO cycle (id, programme_id, idea_id, previous_id, number, phase, question, plan_what,
                plan_who, plan_when, plan_where, population, needed, happened, learned, decision_reason, author,
                person_id, instant, words)
            VALUES (?, ?, ?, ?, ?, ?, '', '', '', '', '', '', '', '', '', '', ?, ?, ?, '')
            """,
            [
                .id(cycle.id), .id(programme.id), .id(cycle.idea), .id(cycle.previous), .int(cycle.number),
                .word(Cycle.Phase.plan), .text(cycle.author.name), .id(cycle.author.person),
                .instant(cycle.instant),
            ]
        )
        try write(cycle, on: connection)
        try write(prediction, of: cycle, on: connection)
        try tell(programme, "cycle", nil, cycle.question, context, on: connection)
    }

    /// Changes the plan of a cycle, and its prediction, as long as *do* has not begun.
    ///
    /// - Throws: ``TheoryProblems``.
    package static func replan(
        _ cycle: Cycle,
        _ prediction: Prediction,
        in programme: Programme,
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        let old = try standing(cycle, in: .plan, "question", on: connection)
        try TheoryProblems.check(problems(of: cycle, prediction, on: connection))
        let first = try predictions(of: programme.id, on: connection)[cycle.id]?.first
        try write(cycle, on: connection)
        // Only a new wording is a new prediction: its instant says when it was made.
        if first.map({ isSame($0, prediction) }) != true {
            try connection.execute("DELETE FROM prediction WHERE cycle_id = ?", [.id(cycle.id)])
            try write(prediction, of: cycle, on: connection)
        }
        try tell(programme, "cycle", old.question, cycle.question, context, on: connection)
    }

    /// Begins *do*: the prediction is locked, and the charts of the linked measures get a flag.
    ///
    /// - Parameter day: when the test itself began, which may be earlier than today.
    /// - Throws: ``TheoryProblems``.
    package static func begin(
        _ cycle: Cycle,
        on day: Day,
        in programme: Programme,
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        var cycle = try standing(cycle, in: .plan, "began", on: connection)
        try TheoryProblems.check([day > context.now.day ? TheoryProblem("began", .inFuture) : nil])
        (cycle.phase, cycle.began, cycle.locked) = (.do, day, context.now)
        try write(cycle, on: connection)
        try flag(cycle, on: day, in: programme, context, on: connection)
        try tell(programme, "phase", Cycle.Phase.plan.rawValue, told(cycle), context, on: connection)
    }

    /// Puts another prediction beside the locked one.
    ///
    /// - Throws: ``TheoryProblems``.
    package static func predictAgain(
        _ prediction: Prediction,
        of cycle: Cycle,
        in programme: Programme,
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        guard cycle.phase == .do || cycle.phase == .study else {
            throw TheoryProblems([TheoryProblem("prediction", .wrongPhase(cycle.phase))])
        }
        try TheoryProblems.check([
            .text(prediction.text, "prediction"), .text(prediction.reason, "prediction-reason"),
        ])
        var prediction = prediction
        let versions = try predictions(of: programme.id, on: connection)[cycle.id] ?? []
        prediction.version = (versions.last?.version ?? 0) + 1
        try write(prediction, of: cycle, on: connection)
        try tell(programme, "prediction", versions.last?.text, prediction.text, context, on: connection)
    }

    /// Records what happened, which ends *do*.
    ///
    /// - Throws: ``TheoryProblems``.
    package static func study(
        _ cycle: Cycle,
        happened: String,
        _ outcome: Cycle.Outcome?,
        in programme: Programme,
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        var cycle = try standing(cycle, in: .do, "happened", on: connection)
        try TheoryProblems.check([
            .text(happened, "happened"), outcome == nil ? TheoryProblem("outcome", .missing) : nil,
        ])
        (cycle.phase, cycle.happened, cycle.outcome) = (.study, happened, outcome)
        try write(cycle, on: connection)
        try tell(programme, "phase", Cycle.Phase.do.rawValue, told(cycle), context, on: connection)
    }

    /// Closes a cycle with what was learned and what is done about it.
    ///
    /// - Throws: ``TheoryProblems``.
    package static func close(
        _ cycle: Cycle,
        learned: String,
        _ decision: Cycle.Decision?,
        reason: String,
        in programme: Programme,
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        var cycle = try standing(cycle, in: .study, "learned", on: connection)
        try TheoryProblems.check([
            .text(learned, "learned"), decision == nil ? TheoryProblem("decision", .missing) : nil,
            .text(reason, "decision-reason"),
        ])
        (cycle.phase, cycle.learned, cycle.decision) = (.closed, learned, decision)
        (cycle.decisionReason, cycle.closed) = (reason, context.now)
        try write(cycle, on: connection)
        try tell(programme, "phase", Cycle.Phase.study.rawValue, told(cycle), context, on: connection)
    }

    /// All that is wrong with a plan and its prediction.
    package static func problems(
        of cycle: Cycle,
        _ prediction: Prediction,
        on connection: any SQLConnection
    ) throws -> [TheoryProblem] {
        let isKnown = try cycle.measure.map { try MeasureStore.find($0, on: connection) != nil } ?? true
        let problems: [TheoryProblem?] = [
            .text(cycle.question, "question"), .text(prediction.text, "prediction"),
            .text(cycle.plan.what, "plan-what", isRequired: false),
            .line(cycle.plan.who, "plan-who", isRequired: false),
            .line(cycle.plan.when, "plan-when", isRequired: false),
            .line(cycle.plan.place, "plan-where", isRequired: false),
            .line(cycle.context.population, "population", isRequired: false),
            .text(cycle.context.needed, "needed", isRequired: false),
            .positive(cycle.scale.people, "people"), .positive(cycle.scale.days, "days"),
            .positive(cycle.scale.places, "places"),
            isKnown ? nil : TheoryProblem("measure", .unknownMeasure),
        ]
        return problems.compactMap { $0 }
    }

    // MARK: -

    /// The cycle as it is stored now, in the phase that something may be done in.
    private static func standing(
        _ cycle: Cycle,
        in phase: Cycle.Phase,
        _ field: String,
        on connection: any SQLConnection
    ) throws -> Cycle {
        let found = try find(cycle.id, of: cycle.programme, on: connection) ?? cycle
        guard found.phase == phase else {
            throw TheoryProblems([TheoryProblem(field, .wrongPhase(found.phase))])
        }
        return found
    }

    private static func isSame(_ first: Prediction, _ second: Prediction) -> Bool {
        first.text == second.text && first.direction == second.direction && first.size == second.size
            && first.by == second.by
    }

    /// A flag on the chart of every measure that the cycle or its idea is linked to, in the programme's unit.
    ///
    /// It says no more than that a cycle began: the chart may have more readers than the programme.
    private static func flag(
        _ cycle: Cycle,
        on day: Day,
        in programme: Programme,
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        let theory = try TheoryStore.theory(of: programme.id, on: connection)
        let measures = Set(theory.measures(of: cycle.idea).map(\.measure) + [cycle.measure].compactMap { $0 })
        for measure in measures.sorted() {
            guard let version = try MeasureStore.find(measure, on: connection)?.definition.version else {
                continue
            }
            for series in try SeriesStore.all(of: measure, version: version, on: connection)
            where series.key.unit == programme.unit {
                let note = try AnnotationStore.add(
                    "A test of change begins: cycle \(cycle.number) of its ramp",
                    .test,
                    on: day,
                    to: series.id,
                    context,
                    on: connection
                )
                try connection.execute(
                    "UPDATE annotation SET cycle_id = ? WHERE id = ?",
                    [.id(cycle.id), .id(note.id)]
                )
            }
        }
    }

    private static func told(_ cycle: Cycle) -> String {
        let decision = cycle.decision.map { ", \($0.rawValue)" } ?? ""
        return "\(cycle.phase.rawValue)\(decision): \(cycle.question)"
    }

    private static func tell(
        _ programme: Programme,
        _ what: String,
        _ before: String?,
        _ after: String?,
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        let entry = AuditEntry.programme(.changed, programme, [.init(what, before, after)])
        if !entry.changes.isEmpty { try AuditStore.append(entry, context, on: connection) }
    }
}
