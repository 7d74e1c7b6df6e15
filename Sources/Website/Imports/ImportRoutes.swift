import Exchange
import Sightline
import Storage

/// Files of observations: sent, looked at, confirmed, taken back.
enum ImportRoutes {
    static func register(on routes: Routes) {
        routes.at(Address.imports)
            .get { unit, visit, connection in
                .page(try ImportsPage(in: unit, FormState(), for: visit, on: connection))
            }
            .post(uploading: receive)
        routes.at(Address.pendingImport)
            .get { address, visit, connection in
                .page(
                    try PendingImportPage(
                        of: pending(address, visit, on: connection),
                        now: visit,
                        on: connection
                    )
                )
            }
            .post(confirm)
        routes.at(Address.discardedImport).post { address, _, visit, connection in
            try PendingImportStore.delete(
                try pending(address, visit, on: connection),
                visit.context,
                on: connection
            )
            return .redirect(to: .imports(address.0), notice: .importDiscarded)
        }
        routes.at(Address.recording).get { address, visit, connection in
            .page(try RecordingPage(of: address, for: visit, on: connection))
        }
        routes.at(Address.undoneRecording).post(undo)
    }

    /// Keeps a file as it was sent, until the person who sent it has seen what it would change.
    @Sendable private static func receive(
        _ unit: Unit.ID,
        _ upload: Upload,
        _ visit: Visit,
        _ database: any SQLDatabase
    ) async throws -> Answer {
        try await database.write { connection in
            let pasted = upload.form["pasted"]
            let isFile = !upload.bytes.isEmpty
            var problems: [FormState.Problem] = []
            if !isFile, pasted.isEmpty {
                problems.append(.init("file", "Choose a CSV file, or paste its rows."))
            }
            if upload.form["reason"].isEmpty { problems.append(.init("reason", "Enter the reason.")) }
            let measure = Measure.ID(upload.form["measure"])
            let recordable = try visit.readership(on: connection).measures(for: .recordData, within: unit)
            if let measure, !recordable.contains(where: { $0.id == measure }) {
                problems.append(.init("measure", "Choose a measure from the list."))
            }
            if isFile, !problems.isEmpty {
                problems.append(.init("file", "Choose the file again: browsers don’t keep it."))
            }
            guard problems.isEmpty else {
                let state = FormState(typed: upload.form, problems: problems)
                return .unsaved(try ImportsPage(in: unit, state, for: visit, on: connection))
            }
            let pending = PendingImport(
                id: visit.context.makeID(),
                unit: unit,
                measure: measure,
                isForWholeUnit: upload.form["units"] == ImportsPage.thisUnit,
                mode: Proposal.Mode(rawValue: upload.form["mode"]) ?? .merge,
                reason: upload.form["reason"],
                fileName: isFile ? upload.fileName : "Pasted rows",
                bytes: isFile ? upload.bytes : Array(pasted.utf8),
                author: visit.context.author,
                instant: visit.now
            )
            try PendingImportStore.insert(pending, visit.context, on: connection)
            return .redirect(to: .pendingImport(unit, pending.id))
        }
    }

    @Sendable private static func confirm(
        _ address: (Unit.ID, PendingImport.ID),
        _ form: Form,
        _ visit: Visit,
        _ connection: any SQLConnection
    ) throws -> Answer {
        let pending = try pending(address, visit, on: connection)
        let skipsBadRows = form["skip-bad-rows"] == "yes"
        let reading = try PendingImportReading(of: pending, for: visit, on: connection)
        guard reading.file.isRecordable(pending.mode, skippingBadRows: skipsBadRows) else {
            return .unsaved(try PendingImportPage(of: pending, now: visit, on: connection))
        }
        let outcome = try record(reading, of: pending, visit, on: connection)
        try PendingImportStore.delete(pending, visit.context, on: connection)
        guard let recording = outcome.recording else {
            return .redirect(to: .imports(address.0), notice: .importUnchanged)
        }
        return .redirect(to: .recording(address.0, recording), notice: .importRecorded)
    }

    private static func record(
        _ reading: PendingImportReading,
        of pending: PendingImport,
        _ visit: Visit,
        on connection: any SQLConnection
    ) throws -> RecordOutcome {
        do {
            return try SeriesStore.record(
                reading.file.proposals,
                mode: pending.mode,
                reason: pending.reason,
                origin: Recording.Origin(
                    fileName: pending.fileName,
                    sha256: reading.sha256,
                    rows: reading.file.rows
                ),
                visit.context,
                on: connection
            )
        } catch RecordError.notChartable {
            throw Failure.badRequest("A number in the file is too large or too small to be charted.")
        } catch RecordError.inBin {
            throw Failure.badRequest(RecordError.binSentence)
        }
    }

    @Sendable private static func undo(
        _ address: (Unit.ID, Recording.ID),
        _ form: Form,
        _ visit: Visit,
        _ connection: any SQLConnection
    ) throws -> Answer {
        var page = try RecordingPage(of: address, for: visit, on: connection)
        // The gate has looked at this unit: what lies outside it is for those who may change it there.
        guard page.undoing != .elsewhere else { throw Failure.forbidden }
        do {
            try SeriesStore.undo(address.1, reason: form["reason"], visit.context, on: connection)
        } catch let error as RecordError {
            page.form = FormState(typed: form, problems: [FormState.Problem("reason", error.undoSentence)])
            return .unsaved(page)
        }
        return .redirect(to: .recording(address.0, address.1), notice: .importUndone)
    }

    /// A file that the visitor sent to this unit: one that waits elsewhere, or that another sent, isn't found here.
    private static func pending(
        _ address: (Unit.ID, PendingImport.ID),
        _ visit: Visit,
        on connection: any SQLConnection
    ) throws -> PendingImport {
        guard
            let pending = try PendingImportStore.find(address.1, on: connection), pending.unit == address.0,
            pending.author.person == visit.account?.person.id
        else { throw Failure.notFound }
        return pending
    }
}

extension RecordError {
    /// What to do about rows for a series that is in the bin.
    static let binSentence = """
        The file has rows for a series that is in the bin. Take it out of the bin first, or delete it for good.
        """

    /// Why a recording can't be taken back.
    fileprivate var undoSentence: String {
        switch self {
        case .reasonMissing: "Enter the reason."
        case .alreadyUndone: "This has been taken back already."
        case .changedSince(_, let series):
            series == 1
                ? "One of its series has been changed since: take the later change back first."
                : "\(series) of its series have been changed since: take the later changes back first."
        default: "This can’t be taken back."
        }
    }
}
