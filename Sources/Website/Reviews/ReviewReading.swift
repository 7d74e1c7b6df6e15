import Sightline
import Statistics
import Storage

/// A review with all that the visitor may see of what lies before it and of what it agreed.
struct ReviewReading: Sendable {
    let unit: Unit
    let review: Review
    let preparation: ReviewPreparation
    let meanings: [AgreedMeaning]
    let decisions: [Decision]
    let notes: [ReviewNote]
    let today: Day
    let mayRun: Bool
    let mayNote: Bool

    /// - Throws: `Failure.notFound` for a review of another unit.
    init(
        _ address: (unit: Unit.ID, review: Review.ID),
        for visit: Visit,
        on connection: any SQLConnection
    ) throws {
        let reader = try visit.readership(on: connection)
        guard let unit = reader.tree[address.unit],
            let review = try ReviewStore.find(address.review, of: unit.id, on: connection)
        else { throw Failure.notFound }
        self.unit = unit
        self.review = review
        today = visit.now.day
        preparation = try ReviewPreparation(
            of: unit.id,
            since: try ReviewStore.last(before: review, on: connection)?.closed,
            today: today,
            for: reader,
            on: connection
        )
        meanings = try MeaningStore.all(of: review.id, for: reader, on: connection)
        decisions = try DecisionStore.all(of: review.id, for: reader, on: connection)
        notes = try ReviewStore.notes(of: review.id, on: connection)
        mayRun = visit.may(.runReviews, on: unit.id, in: reader.tree)
        mayNote = visit.may(.annotate, on: unit.id, in: reader.tree)
    }

    /// What its minutes would say now.
    func minutes(of review: Review) -> Minutes {
        Minutes(of: review, preparation, meanings, decisions, notes, in: unit, today: today)
    }

    /// The cycles that a decision may be about: those that are open, and those closed in the last quarter.
    static func cycles(
        within unit: Unit.ID,
        for reader: Readership,
        today: Day,
        on connection: any SQLConnection
    ) throws -> [(cycle: Cycle, programme: Programme)] {
        let earliest = today.advanced(by: -92) ?? today
        return try ProgrammeStore.all(for: reader, on: connection)
            .filter { reader.tree.contains($0.unit, within: unit) }
            .flatMap { programme in
                try CycleStore.all(of: programme.id, on: connection)
                    .filter { $0.closed.map { $0.day >= earliest } ?? true }
                    .map { (cycle: $0, programme: programme) }
            }
    }
}
