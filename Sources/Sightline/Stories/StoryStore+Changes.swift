import Statistics
package import Storage

/// Changes of stories; each is told to the audit trail, without a word of what they tell.
extension StoryStore {
    /// - Throws: ``StoryProblems``.
    package static func insert(
        _ story: Story,
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        try check(story, context)
        try connection.execute(
            """
            INSERT INTO story (id, unit_id, programme_id, cycle_id, kind, visibility, title, day, changed, matters,
                chosen_by, chosen_because, author, person_id, instant)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [.id(story.id), .id(story.unit)] + content(story)
                + [.text(story.author.name), .id(story.author.person), .instant(story.instant)]
        )
        try RevisionStore.note(.story, story.id, from: nil, to: story.fields, context, on: connection)
        let entry = AuditEntry.story(.created, story, AuditEntry.changes(from: nil, to: story))
        try AuditStore.append(entry, context, on: connection)
    }

    /// Changes everything but whose it is, who told it first, and who agreed.
    ///
    /// - Throws: ``StoryProblems``.
    package static func update(
        _ story: Story,
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        try check(story, context)
        guard let old = try find(story.id, on: connection), old.fields != story.fields else { return }
        try connection.execute(
            """
            UPDATE story SET programme_id = ?, cycle_id = ?, kind = ?, visibility = ?, title = ?, day = ?, changed = ?,
                matters = ?, chosen_by = ?, chosen_because = ?
            WHERE id = ?
            """,
            content(story) + [.id(story.id)]
        )
        try RevisionStore.note(.story, story.id, from: old.fields, to: story.fields, context, on: connection)
        let entry = AuditEntry.story(.changed, story, AuditEntry.changes(from: old, to: story))
        try AuditStore.append(entry, context, on: connection)
    }

    private static func content(_ story: Story) -> [SQLValue] {
        [
            .id(story.programme), .id(story.cycle), .word(story.kind), .word(story.visibility),
            .text(story.title), .day(story.day), .text(story.changed), .text(story.matters),
            .text(story.chosenBy), .text(story.chosenBecause),
        ]
    }

    /// Checks what a story says, without keeping it.
    ///
    /// - Throws: ``StoryProblems``.
    package static func check(_ story: Story, _ context: Context) throws {
        let isChosen = !story.chosenBy.isEmpty || !story.chosenBecause.isEmpty
        try StoryProblems.check([
            .line(story.title, "story-title"), .text(story.changed, "changed"),
            .text(story.matters, "matters"),
            .line(story.chosenBy, "chosen-by", isRequired: isChosen),
            .text(story.chosenBecause, "chosen-because", isRequired: isChosen),
            story.day > context.now.day ? StoryProblem("told-on", .inFuture) : nil,
        ])
    }

    // MARK: Consent

    /// Records that someone agreed.
    ///
    /// - Throws: ``StoryProblems``.
    package static func record(
        _ consent: Consent,
        to story: Story,
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        try StoryProblems.check([
            story.kind == .note ? StoryProblem("consent-who", .needsNoConsent) : nil,
            .line(consent.who, "consent-who"),
            consent.day > context.now.day ? StoryProblem("consent-day", .inFuture) : nil,
        ])
        try connection.execute(
            """
            INSERT INTO story_consent (id, story_id, who, audience, day, author, person_id, instant)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .id(consent.id), .id(story.id), .text(consent.who), .word(consent.audience),
                .day(consent.day), .text(context.author.name), .id(context.author.person),
                .instant(context.now),
            ]
        )
        try tell(story, on: connection, context) { $0.append(consent) }
    }

    /// Records that someone took their consent back: from now on the story is out of everyone else's sight.
    ///
    /// - Throws: ``StoryProblems``.
    package static func withdraw(
        _ id: Consent.ID,
        of story: Story,
        reason: String,
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        let isThere = story.consents.contains { $0.id == id && $0.withdrawal == nil }
        try StoryProblems.check([
            isThere ? nil : StoryProblem("withdrawal-reason", .noConsent),
            .text(reason, "withdrawal-reason", isRequired: false),
        ])
        try connection.execute(
            """
            UPDATE story_consent SET withdrawn = ?, withdrawn_by = ?, withdrawn_reason = ?
            WHERE id = ? AND story_id = ? AND withdrawn IS NULL
            """,
            [
                .instant(context.now), .text(context.author.name), .text(reason), .id(id), .id(story.id),
            ]
        )
        let withdrawal = Consent.Withdrawal(name: context.author.name, instant: context.now, reason: reason)
        try tell(story, on: connection, context) { consents in
            for index in consents.indices where consents[index].id == id {
                consents[index].withdrawal = withdrawal
            }
        }
    }

    /// Tells how the change of the consents changes who may see the story.
    private static func tell(
        _ story: Story,
        on connection: any SQLConnection,
        _ context: Context,
        _ change: (inout [Consent]) -> Void
    ) throws {
        var after = story.consents
        change(&after)
        func words(_ consents: [Consent]) -> String {
            let given = consents.count { $0.withdrawal == nil }
            return "\(given) given, \(consents.count - given) taken back: "
                + (consents.audience?.rawValue ?? "nobody else")
        }
        let changes = [AuditEntry.Change("consent", words(story.consents), words(after))]
        try AuditStore.append(.story(.changed, story, changes), context, on: connection)
    }
}
