import Sightline
import Storage

/// One phase of a series: changing it, its history, and deleting it.
struct PhasePage: Page {
    let reading: SeriesReading
    let phase: Phase
    let history: History
    var form: FormState

    var title: String { "Phase from \(phase.start.words)" }
    var section: Section? { .measures }
    var address: Address { .phase(reading.unit.id, reading.series.id, phase.id) }

    /// The fields that the form asks for.
    static let names = ["phase-start", "phase-reason"]

    init(
        of address: (unit: Unit.ID, series: Series.ID, phase: Phase.ID),
        for visit: Visit,
        on connection: any SQLConnection
    ) throws {
        reading = try SeriesReading((address.unit, address.series), for: visit, on: connection)
        guard let phase = try PhaseStore.find(address.phase, on: connection), phase.series == address.series
        else {
            throw Failure.notFound
        }
        self.phase = phase
        history = try History(of: .phase, phase.id, on: connection)
        form = FormState(phase.fields, asking: Self.names, revision: history.newest)
    }
}
