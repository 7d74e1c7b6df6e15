package import Statistics
package import Storage

/// The phases that people gave to series.
package enum PhaseStore {
    /// All of a series, withdrawn ones too, by start.
    package static func all(of series: Series.ID, on connection: any SQLConnection) throws -> [Phase] {
        try connection.all(
            "\(selection) WHERE series_id = ? AND bin_id IS NULL ORDER BY start_day, id",
            [.id(series)],
            phase(from:)
        )
    }

    package static func find(_ id: Phase.ID, on connection: any SQLConnection) throws -> Phase? {
        try connection.one("\(selection) WHERE id = ? AND bin_id IS NULL", [.id(id)], phase(from:))
    }

    /// Those in force, ascending by start.
    static func inForce(
        of series: [Series.ID],
        on connection: any SQLConnection
    ) throws -> [Series.ID: [Phase]] {
        var phases: [Series.ID: [Phase]] = [:]
        try connection.each(in: series.map { .id($0) }) { list in
            "\(selection) WHERE series_id IN \(list) AND withdrawn IS NULL AND bin_id IS NULL"
                + " ORDER BY start_day, id"
        } _: { row in
            let phase = try phase(from: row)
            phases[phase.series, default: []].append(phase)
        }
        return phases
    }

    /// Starts a phase and judges the series anew.
    ///
    /// - Throws: ``PhaseError``.
    @discardableResult
    package static func start(
        _ day: Day,
        of series: Series.ID,
        reason: String,
        _ context: Context,
        on connection: any SQLConnection
    ) throws -> Phase {
        try check(day, of: series, reason, besides: nil, on: connection)
        let phase = Phase(
            id: context.makeID(),
            series: series,
            start: day,
            reason: reason,
            author: context.author,
            instant: context.now
        )
        try connection.execute(
            """
            INSERT INTO phase (id, series_id, start_day, reason, author, person_id, instant)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .id(phase.id), .id(series), .day(day), .text(reason), .text(context.author.name),
                .id(context.author.person), .instant(context.now),
            ]
        )
        try RevisionStore.note(.phase, phase.id, from: nil, to: phase.fields, context, on: connection)
        let entry = try AuditEntry.phase(.created, phase, phase.fields.changes(from: nil), on: connection)
        try AuditStore.append(entry, context, on: connection)
        try Watch.refresh([series], context, on: connection)
        return phase
    }

    /// Changes when a phase starts and why, and judges the series anew.
    ///
    /// One that was taken back is in force again.
    /// - Throws: ``PhaseError``.
    package static func change(
        _ id: Phase.ID,
        start: Day,
        reason: String,
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        guard let old = try find(id, on: connection) else { throw PhaseError.notInForce(id) }
        try check(start, of: old.series, reason, besides: id, on: connection)
        var phase = old
        phase.start = start
        phase.reason = reason
        phase.withdrawn = nil
        try save(phase, from: old, .changed, context, on: connection)
    }

    /// - Parameter phase: one that may start then already: it is that one that changes.
    static func check(
        _ day: Day,
        of series: Series.ID,
        _ reason: String,
        besides phase: Phase.ID?,
        on connection: any SQLConnection
    ) throws {
        guard !reason.isEmpty else { throw PhaseError.reasonMissing }
        let days = try SeriesStore.observations(of: series, on: connection).days
        guard let first = days.first, let last = days.last, first < day, day <= last else {
            throw PhaseError.outsideSeries(day, first: days.first, last: days.last)
        }
        let others = try all(of: series, on: connection).filter { $0.id != phase && $0.withdrawn == nil }
        guard !others.contains(where: { $0.start == day }) else { throw PhaseError.startsAlready(day) }
    }

    private static func save(
        _ phase: Phase,
        from old: Phase,
        _ act: AuditEntry.Act,
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        guard phase != old else { return }
        try connection.execute(
            "UPDATE phase SET start_day = ?, reason = ?, withdrawn = ? WHERE id = ?",
            [.day(phase.start), .text(phase.reason), .instant(phase.withdrawn), .id(phase.id)]
        )
        let (before, after) = (old.fields, phase.fields)
        try RevisionStore.note(.phase, phase.id, from: before, to: after, context, on: connection)
        let entry = try AuditEntry.phase(act, phase, after.changes(from: before), on: connection)
        try AuditStore.append(entry, context, on: connection)
        try Watch.refresh([phase.series], context, on: connection)
    }

    /// Takes a phase back, keeping the record of it, and judges the series anew.
    ///
    /// - Throws: ``PhaseError``.
    package static func withdraw(
        _ id: Phase.ID,
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        guard let phase = try find(id, on: connection), phase.withdrawn == nil else {
            throw PhaseError.notInForce(id)
        }
        var withdrawn = phase
        withdrawn.withdrawn = context.now
        try save(withdrawn, from: phase, .ended, context, on: connection)
    }

    private static let selection = """
        SELECT id, series_id, start_day, reason, author, person_id, instant, withdrawn FROM phase
        """

    private static func phase(from row: any SQLRow) throws -> Phase {
        Phase(
            id: try row.identifier(0),
            series: try row.identifier(1),
            start: try row.day(2),
            reason: try row.text(3),
            author: try row.author(4),
            instant: try row.instant(6),
            withdrawn: try row.optionalInstant(7)
        )
    }
}
