import Sightline
import Statistics
import Storage
import Testing

/// An open review of a unit with a decision about a signal of it.
enum SampleReview {
    static func make(
        _ words: String,
        about signal: Signal.ID,
        in unit: Unit.ID,
        _ context: Context,
        on connection: any SQLConnection
    ) throws -> (review: Review.ID, decision: Decision.ID) {
        let review = try open(in: unit, .monthly, context, on: connection)
        let reader = try Readership.ofOperator(on: connection)
        let entry = try #require(try LedgerStore.find(signal, of: unit, for: reader, on: connection))
        let decision = Decision(
            id: context.makeID(),
            review: review.id,
            unit: unit,
            kind: .adapt,
            text: words,
            expected: "\(words) helps",
            owner: context.author,
            due: try #require(context.now.day.advanced(by: 30)),
            about: About(entry),
            name: entry.name,
            author: context.author,
            instant: context.now
        )
        try DecisionStore.decide(decision, in: review, about: entry, context, on: connection)
        return (review.id, decision.id)
    }

    static func open(
        in unit: Unit.ID,
        _ kind: Review.Kind,
        _ context: Context,
        on connection: any SQLConnection
    ) throws -> Review {
        let review = Review(
            id: context.makeID(),
            unit: unit,
            kind: kind,
            day: context.now.day,
            author: context.author,
            instant: context.now
        )
        try ReviewStore.open(review, context, on: connection)
        return review
    }
}
