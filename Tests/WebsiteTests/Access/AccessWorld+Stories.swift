import Sightline
import Storage
import Testing
import Website

extension AccessWorld {
    /// The same for addresses of stories: shared is one to which someone agreed, kept one to which nobody did.
    func stories(like example: Address, _ subject: AccessTable.Subject) async throws -> Address {
        switch example {
        case .activities(let example): return .activities(try await activity(like: example))
        case .newStory: return .newStory(own)
        case .story: return .story(own, try await story(subject))
        case .storyDetails: return .storyDetails(own, try await story(subject))
        case .storyConsents: return .storyConsents(own, try await story(subject))
        case .endedConsents: return .endedConsents(own, try await story(subject))
        case .deletedStory: return .deletedStory(own, try await story(subject))
        default: return .stories(own)
        }
    }

    private func story(_ subject: AccessTable.Subject) async throws -> Story.ID {
        let (context, unit) = (site.context, own)
        let story = Story(
            id: context.makeID(),
            unit: unit,
            kind: .story,
            visibility: .place,
            title: subject == .kept ? "Secret falls" : "Falls",
            day: context.now.day,
            changed: "She walks to the shop again",
            matters: "It was what she missed",
            author: context.author,
            instant: context.now
        )
        let consent = Consent(
            id: context.makeID(),
            who: "Mrs H",
            audience: .place,
            day: context.now.day,
            author: context.author,
            instant: context.now
        )
        try await site.database.write { connection in
            try StoryStore.insert(story, context, on: connection)
            if subject == .shared {
                try StoryStore.record(consent, to: story, context, on: connection)
            }
        }
        return story.id
    }
}
