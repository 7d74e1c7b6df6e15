import Sightline
import Storage
import Testing
import Website

extension AccessWorld {
    /// The same for addresses of activities: made afresh, as a visit may delete them.
    func activity(like example: ActivityAddress) async throws -> ActivityAddress {
        let context = site.context
        let activity = Activity(
            id: context.makeID(),
            unit: own,
            kind: .workshop,
            title: "A workshop",
            level: .meso,
            firstDay: context.now.day,
            lastDay: context.now.day,
            purpose: "",
            participants: nil
        )
        try await site.database.write { try ActivityStore.insert(activity, context, on: $0) }
        return switch example {
        case .list: .list(own)
        case .activity: .activity(own, activity.id)
        case .deleted: .deleted(own, activity.id)
        }
    }
}
