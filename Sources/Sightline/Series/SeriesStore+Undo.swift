package import Storage

extension SeriesStore {
    /// Takes a whole recording back: each of its series gets a new edition with what stood before.
    ///
    /// - Throws: `RecordError.unknownRecording`, `.alreadyUndone`, or `.changedSince` when a later recording
    ///   built on it, which has to be undone first.
    @discardableResult
    package static func undo(
        _ id: Recording.ID,
        reason: String,
        _ context: Context,
        on connection: any SQLConnection
    ) throws -> RecordOutcome {
        guard !reason.isEmpty else { throw RecordError.reasonMissing }
        guard let undone = try RecordingStore.find(id, on: connection) else {
            throw RecordError.unknownRecording(id)
        }
        guard undone.undoneBy == nil else { throw RecordError.alreadyUndone(id) }
        var numbers: [(series: Series, number: Int)] = []
        try connection.each(
            """
            SELECT s.id, s.measure_id, s.version, s.unit_id, s.group_name, s.edition, e.number
            FROM edition e JOIN series s ON s.id = e.series_id WHERE e.recording_id = ? ORDER BY s.id
            """,
            [.id(id)]
        ) { numbers.append((try series(from: $0), try $0.int(6))) }
        let later = numbers.count { $0.series.edition != $0.number }
        guard later == 0 else { throw RecordError.changedSince(id, series: later) }
        let outcome = try restore(
            numbers.map { ($0.series, $0.number - 1) },
            reason: reason,
            context,
            on: connection
        )
        try connection.execute("UPDATE recording SET undone_by = NULL WHERE undone_by = ?", [.id(id)])
        try connection.execute(
            "UPDATE recording SET undone_by = ? WHERE id = ?",
            [.id(outcome.recording), .id(id)]
        )
        var measures = MeasureVersions()
        let touched = try numbers.map { series, _ in
            (key: series.key, measure: try measures.measure(of: series.key, on: connection))
        }
        try AuditStore.append(AuditEntry.recording(.ended, undone, of: touched), context, on: connection)
        return outcome
    }

    /// Puts an older edition of one series back, as a new edition; number 0 is the time before the first.
    ///
    /// Throws `RecordError.unknownEdition`.
    @discardableResult
    package static func restore(
        _ id: Series.ID,
        edition number: Int,
        reason: String,
        _ context: Context,
        on connection: any SQLConnection
    ) throws -> RecordOutcome {
        guard !reason.isEmpty else { throw RecordError.reasonMissing }
        guard let series = try find(id, on: connection) else {
            throw RecordError.unknownEdition(id, number: number)
        }
        return try restore([(series, number)], reason: reason, context, on: connection)
    }

    private static func restore(
        _ editions: [(series: Series, number: Int)],
        reason: String,
        _ context: Context,
        on connection: any SQLConnection
    ) throws -> RecordOutcome {
        let contents = try contents(of: editions.map(\.series.id), on: connection)
        var measures = MeasureVersions()
        var drafts: [EditionDraft] = []
        var outcome = RecordOutcome()
        for (index, (series, number)) in editions.enumerated() {
            let older =
                number == 0
                ? Observations() : try observations(of: series.id, edition: number, on: connection)
            let target = EditionDraft.Target(
                proposal: index,
                series: series.id,
                key: series.key,
                isNew: false,
                current: contents[series.id] ?? .none,
                measure: try measures.measure(of: series.key, on: connection)
            )
            drafts.append(EditionDraft(target, restoring: number, older))
            outcome.changes += drafts[index].changes
        }
        outcome.changedSeries = drafts.count
        let recording = Recording(
            id: context.makeID(),
            kind: .undo,
            author: context.author,
            instant: context.now,
            reason: reason,
            changes: outcome.changes,
            seriesCount: drafts.count
        )
        try write(drafts, of: recording, context, on: connection)
        outcome.recording = recording.id
        return outcome
    }
}
