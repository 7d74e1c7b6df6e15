package import Storage

extension SeriesStore {
    /// Writes an edition of every series that proposals change, and judges those series anew.
    ///
    /// Nothing is written where nothing changes: recording the same once more says so.
    ///
    /// There is one proposal a series at most; days are moved to the first of the measure's period. `mode`
    /// says what becomes of observations that a proposal doesn't mention, `reason` why, in a person's words,
    /// and `origin` which file they come from; nil for an edit by hand. Throws ``RecordError`` before
    /// anything is written.
    package static func record(
        _ proposals: [Proposal],
        mode: Proposal.Mode = .merge,
        reason: String,
        origin: Recording.Origin? = nil,
        _ context: Context,
        on connection: any SQLConnection
    ) throws -> RecordOutcome {
        guard !reason.isEmpty else { throw RecordError.reasonMissing }
        let drafts = try drafts(of: proposals, mode, context, on: connection)
        var outcome = RecordOutcome(drafts)
        let changed = drafts.filter(\.changes.isChange)
        guard !changed.isEmpty else { return outcome }
        let recording = Recording(
            id: context.makeID(),
            kind: origin == nil ? .edit : .file,
            author: context.author,
            instant: context.now,
            reason: reason,
            origin: origin,
            changes: outcome.changes,
            seriesCount: changed.count
        )
        try write(changed, of: recording, context, on: connection)
        outcome.recording = recording.id
        return outcome
    }

    /// What ``record(_:mode:reason:origin:_:on:)`` would do, without doing it.
    ///
    /// - Throws: ``RecordError``.
    package static func preview(
        _ proposals: [Proposal],
        mode: Proposal.Mode = .merge,
        _ context: Context,
        on connection: any SQLConnection
    ) throws -> RecordOutcome {
        RecordOutcome(try drafts(of: proposals, mode, context, on: connection))
    }

    private static func drafts(
        of proposals: [Proposal],
        _ mode: Proposal.Mode,
        _ context: Context,
        on connection: any SQLConnection
    ) throws -> [EditionDraft] {
        let lookup = try RecordLookup(proposals, context, on: connection)
        return try Parallel.map(lookup.targets) { target in
            try EditionDraft(proposals[target.proposal], target, mode)
        }
    }

    /// Writes drafts and judges their series anew.
    static func write(
        _ drafts: [EditionDraft],
        of recording: Recording,
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        try RecordingStore.insert(recording, on: connection)
        for draft in drafts { try write(draft, recording.id, on: connection) }
        let touched = drafts.map { (key: $0.target.key, measure: $0.target.measure) }
        try AuditStore.append(
            AuditEntry.recording(.created, recording, of: touched),
            context,
            on: connection
        )
        let known = drafts.lazy.filter { !$0.target.isNew }.map(\.target.series)
        let phases = try PhaseStore.inForce(of: Array(known), on: connection)
        let watched = drafts.map { draft in
            let target = draft.target
            return Watched(
                series: Series(id: target.series, key: target.key, edition: draft.content.number),
                measure: target.measure,
                observations: draft.content.observations,
                phases: phases[target.series] ?? [],
                isNew: target.isNew
            )
        }
        try Watch.update(watched, context, on: connection)
    }

    private static func write(
        _ draft: EditionDraft,
        _ recording: Recording.ID,
        on connection: any SQLConnection
    ) throws {
        let series = draft.target.series
        let key = draft.target.key
        let number = draft.content.number
        if draft.target.isNew {
            try connection.execute(
                """
                INSERT INTO series (id, measure_id, version, unit_id, group_name, edition)
                VALUES (?, ?, ?, ?, ?, ?)
                """,
                [
                    .id(series), .id(key.measure), .int(key.version), .id(key.unit), .text(key.group),
                    .int(number),
                ]
            )
        } else {
            try connection.execute("UPDATE series SET edition = ? WHERE id = ?", [.int(number), .id(series)])
        }
        try connection.execute(
            """
            INSERT INTO edition (series_id, number, recording_id, sha256, observations, appended, revised,
                removed, unchanged, restores, base, kept, content)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .id(series), .int(number), .id(recording), .text(draft.sha256),
                .int(draft.content.observations.count), .int(draft.changes.appended),
                .int(draft.changes.revised), .int(draft.changes.removed), .int(draft.changes.unchanged),
                .int(draft.restores), .int(draft.content.base), .int(draft.content.kept), .blob(draft.bytes),
            ]
        )
    }
}

extension RecordOutcome {
    /// What writing drafts does; nothing has been recorded yet.
    fileprivate init(_ drafts: [EditionDraft]) {
        for draft in drafts {
            changes += draft.changes
            if draft.target.isNew { newSeries += draft.changes.isChange ? 1 : 0 }
            if draft.changes.isChange { changedSeries += 1 } else { unchangedSeries += 1 }
        }
    }
}
