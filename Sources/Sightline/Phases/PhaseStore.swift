package import Statistics
package import Storage

/// The phases that people gave to series.
package enum PhaseStore {
    /// All of a series, withdrawn ones too, by start.
    package static func all(of series: Series.ID, on connection: any SQLConnection) throws -> [Phase] {
        try connection.all(
            "\(selection) WHERE series_id = ? ORDER BY start_day, id",
            [.id(series)],
            phase(from:)
        )
    }

    /// Those in force, ascending by start.
    static func inForce(
        of series: [Series.ID],
        on connection: any SQLConnection
    ) throws -> [Series.ID: [Phase]] {
        var phases: [Series.ID: [Phase]] = [:]
        try connection.each(in: series.map { .id($0) }) { list in
            "\(selection) WHERE series_id IN \(list) AND withdrawn IS NULL ORDER BY start_day, id"
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
        guard !reason.isEmpty else { throw PhaseError.reasonMissing }
        let days = try SeriesStore.observations(of: series, on: connection).days
        guard let first = days.first, let last = days.last, first < day, day <= last else {
            throw PhaseError.outsideSeries(day, first: days.first, last: days.last)
        }
        guard try all(of: series, on: connection).allSatisfy({ $0.start != day || $0.withdrawn != nil })
        else {
            throw PhaseError.startsAlready(day)
        }
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
        try Watch.refresh([series], context, on: connection)
        return phase
    }

    /// Takes a phase back, keeping the record of it, and judges the series anew.
    ///
    /// - Throws: ``PhaseError``.
    package static func withdraw(
        _ id: Phase.ID,
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        let found = try connection.one("\(selection) WHERE id = ?", [.id(id)], phase(from:))
        guard let phase = found, phase.withdrawn == nil else { throw PhaseError.notInForce(id) }
        try connection.execute(
            "UPDATE phase SET withdrawn = ? WHERE id = ?",
            [.instant(context.now), .id(id)]
        )
        try Watch.refresh([phase.series], context, on: connection)
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
