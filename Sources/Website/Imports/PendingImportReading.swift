import Crypto
import Exchange
import Sightline
import Storage

/// What a waiting file says, read against the measures and units that there are now.
struct PendingImportReading: Sendable {
    let file: ImportReading
    /// Of the file, in lower-case hexadecimal digits.
    let sha256: String
    let directory: ImportDirectory

    init(of pending: PendingImport, on connection: any SQLConnection) throws {
        directory = ImportDirectory(
            measures: MeasureDirectory(try MeasureStore.all(on: connection)),
            units: try UnitStore.tree(on: connection)
        )
        let request = ImportRequest(
            measure: pending.measure,
            unit: pending.isForWholeUnit ? pending.unit : nil,
            within: pending.unit
        )
        var reader = ImportReader(directory, request)
        file = reader.read(MemorySource(pending.bytes))
        sha256 = SHA256.hash(data: pending.bytes).map {
            $0 < 16 ? "0\(String($0, radix: 16))" : String($0, radix: 16)
        }
        .joined()
    }
}
