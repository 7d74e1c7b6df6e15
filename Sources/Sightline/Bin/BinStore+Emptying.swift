package import Storage

extension BinStore {
    /// Takes a thing out of the bin, with everything that went in with it, and judges its series anew.
    ///
    /// - Throws: ``BinError``.
    package static func restore(
        _ item: BinItem,
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        try requirePlace(of: item, on: connection)
        let series = try connection.all("SELECT id FROM series WHERE bin_id = ? ORDER BY id", [.id(item.id)])
        {
            try $0.identifier(0, of: Series.self)
        }
        for table in BinItem.Kind.allCases.map(\.rawValue) {
            try connection.execute("UPDATE \(table) SET bin_id = NULL WHERE bin_id = ?", [.id(item.id)])
        }
        try connection.execute("DELETE FROM bin WHERE id = ?", [.id(item.id)])
        try tell(.restored, item, context, on: connection)
        // What they are judged by may have changed meanwhile.
        try Watch.refresh(series, context, on: connection)
        if item.kind == .phase, let id = Phase.ID(item.subject),
            let phase = try PhaseStore.find(id, on: connection)
        {
            try Watch.refresh([phase.series], context, on: connection)
        }
    }

    /// Deletes for good what has lain in the bin for its 30 days; gives back how many things.
    @discardableResult
    package static func purgeExpired(_ context: Context, on connection: any SQLConnection) throws -> Int {
        let expired = try expired(at: context.now, on: connection)
        for item in expired {
            // What went with another one is gone already.
            guard try find(item.id, on: connection) != nil else { continue }
            try purge(item, context, on: connection)
        }
        return expired.count
    }

    /// Deletes a thing for good.
    ///
    /// Of a measure, a programme, a pack, a page and a unit an empty shell stays, which shows nowhere: it says who may
    /// read what is on record of it.
    package static func purge(_ item: BinItem, _ context: Context, on connection: any SQLConnection) throws {
        switch item.kind {
        case .phase:
            try connection.execute("DELETE FROM phase WHERE id = ?", [.text(item.subject)])
            if let id = Phase.ID(item.subject) { try RevisionStore.forget(.phase, id, on: connection) }
        case .annotation:
            try connection.execute("DELETE FROM annotation WHERE id = ?", [.text(item.subject)])
            if let id = Annotation.ID(item.subject) {
                try RevisionStore.forget(.annotation, id, on: connection)
            }
        case .series:
            if let id = Series.ID(item.subject) { try purge(id, on: connection) }
        case .measure: try purgeMeasure(item, on: connection)
        case .programme: try purgeProgramme(item, on: connection)
        case .cycle: try purgeCycle(item, on: connection)
        case .review:
            if let id = Review.ID(item.subject) { try ReviewStore.forget(id, on: connection) }
        case .decision:
            if let id = Decision.ID(item.subject) { try DecisionStore.forget(id, on: connection) }
        case .story: try purgeStory(item, on: connection)
        case .activity: try purgeActivity(item, on: connection)
        case .pack: try purgePack(item, on: connection)
        case .report: try purgeReport(item, on: connection)
        case .snapshot: try SnapshotStore.forget(where: "id = ?", .text(item.subject), on: connection)
        case .unit:
            try connection.execute(
                "UPDATE unit SET code = NULL, folded_code = NULL WHERE id = ?",
                [.text(item.subject)]
            )
            if let id = Unit.ID(item.subject) {
                try endRoles(on: id, context, on: connection)
                try LedgerStore.forget(id, on: connection)
                try ReviewStore.forget(reviewsOf: id, on: connection)
            }
            for table in ["role_grant", "invitation", "pending_import", "unit_event"] {
                try connection.execute("DELETE FROM \(table) WHERE unit_id = ?", [.text(item.subject)])
            }
        }
        try tell(.purged, item, context, on: connection)
        switch item.kind {
        case .measure, .unit, .programme, .pack, .report:
            try connection.execute(
                "UPDATE bin SET purged = ?, reason = '' WHERE id = ?",
                [.instant(context.now), .id(item.id)]
            )
        case .series, .phase, .annotation, .cycle, .review, .decision, .story, .activity, .snapshot:
            try connection.execute("DELETE FROM bin WHERE id = ?", [.id(item.id)])
        }
    }

    private static func endRoles(
        on unit: Unit.ID,
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        try RevisionStore.forget(.unit, unit, on: connection)
        let grants = try connection.all(
            "SELECT account_id, role FROM role_grant WHERE unit_id = ? ORDER BY account_id, role",
            [.id(unit)]
        ) { (account: try $0.identifier(0, of: Account.self), role: try $0.word(1, of: Role.self)) }
        for grant in grants {
            guard let account = try AccountStore.find(grant.account, on: connection) else { continue }
            let role = RoleGrant(role: grant.role, unit: unit)
            try AuditStore.append(.role(.ended, role, of: account), context, on: connection)
        }
    }

