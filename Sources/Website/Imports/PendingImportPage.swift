import Exchange
import Sightline
import Storage

/// What a file that waits would change, and what in it can't be recorded.
struct PendingImportPage: Page {
    let pending: PendingImport
    let unit: Unit
    let reading: ImportReading
    /// What recording its good rows would do.
    let outcome: RecordOutcome
    let warnings: [ImportWarning]
    /// The first series of the file, each as it would be.
    let series: [Row]
    /// When the very same file was recorded before.
    let recordedBefore: Recording?

    struct Row: Sendable {
        let measure: Measure
        let unit: Unit
        let preview: SeriesPreview
        /// Whether small numbers that are there already are withheld from whoever looks.
        let isOutside: Bool
    }

    var title: String { "Check \(pending.fileName)" }
    var section: Section? { .imports }

    static let seriesShown = 20

    init(of pending: PendingImport, now visit: Visit, on connection: any SQLConnection) throws {
        guard let unit = try UnitStore.find(pending.unit, on: connection) else { throw Failure.notFound }
        let reading = try PendingImportReading(of: pending, for: visit, on: connection)
        self.pending = pending
        self.unit = unit
        self.reading = reading.file
        outcome = try SeriesStore.preview(
            reading.file.proposals,
            mode: pending.mode,
            visit.context,
            on: connection
        )
        warnings = try ImportWarning.all(in: reading, today: visit.now.day, on: connection)
        let first = Array(reading.file.proposals.prefix(Self.seriesShown))
        series = try SeriesPreview.all(of: first, mode: pending.mode, visit.context, on: connection)
            .compactMap { preview in
                guard
                    let measure = reading.directory.measures[preview.key.measure],
                    let unit = reading.directory.units[preview.key.unit]
                else { return nil }
                let isOutside = reading.reader.isOutside(measure, in: unit.id)
                return Row(measure: measure, unit: unit, preview: preview, isOutside: isOutside)
            }
        recordedBefore = try RecordingStore.find(fileSHA256: reading.sha256, on: connection).first {
            try RecordingStore.isReadable($0.id, for: reading.reader, on: connection)
        }
    }
}
