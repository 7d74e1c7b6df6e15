package import Storage

extension BinStore {
    /// Deletes a story or a learning note, with the consents to it.
    ///
    /// - Throws: ``BinError``.
    @discardableResult
    package static func delete(
        _ id: Story.ID,
        reason: String,
        _ context: Context,
        on connection: any SQLConnection
    ) throws -> BinItem {
        guard let story = try StoryStore.find(id, on: connection) else { throw BinError.notFound }
        let item = BinItem(
            .story,
            subject: id.description,
            name: story.title,
            unit: story.unit,
            reason: reason,
            context
        )
        return try put(item, context, on: connection)
    }

    /// A story with what it said before, the consents to it, and what it was evidence of.
    static func purgeStory(_ item: BinItem, on connection: any SQLConnection) throws {
        try TheoryStore.forgetEvidence(by: "?", .text(item.subject), on: connection)
        try connection.execute("DELETE FROM story_consent WHERE story_id = ?", [.text(item.subject)])
        try connection.execute("DELETE FROM story WHERE id = ?", [.text(item.subject)])
        if let id = Story.ID(item.subject) {
            try RevisionStore.forget(.story, id, on: connection)
            try SnapshotStore.forget(id, on: connection)
        }
    }
}
