package import Storage

/// Written pages in the bin.
extension BinStore {
    /// Deletes a page.
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
        return try put(item, context, on: connection)
    }

    /// All of a page but who may read what is on record of it.
    static func purgeReport(_ item: BinItem, on connection: any SQLConnection) throws {
        guard let id = Report.ID(item.subject) else { return }
        try ReportLinkStore.forget(id, on: connection)
        try RevisionStore.forget(.report, id, on: connection)
        try connection.execute("UPDATE report SET summary = '', content = '' WHERE id = ?", [.id(id)])
    }
}
