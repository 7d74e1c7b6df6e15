package import Sightline
package import Storage

/// A file of observations on its way into the database: read, and recorded where nothing stands against it.
package struct ObservationImport: Sendable {
    package var bytes: [UInt8]
    package var fileName: String
    package var request: ImportRequest
    package var mode = Proposal.Mode.merge
    package var reason: String
    /// Leaves out the rows that can't be recorded, instead of recording none.
    package var skipsBadRows = false
    /// Makes units and measures of names that nothing has; nil: they are bad rows.
    package var newNames: NewNames?

    package init(bytes: [UInt8], fileName: String, request: ImportRequest, reason: String) {
        self.bytes = bytes
        self.fileName = fileName
        self.request = request
        self.reason = reason
    }

    /// Whether the file's header names a column of denominators.
    package var hasDenominators: Bool {
        let reader = try? CSVReader(MemorySource(Separator(ofHeaderIn: bytes).withCommas(bytes)))
        return reader.map { !$0.header.columns(named: request.columns.denominator).isEmpty } ?? false
    }

    package struct Result: Sendable {
        package var reading: ImportReading
        /// Nil where bad rows stood against it: nothing was written.
        package var outcome: RecordOutcome?
        package var newMeasures = 0
        package var newUnits = 0
    }

    /// Reads the file and records it, in the transaction of the connection.
    ///
    /// - Throws: `RecordError`; ``NewNames/Failure``.
    package func run(_ context: Context, on connection: any SQLConnection) throws -> Result {
        var result = Result(reading: try read(on: connection))
        if let newNames, result.reading.hasUnknownNames {
            try newNames.make(result.reading, context, on: connection)
            result.newMeasures = result.reading.unknownMeasures.count
            result.newUnits = result.reading.unknownUnits.count
            result.reading = try read(on: connection)
            // A row names a unit only once its measure is known.
            if result.reading.hasUnknownNames {
                try newNames.make(result.reading, context, on: connection)
                result.newUnits += result.reading.unknownUnits.count
                result.reading = try read(on: connection)
            }
        }
        guard result.reading.problemCount == 0 || (skipsBadRows && !result.reading.proposals.isEmpty) else {
            return result
        }
        result.outcome = try SeriesStore.record(
            result.reading.proposals,
            mode: mode,
            reason: reason,
            origin: Recording.Origin(
                fileName: fileName,
                sha256: Digest.sha256(bytes),
                rows: result.reading.rows
            ),
            context,
            on: connection
        )
        return result
    }

    private func read(on connection: any SQLConnection) throws -> ImportReading {
        let directory = ImportDirectory(
            measures: MeasureDirectory(try MeasureStore.all(on: connection)),
            units: try UnitStore.tree(on: connection)
        )
        var reader = ImportReader(directory, request)
        return reader.read(bytes)
    }
}

extension ImportReading {
    fileprivate var hasUnknownNames: Bool { !unknownMeasures.isEmpty || !unknownUnits.isEmpty }
}
