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
    let reader: Readership

    init(of pending: PendingImport, for visit: Visit, on connection: any SQLConnection) throws {
        reader = try visit.readership(on: connection)
        directory = ImportDirectory(reader, within: pending.unit)
        let request = ImportRequest(
            measure: pending.measure,
            unit: pending.isForWholeUnit ? pending.unit : nil,
            within: pending.unit
        )
        var reader = ImportReader(directory, request)
        file = reader.read(pending.bytes)
        // The page shows them as they stand and as they would be.
        visit.reads.note(
            file.proposals.compactMap { [readership = self.reader] in readership.measures[$0.measure] }
        )
        sha256 = SHA256.hash(data: pending.bytes).map {
            $0 < 16 ? "0\(String($0, radix: 16))" : String($0, radix: 16)
        }
        .joined()
    }
}
