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
        try keeping(cycle.id, in: programme, context, on: connection) {
            try connection.execute(
                """
                INSERT INTO cycle (id, programme_id, idea_id, previous_id, number, phase, question, plan_what,
                    plan_who, plan_when, plan_where, population, needed, happened, learned, decision_reason, author,
                    person_id, instant, words)
                VALUES (?, ?, ?, ?, ?, ?, '', '', '', '', '', '', '', '', '', '', ?, ?, ?, '')
                """,
                [
                    .id(cycle.id), .id(programme.id), .id(cycle.idea), .id(cycle.previous),
                    .int(cycle.number), .word(Cycle.Phase.plan), .text(cycle.author.name),
                    .id(cycle.author.person), .instant(cycle.instant),
                ]
            )
            try write(cycle, on: connection)
            try write(prediction, of: cycle, on: connection)
        }
        try tell(programme, "cycle", nil, cycle.question, context, on: connection)
    }

    /// Changes the plan of a cycle as long as *do* has not begun, and its prediction, if that was never locked.
    ///
    /// - Throws: ``TheoryProblems``.
    package static func replan(
        _ cycle: Cycle,
        _ prediction: Prediction,
        in programme: Programme,
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        let old = try standing(cycle, in: [.plan], "question", on: connection)
        try TheoryProblems.check(problems(of: cycle, prediction, on: connection))
        let first = try predictions(of: programme.id, on: connection)[cycle.id]?.first
        let kept = old.locked == nil ? prediction : first
        let (before, after) = (old.fields(predicting: first), cycle.fields(predicting: kept))
        guard before != after else { return }
        try keeping(cycle.id, in: programme, context, on: connection) {
            try write(cycle, on: connection)
            if old.locked == nil { try replace(first, by: prediction, of: cycle, on: connection) }
        }
        let changes = [.init("cycle", old.question, cycle.question)] + after.changes(from: before)
        try AuditStore.append(.programme(.changed, programme, changes), context, on: connection)
    }

    /// Begins *do*: the prediction is locked, and the charts of the linked measures get a flag.
    ///
    /// For a cycle that has begun it corrects the day.
    /// - Parameter day: when the test itself began, which may be earlier than today.
    /// - Throws: ``TheoryProblems``.
    package static func begin(
        _ cycle: Cycle,
        on day: Day,
        in programme: Programme,
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        let old = try standing(cycle, in: Set(Cycle.Phase.allCases), "began", on: connection)
        try TheoryProblems.check([day > context.now.day ? TheoryProblem("began", .inFuture) : nil])
        var cycle = old
        if cycle.phase == .plan { cycle.phase = .do }
        // One that was taken back to its plan has its lock already.
        (cycle.began, cycle.locked) = (day, cycle.locked ?? context.now)
        guard cycle != old else { return }
        try keeping(cycle.id, in: programme, context, on: connection) { try write(cycle, on: connection) }
        try moveFlags(of: cycle, from: old, in: programme, context, on: connection)
        let before = old.phase == .plan ? old.phase.rawValue : told(old)
        let after = old.phase == .plan ? told(cycle) : "\(told(cycle)), began \(day)"
        try tell(programme, "phase", before, after, context, on: connection)
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
        guard cycle.locked != nil, cycle.phase != .closed else {
            throw TheoryProblems([TheoryProblem("prediction", .wrongPhase(cycle.phase))])
        }
        try TheoryProblems.check([
            .text(prediction.text, "prediction"), .text(prediction.reason, "prediction-reason"),
        ])
        var prediction = prediction
        let versions = try predictions(of: programme.id, on: connection)[cycle.id] ?? []
        prediction.version = (versions.last?.version ?? 0) + 1
        try write(prediction, of: cycle, on: connection)
        let told = "version \(prediction.version): \(prediction.text)"
        try tell(programme, "prediction", versions.last?.text, told, context, on: connection)
    }

    /// Records what happened, which ends *do*; later it corrects that.
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
        let old = try standing(cycle, in: [.do, .study, .closed], "happened", on: connection)
        try TheoryProblems.check([
            .text(happened, "happened"), outcome == nil ? TheoryProblem("prediction-outcome", .missing) : nil,
        ])
        var cycle = old
        if cycle.phase == .do { cycle.phase = .study }
        (cycle.happened, cycle.outcome) = (happened, outcome)
        guard cycle != old else { return }
        try keeping(cycle.id, in: programme, context, on: connection) { try write(cycle, on: connection) }
        guard old.phase == .do else {
            func said(_ cycle: Cycle) -> String { "\(cycle.outcome?.rawValue ?? ""): \(cycle.happened)" }
            return try tell(programme, "what happened", said(old), said(cycle), context, on: connection)
        }
        try tell(programme, "phase", Cycle.Phase.do.rawValue, told(cycle), context, on: connection)
    }

    /// Closes a cycle with what was learned and what is done about it; of a closed one it corrects that.
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
        let old = try standing(cycle, in: [.study, .closed], "learned", on: connection)
        try TheoryProblems.check([
            .text(learned, "learned"), decision == nil ? TheoryProblem("decision", .missing) : nil,
            .text(reason, "decision-reason"),
        ])
        var cycle = old
        (cycle.phase, cycle.learned, cycle.decision) = (.closed, learned, decision)
        (cycle.decisionReason, cycle.closed) = (reason, cycle.closed ?? context.now)
        guard cycle != old else { return }
        try keeping(cycle.id, in: programme, context, on: connection) { try write(cycle, on: connection) }
        func said(_ cycle: Cycle) -> String {
            "\(told(cycle)); \(cycle.learned); \(cycle.decisionReason)"
        }
        guard old.phase == .study else {
            return try tell(programme, "decision", said(old), said(cycle), context, on: connection)
        }
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

    /// The cycle as it is stored now, in a phase that something may be done in.
    private static func standing(
        _ cycle: Cycle,
        in phases: Set<Cycle.Phase>,
        _ field: String,
        on connection: any SQLConnection
    ) throws -> Cycle {
        let found = try find(cycle.id, of: cycle.programme, on: connection) ?? cycle
        guard phases.contains(found.phase) else {
            throw TheoryProblems([TheoryProblem(field, .wrongPhase(found.phase))])
        }
        return found
    }

    private static func told(_ cycle: Cycle) -> String {
        let decision = cycle.decision.map { ", \($0.rawValue)" } ?? ""
        return "\(cycle.phase.rawValue)\(decision): \(cycle.question)"
    }

    static func tell(
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
