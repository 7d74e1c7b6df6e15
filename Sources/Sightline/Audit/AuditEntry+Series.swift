import Statistics
import Storage

/// What is done with a series and with what stands on it, as entries of the audit trail.
extension AuditEntry {
    static func series(_ act: Act, _ series: Series, of measure: Measure, _ changes: [Change]) -> AuditEntry {
        let group = series.key.group.isEmpty ? "" : ", \(series.key.group)"
        let subject = Subject(
            .series,
            id: series.id.description,
            name: measure.title + group,
            unit: series.key.unit,
            measure: measure.id
        )
        return AuditEntry(act, subject, changes: changes)
    }

    static func phase(
        _ act: Act,
        _ phase: Phase,
        _ changes: [Change],
        on connection: any SQLConnection
    ) throws -> AuditEntry {
        let id = phase.id.description
        return try standing(
            .phase,
            act,
            id,
            "phase from \(phase.start)",
            on: phase.series,
            changes,
            connection
        )
    }

    static func annotation(
        _ act: Act,
        _ note: Annotation,
        _ changes: [Change],
        on connection: any SQLConnection
    ) throws -> AuditEntry {
        let id = note.id.description
        return try standing(.annotation, act, id, "note of \(note.day)", on: note.series, changes, connection)
    }

    private static func standing(
        _ kind: Kind,
        _ act: Act,
        _ id: String,
        _ name: String,
        on series: Series.ID,
        _ changes: [Change],
        _ connection: any SQLConnection
    ) throws -> AuditEntry {
        guard
            let found = try SeriesStore.all([series], on: connection).first,
            let measure = try MeasureStore.find(found.key.measure, version: found.key.version, on: connection)
        else { throw RecordError.unknownEdition(series, number: 0) }
        let subject = Subject(
            kind,
            id: id,
            name: "\(measure.title), \(name)",
            unit: found.key.unit,
            measure: measure.id
        )
        return AuditEntry(act, subject, changes: changes)
    }

    /// A recording is made or taken back: an entry a unit for the measures that all share, and one of its own for each
    /// measure that belongs to a unit, so that whoever may not read that learns nothing of it.
    static func recording(
        _ act: Act,
        _ recording: Recording,
        of series: [(key: Series.Key, measure: Measure)]
    ) -> [AuditEntry] {
        var counts: [Touched: Int] = [:]
        var order: [Touched] = []
        for (key, measure) in series {
            let touched = Touched(unit: key.unit, measure: measure.unit == nil ? nil : measure.id)
            if counts.updateValue((counts[touched] ?? 0) + 1, forKey: touched) == nil {
                order.append(touched)
            }
        }
        return order.map { touched in
            let name =
                recording.origin?.fileName ?? (recording.kind == .undo ? "Taking back" : "Edit by hand")
            let subject = Subject(
                .recording,
                id: recording.id.description,
                name: name,
                unit: touched.unit,
                measure: touched.measure
            )
            var changes = [
                Change("series", nil, "\(counts[touched] ?? 0)"), Change("reason", nil, recording.reason),
            ]
            // The numbers of the whole would tell of measures that not everyone may read.
            if order.count == 1 {
                changes += [
                    Change("appended", nil, "\(recording.changes.appended)"),
                    Change("revised", nil, "\(recording.changes.revised)"),
                    Change("removed", nil, "\(recording.changes.removed)"),
                ]
            }
            return AuditEntry(act, subject, changes: changes)
        }
    }

    private struct Touched: Hashable {
        var unit: Unit.ID
        var measure: Measure.ID?
    }

    static func file(_ act: Act, _ pending: PendingImport) -> AuditEntry {
        let subject = Subject(
            .file,
            id: pending.id.description,
            name: pending.fileName,
            unit: pending.unit,
            measure: pending.measure
        )
        return AuditEntry(act, subject, changes: [Change("reason", nil, pending.reason)])
    }

    /// A measure that a unit keeps was looked at, or taken away in a file, among others.
    package static func reading(_ act: Act, _ measure: Measure, in way: String) -> AuditEntry {
        let subject = Subject(
            .measure,
            id: measure.id.description,
            name: measure.title,
            unit: measure.unit,
            measure: measure.id
        )
        return AuditEntry(act, subject, changes: [Change("in", nil, way)])
    }

    /// The observations of a unit were taken away in a file; the measures that units keep have entries of their own.
    package static func export(of unit: Unit, measures: [Measure], _ way: String) -> [AuditEntry] {
        let count = Change("measures", nil, "\(measures.count { !$0.isKept })")
        return [.unit(.exported, unit, [Change("in", nil, way), count])]
            + measures.filter(\.isKept).map { .reading(.exported, $0, in: way) }
    }
}
