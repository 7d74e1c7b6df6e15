import Hummingbird
package import Sightline

/// Every address about the activities of a unit.
package enum ActivityAddress: Hashable, Sendable {
    case list(Unit.ID)
    case activity(Unit.ID, Activity.ID)
    case deleted(Unit.ID, Activity.ID)

    /// Its path, piece by piece.
    var segments: [Address.Segment] {
        switch self {
        case .list(let unit): Self.activities(unit)
        case .activity(let unit, let activity): Self.activities(unit) + [.init("activity", activity)]
        case .deleted(let unit, let activity):
            Self.activities(unit) + [.init("activity", activity), "deleted"]
        }
    }

    /// The rule of an address, for reading it or for a form sent to it.
    func admission(for method: HTTPRequest.Method) -> Admission {
        switch self {
        case .list(let unit), .activity(let unit, _):
            .permitted(method == .post ? .annotate : .read, on: unit)
        case .deleted(let unit, _): .permitted(.annotate, on: unit)
        }
    }

    /// The page on which the form stands that is sent to it.
    var formPage: ActivityAddress {
        if case .deleted(let unit, let activity) = self { .activity(unit, activity) } else { self }
    }

    private static func activities(_ unit: Unit.ID) -> [Address.Segment] {
        ["units", .init("unit", unit), "activities"]
    }
}

extension Activity {
    var address: Address { .activities(.activity(unit, id)) }
}
