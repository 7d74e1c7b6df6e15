import Drawing
import Sightline
import Statistics
import Storage

/// The page of a measure in a unit: what its chart says, the chart, why, and everything behind it.
struct SeriesPage: Page {
    let reading: SeriesReading
    let statement: Statement
    let rows: [SeriesRow]
    /// Withdrawn ones too.
    let phases: [Phase]
    let editions: [Edition]
    let withdrawnNotes: [Annotation]
    /// From which pack the measure was made; nil for most.
    let origin: PackOrigin?
    /// The versions of the measure's definition, the oldest first.
    let versions: [DefinitionVersion]
    /// The series of the same unit and group in other versions.
    let otherVersions: [Int: Series.ID]
    let mayChangeMeasure: Bool
    let comparison: SeriesComparison
    /// Nil for a measure that all share.
    let audience: SeriesAudience?
    let sharing: SeriesSharing
    let mayAnnotate: Bool
    /// Whether the visitor may put older numbers back.
    let mayRecord: Bool
    /// Whether the visitor may delete this series: those who define what is measured here.
    let mayDelete: Bool
    /// The questions and the addresses of the cycles that notes tell of, as far as the visitor may read them.
    let cycles: [Cycle.ID: (question: String, address: Address)]
    /// Its signals in the ledger that nothing took away, those that people spoke of first; none for those outside.
    let signals: [Signal]
    var phaseForm = FormState()
    var noteForm = FormState()

    var title: String { measure.title }
    var section: Section? { .measures }
    var measure: Measure { reading.measure }
    var unit: Unit { reading.unit }
    var analysis: Analysis { reading.picture.analysis }

    init(of reading: SeriesReading, for visit: Visit, on connection: any SQLConnection) throws {
        self.reading = reading
        statement = Sentences.statement(of: reading.picture)
        rows = SeriesRow.rows(of: reading.picture)
        phases = try PhaseStore.all(of: reading.series.id, on: connection)
        editions = try SeriesStore.editions(of: reading.series.id, on: connection)
        withdrawnNotes = try AnnotationStore.withdrawn(of: reading.series.id, on: connection)
        versions = try MeasureStore.versions(of: reading.measure.id, on: connection)
        otherVersions = try Self.otherVersions(of: reading.series.key, versions, on: connection)
        let reader = try visit.readership(on: connection)
        origin = try PackOrigin(of: reading.measure.id, for: reader, on: connection)
        comparison = try SeriesComparison(of: reading, for: visit, as: reader, on: connection)
        mayChangeMeasure =
            Access.decide(
                visit.account,
                .editMeasures,
                onDefinitionOf: reading.measure,
                from: reading.unit.id,
                in: reader.tree
            ).isAllowed
        audience = try SeriesAudience(of: reading, in: reader.tree, at: visit.now, on: connection)
        sharing = try SeriesSharing(of: reading, for: visit, as: reader, on: connection)
        signals =
            reading.isOutside
            ? []
            : try SignalStore.all(of: reading.series.id, on: connection).filter { !$0.isWithdrawn }
                .sorted { left, right in
                    // What people spoke of comes before what nobody has.
                    let (old, new) = (left.state == .new, right.state == .new)
                    return old != new
                        ? new : (left.window.lastDay, left.id) > (right.window.lastDay, right.id)
                }
        cycles = try Self.cycles(of: reading.annotations, for: reader, on: connection)
        mayAnnotate = reader.may(.annotate, reading.measure, in: reading.unit.id)
        mayRecord = reader.may(.recordData, reading.measure, in: reading.unit.id)
        mayDelete = reader.may(.editMeasures, reading.measure, in: reading.unit.id)
    }

    private static func cycles(
        of notes: [Annotation],
        for reader: Readership,
        on connection: any SQLConnection
    ) throws -> [Cycle.ID: (question: String, address: Address)] {
        var found: [Cycle.ID: (question: String, address: Address)] = [:]
        for id in notes.compactMap(\.cycle) {
            guard let cycle = try CycleStore.find(id, on: connection),
                let programme = try ProgrammeStore.find(cycle.programme, on: connection),
                reader.may(.read, programme)
            else { continue }
            found[id] = (cycle.question, .cycle(programme.unit, programme.id, id))
        }
        return found
    }
}
