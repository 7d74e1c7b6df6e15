import Markup
import Sightline
import Statistics
import Storage

/// The minutes of a review: what they would say now, or what they said when it was closed and what was added since.
struct MinutesPage: Page {
    let reading: ReviewReading
    let minutes: Minutes
    var form = FormState()

    var title: String { "Minutes: \(reading.review.title)" }
    var section: Section? { .reviews }
    var additions: [ReviewNote] { reading.notes.filter(\.isAddition) }

    init(of address: (Unit.ID, Review.ID), for visit: Visit, on connection: any SQLConnection) throws {
        let reader = try visit.readership(on: connection)
        reading = try ReviewReading((address.0, address.1), for: visit, on: connection)
        let review = reading.review
        minutes =
            review.isOpen
            ? reading.minutes(of: review)
            : try MinutesStore.minutes(of: review.id, for: reader, on: connection)
    }

    /// Whether they are frozen, in words.
    var standing: String {
        guard let closed = reading.review.closed else {
            return "The review is open: the minutes freeze when it is closed."
        }
        let closer = reading.review.closer.map { " by \($0.name)" } ?? ""
        return
            "Closed\(closer) on \(closed.words). What it said then stays; what was found out later is added."
    }
}
