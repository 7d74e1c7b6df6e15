package import Storage

/// A node of the one tree of communities, places, organisations and teams.
package struct Unit: Identifiable, Equatable, Sendable {
    package typealias ID = Identifier<Unit>

    package let id: ID
    /// Nil for a community at the top.
    package var parent: ID?
    package var kind: Kind
    package var name: String
    /// A short unique code that files name it by, such as an ODS code.
    package var code: String?
    /// What its newest event says; `joined` where there is none.
    package var membership: Membership
    /// Whether someone was made its administrator in particular.
    package var hasOwnAdministrator: Bool

    package init(
        id: ID,
        parent: ID?,
        kind: Kind,
        name: String,
        code: String? = nil,
        membership: Membership = .joined,
        hasOwnAdministrator: Bool = false
    ) {
        self.id = id
        self.parent = parent
        self.kind = kind
        self.name = name
        self.code = code
        self.membership = membership
        self.hasOwnAdministrator = hasOwnAdministrator
    }

    /// Whether roles above it stop at its people, its audit trail and the units inside it.
    package var isSelfGoverning: Bool { kind == .organisation && hasOwnAdministrator }

    /// From the widest to the narrowest; a unit lies in one of a wider kind.
    package enum Kind: String, CaseIterable, Comparable, Sendable {
        case community, place, organisation, team

        /// The wider kind is the smaller.
        package static func < (left: Kind, right: Kind) -> Bool { left.rank < right.rank }

        private var rank: Int {
            switch self {
            case .community: 0
            case .place: 1
            case .organisation: 2
            case .team: 3
            }
        }
    }

    /// Whether a unit takes part.
    package enum Membership: String, CaseIterable, Sendable {
        case joined, paused, left
    }
}

extension Unit {
    /// What its forms show of it.
    package var fields: [Revision.Field] {
        [.init("name", name), .init("code", code ?? ""), .init("parent", parent?.description ?? "")]
    }
}
