package import Storage

/// Written pages in the bin.
extension BinStore {
    /// Deletes a page with what was frozen of it.
    ///
    /// - Throws: ``BinError``.
    @discardableResult
    package static func delete(
        _ id: Report.ID,
        reason: String,
        _ context: Context,
        on connection: any SQLConnection
    ) throws -> BinItem {
        guard let report = try ReportStore.find(id, on: connection) else { throw BinError.notFound }
        let item = BinItem(
            .report,
            subject: id.description,
            name: report.title,
            unit: report.unit,
            report: id,
            reason: reason,
            context
        )
        let snapshots = "snapshot WHERE report_id = ? AND bin_id IS NULL"
        return try put(item, with: [(snapshots, .id(id))], context, on: connection)
    }

    /// Deletes a snapshot of a page.
    ///
    /// - Throws: ``BinError``.
    @discardableResult
    package static func delete(
        _ id: Snapshot.ID,
        of report: Report,
        reason: String,
        _ context: Context,
        on connection: any SQLConnection
    ) throws -> BinItem {
        guard let snapshot = try SnapshotStore.find(id, on: connection), snapshot.report == report.id else {
            throw BinError.notFound
        }
        let item = BinItem(
            .snapshot,
            subject: id.description,
            name: "\(snapshot.title), frozen on \(snapshot.instant.day)",
            unit: report.unit,
            report: report.id,
            reason: reason,
            context
        )
        return try put(item, context, on: connection)
    }

    /// All of a page but who may read what is on record of it.
    static func purgeReport(_ item: BinItem, on connection: any SQLConnection) throws {
        guard let id = Report.ID(item.subject) else { return }
        try PublicLinkStore.forget(to: id, on: connection)
        try SnapshotStore.forget(where: "report_id = ?", .id(id), on: connection)
        // Those that were thrown away on their own went with it.
        try connection.execute(
            "DELETE FROM bin WHERE report_id = ? AND kind = ?",
            [.id(id), .word(BinItem.Kind.snapshot)]
        )
        try RevisionStore.forget(.report, id, on: connection)
        try connection.execute("UPDATE report SET summary = '', content = '' WHERE id = ?", [.id(id)])
    }
}
