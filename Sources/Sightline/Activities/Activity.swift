package import Statistics
package import Storage

/// Something that leaders did together to grow: a masterclass, a fellowship, an exchange, coaching.
///
/// It names nobody: who took part is theirs to tell.
package struct Activity: Identifiable, Equatable, Sendable {
    package typealias ID = Identifier<Activity>

    package let id: ID
    /// Whoever may read the unit may read it.
    package var unit: Unit.ID
    package var kind: Kind
    package var title: String
    package var level: Level
    package var firstDay: Day
    /// The same as the first where it took one day.
    package var lastDay: Day
    /// What it was for; may be empty.
    package var purpose: String
    /// About how many people took part; nil where nobody said.
    package var participants: Int?

    package enum Kind: String, CaseIterable, Sendable {
        case masterclass, fellowship, exchange, coaching, workshop
        /// The likes of a visit or an away day.
        case other
    }

    /// At which level of the system those who took part lead.
    package enum Level: String, CaseIterable, Sendable {
        /// Team and locality.
        case micro
        /// Service and pathway.
        case meso
        /// The whole system.
        case macro
        case across
    }

    package init(
        id: ID,
        unit: Unit.ID,
        kind: Kind,
        title: String,
        level: Level,
        firstDay: Day,
        lastDay: Day,
        purpose: String,
        participants: Int?
    ) {
        self.id = id
        self.unit = unit
        self.kind = kind
        self.title = title
        self.level = level
        self.firstDay = firstDay
        self.lastDay = lastDay
        self.purpose = purpose
        self.participants = participants
    }

    /// What its form asks for.
    package var fields: [Revision.Field] {
        [
            .init("activity-kind", kind.rawValue), .init("activity-title", title),
            .init("activity-level", level.rawValue), .init("first-day", firstDay.description),
            .init("last-day", lastDay == firstDay ? "" : lastDay.description),
            .init("activity-purpose", purpose), .init("participants", participants.map(String.init) ?? ""),
        ]
    }
}

/// One thing that is wrong with what somebody wrote of an activity.
package typealias ActivityProblem = FieldProblem<ActivityReason>
package typealias ActivityProblems = FieldProblems<ActivityReason>

package enum ActivityReason: TextReason {
    case missing
    case tooLong(most: Int)
    case endsBeforeItBegins
    /// A number of people that can't be.
    case noCount
}
