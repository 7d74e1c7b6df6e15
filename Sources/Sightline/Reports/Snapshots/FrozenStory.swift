package import Storage

/// A story as it stood: which of its revisions.
///
/// Its words are kept with the story and nowhere else.
package struct FrozenStory: Equatable, Sendable {
    package let story: Story.ID
    private let revision: Int
    /// The digest of what it said.
    private let sha256: String

    /// A story as it stands now.
    ///
    /// - Returns: nil where there is none.
    init?(of id: Story.ID, on connection: any SQLConnection) throws {
        guard let story = try StoryStore.find(id, on: connection) else { return nil }
        self.story = id
        revision = try RevisionStore.newest(.story, id, on: connection)
        sha256 = Self.digest(of: story.fields)
    }

    /// The story with the words that it had; who may see it is as it is now.
    ///
    /// - Returns: nil where it isn't there, or what is on record of it isn't what it was.
    package func story(on connection: any SQLConnection) throws -> Story? {
        guard let now = try StoryStore.find(story, on: connection),
            let said = try RevisionStore.find(.story, story, number: revision, on: connection)?.fields,
            Self.digest(of: said) == sha256
        else { return nil }
        return now.saying(said)
    }

    private static func digest(of fields: [Revision.Field]) -> String {
        Digest.sha256(Array(TabbedText.text(of: fields.map { [$0.name, $0.value] }).utf8))
    }

    // MARK: As text

    var text: String {
        var text = FrozenText()
        text.add("story", story.description)
        text.add("revision", String(revision))
        text.add("sha256", sha256)
        return text.text
    }

    /// - Returns: nil for what is no story.
    init?(_ content: String) {
        let text = FrozenText(content)
        guard let story = Story.ID(text["story"]), let revision = Int(text["revision"]) else { return nil }
        self.story = story
        self.revision = revision
        sha256 = text["sha256"]
    }
}
