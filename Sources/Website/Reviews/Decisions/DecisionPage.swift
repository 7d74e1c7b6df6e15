import Sightline
import Statistics
import Storage

/// One decision: what was expected, what came of it, and the chart since.
struct DecisionPage: Page {
    let unit: Unit
    let decision: Decision
    let review: Review?
    /// The signal that it answers.
    let entry: LedgerEntry?
    /// The cycle that it answers, with its programme.
    let cycle: (cycle: Cycle, programme: Programme)?
    /// The series of the signal, or of the cycle's measure.
    let reading: SeriesReading?
    let asked: DecisionForm
    let history: History
    let today: Day
    let mayRun: Bool
    let mayFollow: Bool
    var forms = Forms()

    var title: String { "\(ReviewSentences.name(of: decision.kind)): \(decision.text)" }
    var section: Section? { .reviews }

    /// The forms of the page, each as it was typed or as things stand.
    struct Forms: Sendable {
        var decision = FormState()
        var followUp = FormState()
    }

    /// - Throws: `Failure.notFound` for a decision of another unit, or about what the visitor may not see.
    init(
        of address: (unit: Unit.ID, decision: Decision.ID),
        for visit: Visit,
        on connection: any SQLConnection
    ) throws {
        let reader = try visit.readership(on: connection)
        guard let unit = reader.tree[address.unit],
            let decision = try DecisionStore.find(
                address.decision,
                of: unit.id,
                for: reader,
                on: connection
            )
        else { throw Failure.notFound }
        self.unit = unit
        self.decision = decision
        review = try ReviewStore.find(decision.review, of: unit.id, on: connection)
        entry = try decision.about.signal.flatMap { signal in
            try decision.about.place.flatMap {
                try LedgerStore.find(signal, of: $0, for: reader, on: connection)
            }
        }
        cycle = try decision.about.cycle.flatMap { id in
            guard let cycle = try CycleStore.find(id, on: connection),
                let programme = try ProgrammeStore.find(cycle.programme, on: connection)
            else { return nil }
            return (cycle, programme)
        }
        reading = try Self.reading(of: decision, cycle, for: visit, reader, on: connection)
        today = visit.now.day
        mayRun = visit.may(.runReviews, on: unit.id, in: reader.tree)
        mayFollow = visit.may(.annotate, on: unit.id, in: reader.tree)
        asked = try DecisionForm(of: unit.id, for: visit, in: reader.tree, on: connection)
        let owners = asked.owners
        history = try History(
            of: .decision,
            decision.id,
            words: { Self.words($0, owners) },
            on: connection
        )
        forms.decision = FormState(
            decision.fields,
            asking: Decision.deciding,
            revision: history.newest
        )
        forms.followUp = FormState(
            decision.fields,
            asking: Decision.following,
            revision: history.newest
        )
    }

    /// The signal, where it can be settled by those who may annotate it.
    var settled: LedgerEntry? {
        entry.flatMap { SignalStep.Kind.settle.isAllowed(in: $0.state) && !$0.isWithdrawn ? $0 : nil }
    }

    /// What a person reads of a field's value.
    func words(of field: Revision.Field) -> String { Self.words(field, asked.owners) }

    /// What a form of the page changes, held against what was said meanwhile.
    func edit(_ form: Form, asking names: [String], on connection: any SQLConnection) throws -> Edit {
        try Edit(
            form,
            of: .decision,
            decision.id,
            now: decision.fields,
            asking: names,
            words: words,
            on: connection
        )
    }

    var words: (Revision.Field) -> String {
        let owners = asked.owners
        return { Self.words($0, owners) }
    }

    private static func words(_ field: Revision.Field, _ owners: [Person]) -> String {
        switch field.name {
        case "owner": owners.first { $0.id.pathText == field.value }?.name ?? field.value
        case "came": FollowUp.Outcome(rawValue: field.value).map { ReviewSentences.words(of: $0) } ?? ""
        case "decision-kind":
            Decision.Kind(rawValue: field.value).map { ReviewSentences.name(of: $0) } ?? field.value
        default: field.value
        }
    }

    private static func reading(
        of decision: Decision,
        _ cycle: (cycle: Cycle, programme: Programme)?,
        for visit: Visit,
        _ reader: Readership,
        on connection: any SQLConnection
    ) throws -> SeriesReading? {
        if let series = decision.about.series, let place = decision.about.place {
            guard let found = try SeriesStore.find(series, on: connection), found.key.unit == place else {
                return nil
            }
            return try? SeriesReading((place, series), for: visit, on: connection)
        }
        guard let cycle, let measure = cycle.cycle.measure.flatMap({ reader.measures[$0] }),
            reader.may(.read, measure, in: cycle.programme.unit)
        else { return nil }
        let version = measure.definition.version
        let all = try SeriesStore.all(of: measure.id, version: version, on: connection)
        guard let series = all.first(where: { $0.key.unit == cycle.programme.unit }) else { return nil }
        return try? SeriesReading((cycle.programme.unit, series.id), for: visit, on: connection)
    }
}
