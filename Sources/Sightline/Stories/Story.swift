package import Statistics
package import Storage

/// What people tell of their work: what changed, why it matters, and who chose to tell it.
package struct Story: Identifiable, Equatable, Sendable {
    package typealias ID = Identifier<Story>

    package let id: ID
    package var unit: Unit.ID
    /// What it tells of; nil where it tells of neither.
    package var programme: Programme.ID?
    package var cycle: Cycle.ID?
    package var kind: Kind
    /// Who may read it as far as its unit is concerned; whoever it tells of may have agreed to less.
    package var visibility: Visibility
    package var title: String
    /// On which day it was told.
    package var day: Day
    package var changed: String
    package var matters: String
    /// Who chose it among others, and why; empty where nobody has.
    package var chosenBy: String
    package var chosenBecause: String
    package var author: Author
    package var instant: Timestamp
    /// Those who agreed that it is told, the oldest first; the withdrawn ones too.
    package var consents: [Consent] = []

    package enum Kind: String, CaseIterable, Sendable {
        /// What a team learned; it tells of nobody who could be recognised.
        case note = "learning-note"
        /// What someone told of; it is theirs.
        case story
    }

    package init(
        id: ID,
        unit: Unit.ID,
        programme: Programme.ID? = nil,
        cycle: Cycle.ID? = nil,
        kind: Kind,
        visibility: Visibility,
        title: String,
        day: Day,
        changed: String,
        matters: String,
        chosenBy: String = "",
        chosenBecause: String = "",
        author: Author,
        instant: Timestamp
    ) {
        self.id = id
        self.unit = unit
        self.programme = programme
        self.cycle = cycle
        self.kind = kind
        self.visibility = visibility
        self.title = title
        self.day = day
        self.changed = changed
        self.matters = matters
        self.chosenBy = chosenBy
        self.chosenBecause = chosenBecause
        self.author = author
        self.instant = instant
    }
}

extension Story {
    /// How far it may be seen: as far as its unit lets it, and a story no further than all have agreed whom it tells
    /// of.
    ///
    /// Nil for a story without consent: only those who record things for its own unit see it.
    package var reach: Visibility? {
        guard kind == .story else { return visibility }
        return consents.audience.map { min($0, visibility) }
    }

    /// What its form asks for.
    package var fields: [Revision.Field] {
        [
            .init("story-kind", kind.rawValue), .init("story-title", title), .init("changed", changed),
            .init("matters", matters), .init("chosen-by", chosenBy), .init("chosen-because", chosenBecause),
            .init("told-on", day.description), .init("visibility", visibility.rawValue),
            .init("about", about),
        ]
    }

    /// The story with the words that it had when it said so; who told it, who agreed and who may read it stay.
    func saying(_ fields: [Revision.Field]) -> Story {
        var story = self
        story.title = fields["story-title"]
        story.changed = fields["changed"]
        story.matters = fields["matters"]
        story.chosenBy = fields["chosen-by"]
        story.chosenBecause = fields["chosen-because"]
        story.day = Day(fields["told-on"]) ?? day
        return story
    }

    /// What it tells of, as a form has it: a cycle, a programme or nothing.
    package var about: String { cycle?.description ?? programme?.description ?? "" }
}

extension Visibility: Comparable {
    /// Fewer people before more.
    package static func < (one: Visibility, other: Visibility) -> Bool {
        (allCases.firstIndex(of: one) ?? 0) < (allCases.firstIndex(of: other) ?? 0)
    }
}
