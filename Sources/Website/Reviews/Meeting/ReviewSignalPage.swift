import Sightline
import Statistics
import Storage

/// One signal in a review: its chart, what it means to those who are there, and what they decide about it.
struct ReviewSignalPage: Page {
    let unit: Unit
    let review: Review
    let entry: LedgerEntry
    /// Nil for a signal of the unit at large.
    let reading: SeriesReading?
    let meaning: AgreedMeaning?
    let decisions: [Decision]
    let history: History?
    let decision: DecisionForm
    let today: Day
    var form: FormState

    var title: String { "\(review.title): \(entry.name)" }
    var section: Section? { .reviews }
    var address: Address { .reviews(.signal(unit.id, review.id, entry.id)) }

    /// - Throws: `Failure.notFound` for what isn't a signal of the unit or of one below it.
    init(
        of address: (unit: Unit.ID, review: Review.ID, signal: Signal.ID),
        for visit: Visit,
        on connection: any SQLConnection
    ) throws {
        let reader = try visit.readership(on: connection)
        guard let unit = reader.tree[address.unit],
            let review = try ReviewStore.find(address.review, of: unit.id, on: connection),
            let entry = try Self.entry(address.signal, within: unit.id, for: reader, on: connection)
        else { throw Failure.notFound }
        self.unit = unit
        self.review = review
        self.entry = entry
        reading = try entry.place.map {
            try SeriesReading((entry.unit.id, $0.series.id), for: visit, on: connection)
        }
        meaning = try MeaningStore.find(of: entry.id, in: review.id, on: connection)
        decisions = try DecisionStore.all(of: review.id, for: reader, on: connection)
            .filter { $0.about.signal == entry.id }
        history = try meaning.map { try History(of: .meaning, $0.id, on: connection) }
        decision = try DecisionForm(of: unit.id, for: visit, in: reader.tree, on: connection)
        today = visit.now.day
        if let meaning {
            form = FormState(meaning.fields, revision: history?.newest ?? 0)
        } else {
            // No revision is as old: where someone else agrees first, both versions are shown.
            let cause = entry.handling.cause
            form = FormState([
                "certainty": cause?.certainty.rawValue ?? "", "agreed": cause?.text ?? "",
                Edit.revision: "-1",
            ])
        }
    }

    /// A signal of a unit or of one below it that the reader may see.
    static func entry(
        _ id: Signal.ID,
        within unit: Unit.ID,
        for reader: Readership,
        on connection: any SQLConnection
    ) throws -> LedgerEntry? {
        guard let place = try LedgerStore.place(of: id, on: connection),
            reader.tree.contains(place.unit, within: unit)
        else { return nil }
        return try LedgerStore.find(id, of: place.unit, for: reader, on: connection)
    }
}
