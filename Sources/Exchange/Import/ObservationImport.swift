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
        let digest = Aside { [bytes] in Digest.sha256(bytes) }
        let measures = try MeasureStore.all(on: connection)
        let tree = try UnitStore.tree(on: connection)
        var made = NewNames.Made()
        var result = Result(reading: read(measures, tree))
        // A row names a unit only once its measure is known, so that the second reading may find more.
        for _ in 0..<2 {
            guard let newNames, result.reading.hasUnknownNames else { break }
            try newNames.make(result.reading, in: tree, context, &made)
            let units = tree.units + (made.community.map { [$0] } ?? []) + made.units
            result.reading = read(measures + made.measures, UnitTree(units))
        }
        guard result.reading.isRecordable(mode, skippingBadRows: skipsBadRows) else { return result }
        (result.newUnits, result.newMeasures) = try made.insert(
            usedBy: result.reading.proposals,
            context,
            on: connection
        )
        result.outcome = try SeriesStore.record(
            result.reading.proposals,
            mode: mode,
            reason: reason,
            origin: Recording.Origin(
                fileName: fileName,
                sha256: digest.value,
                rows: result.reading.rows
            ),
            context,
            on: connection
        )
        return result
    }

    private func read(_ measures: [Measure], _ units: UnitTree) -> ImportReading {
        var request = request
        request.makesNames = newNames != nil
        var reader = ImportReader(
            ImportDirectory(measures: MeasureDirectory(measures), units: units),
            request
        )
        return reader.read(bytes)
    }
}

extension ImportReading {
    fileprivate var hasUnknownNames: Bool { !unknownMeasures.isEmpty || !unknownUnits.isEmpty }
}
