import Sightline
import Storage

/// One note of a series: changing it, its history, and deleting it.
struct AnnotationPage: Page {
    let reading: SeriesReading
    let note: Annotation
    let history: History
    var form: FormState

    var title: String { "Note of \(note.day.words)" }
    var section: Section? { .measures }
    var address: Address { .annotation(reading.unit.id, reading.series.id, note.id) }

    /// The fields that the form asks for.
    static let names = ["note-day", "note-kind", "note-text"]

    init(
        of address: (unit: Unit.ID, series: Series.ID, note: Annotation.ID),
        for visit: Visit,
        on connection: any SQLConnection
    ) throws {
        reading = try SeriesReading((address.unit, address.series), for: visit, on: connection)
        guard let note = try AnnotationStore.find(address.note, of: address.series, on: connection) else {
            throw Failure.notFound
        }
        self.note = note
        history = try History(of: .annotation, note.id, on: connection)
        form = FormState(note.fields, asking: Self.names, revision: history.newest)
    }
}
