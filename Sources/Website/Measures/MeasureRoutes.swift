import Exchange
import Sightline
import Statistics
import Storage

/// Measures: the table, one measure's page in a unit, its files, phases and notes, and new measures.
enum MeasureRoutes {
    static func register(on routes: Routes) {
        routes.at(Address.measures).get(remembering: MeasuresPage.init(of:for:on:))
        routes.at(Address.newMeasure)
            .get { unit, _, connection in
                .page(try NewMeasurePage(in: unit, MeasureForm.blank, on: connection))
            }
            .post(add)
        routes.table(at: Address.observations, export)
        routes.at(Address.series).get(remembering: { address, visit, connection in
            let reading = try SeriesReading(address, for: visit, on: connection)
            return try SeriesPage(of: reading, for: visit, on: connection)
        })
        let program = routes.site.configuration.pictureProgram
        routes.at(Address.seriesPicture).get(running: { address, visit, database in
            let reading = try await database.read {
                try SeriesReading((address.0, address.1), for: visit, on: $0)
            }
            switch address.2 {
            case .svg: return .file(SeriesFiles.svg(of: reading))
            case .png: return .file(try await SeriesFiles.png(of: reading, by: program))
            }
        })
        routes.table(at: Address.seriesData) { address, visit, connection in
            SeriesFiles.data(of: try SeriesReading(address, for: visit, on: connection))
        }
        routes.at(Address.phases).post(startPhase)
        routes.at(Address.withdrawnPhases).post(withdrawPhase)
        routes.at(Address.annotations).post(annotate)
        routes.at(Address.withdrawnAnnotations).post(withdrawAnnotation)
    }

    @Sendable private static func add(
        _ unit: Unit.ID,
        _ form: Form,
        _ visit: Visit,
        _ connection: any SQLConnection
    ) throws -> Answer {
        let lineage = try UnitStore.lineage(of: unit, on: connection)
        // What the whole community measures belongs to nobody in particular.
        let keeper = lineage.count > 1 ? unit : nil
        let read = MeasureForm.measure(from: form, id: visit.context.makeID(), of: keeper)
        var problems = read.problems
        if read.measure.visibility != .unit, !visit.may(.share, on: unit, in: UnitTree(lineage)) {
            problems.append(MeasureForm.sharingProblem)
        }
        if problems.isEmpty {
            do {
                try MeasureStore.insert(read.measure, visit.context, on: connection)
                return .redirect(to: .imports(unit), notice: .measureAdded)
            } catch let error as MeasureProblems {
                problems = error.problems.map { .init($0.field.rawValue, $0.sentence) }
            }
        } else {
            problems += read.measure.problems.map { .init($0.field.rawValue, $0.sentence) }
        }
        let state = FormState(typed: form, problems: problems)
        return .unsaved(try NewMeasurePage(in: unit, state, on: connection))
    }

    /// The observations of a unit and of those below it, as far as the visitor may read them.
    @Sendable private static func export(
        _ unit: Unit.ID,
        _ visit: Visit,
        _ connection: any SQLConnection
    ) throws -> TableDownload {
        let reader = try visit.readership(on: connection)
        guard let found = reader.tree[unit] else { throw Failure.notFound }
        let measures = reader.measures(for: .read, within: unit).sorted { $0.key < $1.key }
        let export = ObservationExport(measures: measures, for: reader, within: unit)
        visit.reads.note(AuditEntry.export(of: found, measures: measures, visit.way))
        return TableDownload(export.table(on: connection), named: "\(found.name)-observations")
    }
}

// MARK: - Phases and notes

extension MeasureRoutes {
    @Sendable private static func startPhase(
        _ address: (Unit.ID, Series.ID),
        _ form: Form,
        _ visit: Visit,
        _ connection: any SQLConnection
    ) throws -> Answer {
        let reading = try SeriesReading(address, for: visit, on: connection)
        let problems = try PhaseForm.read(form) { start, reason in
            try PhaseStore.start(start, of: address.1, reason: reason, visit.context, on: connection)
        }
        guard problems.isEmpty else {
            var page = try SeriesPage(of: reading, for: visit, on: connection)
            page.phaseForm = FormState(typed: form, problems: problems)
            return .unsaved(page)
        }
        return .redirect(to: .series(address.0, address.1), notice: .phaseStarted)
    }

    @Sendable private static func withdrawPhase(
        _ address: (Unit.ID, Series.ID),
        _ form: Form,
        _ visit: Visit,
        _ connection: any SQLConnection
    ) throws -> Answer {
        let reading = try SeriesReading(address, for: visit, on: connection)
        guard let phase = Phase.ID(form["phase"]), reading.picture.phases.contains(where: { $0.id == phase })
        else { throw Failure.badRequest("That phase isn’t in force any more: go back and look again.") }
        try PhaseStore.withdraw(phase, visit.context, on: connection)
        return .redirect(to: .series(address.0, address.1), notice: .phaseWithdrawn)
    }

    @Sendable private static func annotate(
        _ address: (Unit.ID, Series.ID),
        _ form: Form,
        _ visit: Visit,
        _ connection: any SQLConnection
    ) throws -> Answer {
        let reading = try SeriesReading(address, for: visit, on: connection)
        let kind = Annotation.Kind(rawValue: form["note-kind"]) ?? .note
        let problems = try NoteForm.read(form, on: reading) { day, text in
            try AnnotationStore.add(text, kind, on: day, to: address.1, visit.context, on: connection)
        }
        guard problems.isEmpty else {
            var page = try SeriesPage(of: reading, for: visit, on: connection)
            page.noteForm = FormState(typed: form, problems: problems)
            return .unsaved(page)
        }
        return .redirect(to: .series(address.0, address.1), notice: .annotationAdded)
    }

    @Sendable private static func withdrawAnnotation(
        _ address: (Unit.ID, Series.ID),
        _ form: Form,
        _ visit: Visit,
        _ connection: any SQLConnection
    ) throws -> Answer {
        let reading = try SeriesReading(address, for: visit, on: connection)
        guard
            let note = Annotation.ID(form["note"]),
            try AnnotationStore.withdraw(note, of: reading.series.id, visit.context, on: connection)
        else { throw Failure.badRequest("That note isn’t on the chart any more: go back and look again.") }
        return .redirect(to: .series(address.0, address.1), notice: .annotationWithdrawn)
    }
}
