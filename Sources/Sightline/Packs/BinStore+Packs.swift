package import Storage

extension BinStore {
    /// Deletes a pack with all of its versions; the measures that were made from it stay.
    ///
    /// - Throws: ``BinError``.
    @discardableResult
    package static func delete(
        _ id: Pack.ID,
        reason: String,
        _ context: Context,
        on connection: any SQLConnection
    ) throws -> BinItem {
        guard let pack = try PackStore.find(id, on: connection) else { throw BinError.notFound }
        let item = BinItem(
            .pack,
            subject: id.description,
            name: pack.header.title,
            unit: pack.unit,
            reason: reason,
            context
        )
        return try put(item, context, on: connection)
    }

    /// All of a pack but who may read what is on record of it.
    static func purgePack(_ item: BinItem, on connection: any SQLConnection) throws {
        guard let id = Pack.ID(item.subject) else { return }
        try PublicLinkStore.forget(to: id, on: connection)
        for table in ["pack_use", "pack_version"] {
            try connection.execute("DELETE FROM \(table) WHERE pack_id = ?", [.id(id)])
        }
        // Its name is free for another.
        try connection.execute("UPDATE pack SET name = id WHERE id = ?", [.id(id)])
        try RevisionStore.forget(.pack, id, on: connection)
    }
}
