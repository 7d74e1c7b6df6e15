import Sightline
import Statistics
import Storage

/// Writes what people told of their work: stories with the consent of whom they tell, and learning notes.
struct StoryFiller {
    private let now: Timestamp
    private let connection: any SQLConnection

    init(now: Timestamp, on connection: any SQLConnection) {
        self.now = now
        self.connection = connection
    }

    func fill() throws {
        let kitchen = try tell(
            .story,
            "He made his own tea",
            in: "APPLEWICK",
            of: "Home First",
            daysAgo: 40,
            changed: """
                Two weeks in hospital, and everybody spoke of a care home. The team met him at home the same \
                afternoon. In his own kitchen he made tea for three.
                """,
            matters: "Nobody could have seen that on a ward.",
            chosenBy: "Applewick’s family council",
            because: "It shows what an assessment in the wrong place takes from people"
        )
        try agree("The man himself", .community, to: kitchen, daysAgo: 39)
        try agree("His daughter", .community, to: kitchen, daysAgo: 38)
        _ = try tell(
            .note,
            "A call on the second day",
            in: "APPLEWICK",
            of: "Home First",
            daysAgo: 120,
            changed: "Someone rings on the second day at home, every time.",
            matters: "The one who came back to hospital had run out of tablets, and nobody had asked."
        )
        let waiting = try tell(
            .story,
            "The night before the review",
            in: "BRI-INF",
            daysAgo: 12,
            changed: "She says that for the first time somebody told her beforehand what would be decided.",
            matters: "She slept."
        )
        // Told to her own hospital only, until she says more.
        try agree("The woman who told it", .unit, to: waiting, daysAgo: 11)
    }

    private func tell(
        _ kind: Story.Kind,
        _ title: String,
        in code: String,
        of programme: String? = nil,
        daysAgo: Int64,
        changed: String,
        matters: String,
        chosenBy: String = "",
        because: String = ""
    ) throws -> Story {
        let unit = try UnitStore.made(code, on: connection)
        let context = Context(daysAgo: daysAgo, from: now)
        let story = Story(
            id: context.makeID(),
            unit: unit.id,
            programme: try ProgrammeStore.all(of: unit.id, on: connection)
                .first { $0.title == programme }?.id,
            kind: kind,
            visibility: .community,
            title: title,
            day: context.now.day,
            changed: changed,
            matters: matters,
            chosenBy: chosenBy,
            chosenBecause: because,
            author: context.author,
            instant: context.now
        )
        try StoryStore.insert(story, context, on: connection)
        return story
    }

    private func agree(_ who: String, _ audience: Visibility, to story: Story, daysAgo: Int64) throws {
        let context = Context(daysAgo: daysAgo, from: now)
        guard let kept = try StoryStore.find(story.id, on: connection) else { return }
        let consent = Consent(
            id: context.makeID(),
            who: who,
            audience: audience,
            day: context.now.day,
            author: context.author,
            instant: context.now
        )
        try StoryStore.record(consent, to: kept, context, on: connection)
    }
}
