import Storage

/// What is done with stories, as entries of the audit trail.
///
/// The trail is read by people whom a story isn't shared with, and it forgets nothing: it says what was done and to
/// which fields, and not a word of the story or of whom it tells of.
extension AuditEntry {
    static func story(_ act: Act, _ story: Story, _ changes: [Change] = []) -> AuditEntry {
        AuditEntry(act, subject(story), changes: changes)
    }

    /// A story as the trail names it.
    package static func subject(_ story: Story) -> Subject {
        Subject(.story, id: story.id.description, name: name(of: story), unit: story.unit)
    }

    private static func name(of story: Story) -> String {
        "\(story.kind == .note ? "Learning note" : "Story") of \(story.day)"
    }

    /// Which fields are different; their values only where they say who may see it.
    static func changes(from old: Story?, to new: Story) -> [Change] {
        changes(from: old?.fields, to: new.fields, telling: ["visibility", "story-kind"])
    }
}
