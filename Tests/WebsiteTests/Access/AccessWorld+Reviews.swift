import Sightline
import Storage
import Testing
import Website

extension AccessWorld {
    /// The same for addresses of reviews and decisions: made afresh, as a visit may delete them.
    func review(like example: ReviewAddress, _ subject: AccessTable.Subject) async throws -> ReviewAddress {
        let context = site.context
        let signal = try #require(signals[subject])
        let unit = own
        let (review, decision) = try await site.database.write { connection in
            try SampleReview.make("Secret falls", about: signal, in: unit, context, on: connection)
        }
        return switch example {
        case .list: .list(own)
        case .rhythm: .rhythm(own)
        case .use: .use(own)
        case .useData(_, let format): .useData(own, format)
        case .decisionsFile(_, let format): .decisionsFile(own, format)
        case .review: .review(own, review)
        case .screen: .screen(own, review)
        case .minutes: .minutes(own, review)
        case .minutesFile: .minutesFile(own, review)
        case .notes: .notes(own, review)
        case .signal: .signal(own, review, signal)
        case .decisions: .decisions(own, review)
        case .closure: .closure(own, review)
        case .additions: .additions(own, review)
        case .deletedReview: .deletedReview(own, review)
        case .decision: .decision(own, decision)
        case .followUp: .followUp(own, decision)
        case .deletedDecision: .deletedDecision(own, decision)
        }
    }

    /// The code of a fresh private calendar address.
    func calendarCode() async throws -> SignInCode {
        let context = site.context
        let member = member
        return try await site.database.write { connection in
            let account = try #require(try AccountStore.find(member, on: connection))
            return SignInCode(try CalendarFeedStore.make(for: account, context, on: connection))
        }
    }
}
