package import Storage

extension BinStore {
    /// Deletes an activity.
    ///
    /// - Throws: ``BinError``.
    @discardableResult
    package static func delete(
        _ id: Activity.ID,
        reason: String,
        _ context: Context,
        on connection: any SQLConnection
    ) throws -> BinItem {
        guard let activity = try ActivityStore.find(id, on: connection) else { throw BinError.notFound }
        let item = BinItem(
            .activity,
            subject: id.description,
            name: activity.title,
            unit: activity.unit,
            reason: reason,
            context
        )
        return try put(item, context, on: connection)
    }

    /// An activity with what it said before.
    static func purgeActivity(_ item: BinItem, on connection: any SQLConnection) throws {
        try connection.execute("DELETE FROM activity WHERE id = ?", [.text(item.subject)])
        if let id = Activity.ID(item.subject) { try RevisionStore.forget(.activity, id, on: connection) }
    }
}
