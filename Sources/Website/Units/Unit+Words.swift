import Sightline
import Statistics

extension Unit.Kind {
    var word: String {
        switch self {
        case .community: "Community"
        case .place: "Place"
        case .organisation: "Organisation"
        case .team: "Team"
        }
    }

    /// The kinds that may lie in one of this kind.
    var narrower: [Unit.Kind] { Unit.Kind.allCases.filter { self < $0 } }
}

extension Unit.Membership {
    /// What a unit is.
    var word: String {
        switch self {
        case .joined: "Taking part"
        case .paused: "Paused"
        case .left: "Left"
        }
    }

    /// What a unit did.
    var event: String {
        switch self {
        case .joined: "Joined"
        case .paused: "Paused"
        case .left: "Left"
        }
    }
}

extension Day {
    /// "4 March 2024".
    var words: String { Period.day.label(for: self) }
}