    /// What a thing stands on must be there.
    private static func requirePlace(of item: BinItem, on connection: any SQLConnection) throws {
        guard try UnitStore.find(item.unit, on: connection) != nil else { throw BinError.underBinned(.unit) }
        if item.kind == .cycle, let programme = item.programme,
            try ProgrammeStore.find(programme, on: connection) == nil
        {
            throw BinError.underBinned(.programme)
        }
        if item.kind == .snapshot, let report = item.report,
            try ReportStore.find(report, on: connection) == nil
        {
            throw BinError.underBinned(.report)
        }
        if item.kind == .decision, let id = Decision.ID(item.subject) {
            guard try DecisionStore.hasReview(id, on: connection) else { throw BinError.underBinned(.review) }
        }
        guard let measure = item.measure, item.kind != .measure else { return }
        guard try MeasureStore.find(measure, on: connection) != nil else {
            throw BinError.underBinned(.measure)
        }
        guard item.kind == .phase || item.kind == .annotation else { return }
        let isThere = try connection.one(
            "SELECT 1 FROM \(item.kind.rawValue) t JOIN series s ON s.id = t.series_id"
                + " WHERE t.id = ? AND s.bin_id IS NULL",
            [.text(item.subject)]
        ) { _ in true }
        guard isThere != nil else { throw BinError.underBinned(.series) }
        guard item.kind == .phase else { return }
        let isTaken = try connection.one(
            """
            SELECT 1 FROM phase p JOIN phase o ON o.series_id = p.series_id AND o.start_day = p.start_day
            WHERE p.id = ? AND p.withdrawn IS NULL AND o.bin_id IS NULL AND o.withdrawn IS NULL
            """,
            [.text(item.subject)]
        ) { _ in true }
        guard isTaken == nil else { throw BinError.startsAlready }
    }

    /// All of a measure but who may read what is on record of it: not its series, its targets or what it said.
    private static func purgeMeasure(_ item: BinItem, on connection: any SQLConnection) throws {
        guard let id = Measure.ID(item.subject) else { return }
        let series = try connection.all("SELECT id FROM series WHERE measure_id = ? ORDER BY id", [.id(id)]) {
            try $0.identifier(0, of: Series.self)
        }
        for series in series { try purge(series, on: connection) }
        for table in ["measure_target", "retirement", "pending_import"] {
            try connection.execute("DELETE FROM \(table) WHERE measure_id = ?", [.id(id)])
        }
        try connection.execute(
            """
            DELETE FROM measure_version WHERE measure_id = ?
                AND version <> (SELECT m.version FROM measure m WHERE m.id = measure_version.measure_id)
            """,
            [.id(id)]
        )
        try connection.execute(
            "UPDATE measure_version SET numerator = '', denominator = NULL, reason = '' WHERE measure_id = ?",
            [.id(id)]
        )
        try connection.execute(
            """
            UPDATE measure SET key = id, why = '', domain = '', source = '', licence = '', attribution = '', owner = '',
                next_review_day = NULL WHERE id = ?
            """,
            [.id(id)]
        )
        try RevisionStore.forget(.measure, id, on: connection)
    }

    /// A series with all of its editions: never one of them without the others.
    private static func purge(_ id: Series.ID, on connection: any SQLConnection) throws {
        let recordings = try connection.all(
            "SELECT DISTINCT recording_id FROM edition WHERE series_id = ? ORDER BY recording_id",
            [.id(id)]
        ) { try $0.identifier(0, of: Recording.self) }
        for (kind, table) in [(Revision.Kind.phase, "phase"), (.annotation, "annotation")] {
            try connection.execute(
                "DELETE FROM revision WHERE kind = ? AND subject_id IN"
                    + " (SELECT t.id FROM \(table) t WHERE t.series_id = ?)",
                [.word(kind), .id(id)]
            )
            // Those that were thrown away on their own go with it.
            let items = try connection.all(
                """
                SELECT DISTINCT b.id FROM \(table) t JOIN bin b ON b.id = t.bin_id
                WHERE t.series_id = ? AND b.kind = ? ORDER BY b.id
                """,
                [.id(id), .word(kind)]
            ) { try $0.identifier(0, of: BinItem.self) }
            try connection.execute("DELETE FROM \(table) WHERE series_id = ?", [.id(id)])
            for item in items { try connection.execute("DELETE FROM bin WHERE id = ?", [.id(item)]) }
        }
        let own = try connection.one(
            "SELECT b.id FROM bin b JOIN series s ON s.bin_id = b.id WHERE s.id = ? AND b.kind = 'series'",
            [.id(id)]
        ) { try $0.identifier(0, of: BinItem.self) }
        try SnapshotStore.forget(id, on: connection)
        try LedgerStore.forget(id, on: connection)
        try ReviewStore.forget(whatIsAbout: id, on: connection)
        try PublicLinkStore.forget(to: id, on: connection)
        for table in ["status", "outside_status", "outside_record", "edition"] {
            try connection.execute("DELETE FROM \(table) WHERE series_id = ?", [.id(id)])
        }
        try connection.execute("DELETE FROM series WHERE id = ?", [.id(id)])
        if let own { try connection.execute("DELETE FROM bin WHERE id = ?", [.id(own)]) }
        try forget(recordings, on: connection)
    }

    /// Recordings of which no edition is left.
    private static func forget(_ recordings: [Recording.ID], on connection: any SQLConnection) throws {
        for id in recordings {
            let isUsed = try connection.one("SELECT 1 FROM edition WHERE recording_id = ? LIMIT 1", [.id(id)])
            {
                _ in true
            }
            guard isUsed == nil else { continue }
            try connection.execute("UPDATE recording SET undone_by = NULL WHERE undone_by = ?", [.id(id)])
            try connection.execute("DELETE FROM recording WHERE id = ?", [.id(id)])
        }
    }
}
