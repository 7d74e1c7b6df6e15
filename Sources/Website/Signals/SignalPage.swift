import Sightline
import Statistics
import Storage

/// One signal: what it is, its chart, what people made of it, and what can be done next.
struct SignalPage: Page {
    let unit: Unit
    let entry: LedgerEntry
    /// Nil for a signal of the unit at large.
    let reading: SeriesReading?
    let prompts: Prompts
    /// What its cause is linked to, as far as the visitor may see it.
    let causes: [SeenCause]
    let choices: CauseChoices
    let events: [SignalEvent]
    /// What reviews agreed and decided about it.
    let reviewed: Reviewed
    /// The arrows of theories that it is evidence of.
    let arrows: ToldArrows
    /// Those who may see the signal, and so answer for it.
    let owners: [Person]
    let mayAnnotate: Bool
    let today: Day
    /// The step whose form is shown again, and that form.
    var wrong: (kind: SignalStep.Kind, form: FormState)?

    var title: String { "Signal: \(entry.name)" }
    var section: Section? { .signals }

    /// - Throws: `Failure.notFound` for a signal of another unit.
    init(
        of address: (unit: Unit.ID, signal: Signal.ID),
        for visit: Visit,
        on connection: any SQLConnection
    ) throws {
        let reader = try visit.readership(on: connection)
        guard let unit = reader.tree[address.unit],
            let entry = try LedgerStore.find(address.signal, of: unit.id, for: reader, on: connection)
        else { throw Failure.notFound }
        self.unit = unit
        self.entry = entry
        reading = try entry.place.map {
            try SeriesReading((unit.id, $0.series.id), for: visit, on: connection)
        }
        prompts = try Prompts(before: entry, for: reader, on: connection)
        causes = try SeenCause.all(entry.handling.cause?.links ?? [], for: reader, on: connection)
        choices = try CauseChoices(for: entry, linked: causes, prompts, for: reader, on: connection)
        events = try LedgerStore.events(of: entry.id, on: connection)
        reviewed = try Reviewed(signal: entry.id, for: reader, on: connection)
        arrows = try ToldArrows(by: .signal(entry.id), for: reader, on: connection)
        today = visit.now.day
        let measure = entry.place?.measure
        func may(_ account: Account?, _ action: Action) -> Bool {
            measure.map { Access.decide(account, action, on: unit.id, of: $0, in: reader.tree).isAllowed }
                ?? Access.decide(account, action, on: unit.id, in: reader.tree).isAllowed
        }
        mayAnnotate = may(visit.account, .annotate)
        owners =
            mayAnnotate ? try AccountStore.all(on: connection).filter { may($0, .read) }.map(\.person) : []
    }

    /// The steps that can be taken now.
    var steps: [SignalStep.Kind] {
        mayAnnotate ? SignalStep.Kind.allCases.filter { $0.isAllowed(in: entry.state) } : []
    }
}
