package import Statistics
package import Storage

/// Dated notes on series.
package enum AnnotationStore {
    /// Those in force, by day.
    package static func all(of series: Series.ID, on connection: any SQLConnection) throws -> [Annotation] {
        try annotations(of: series, "AND withdrawn IS NULL", on: connection)
    }

    /// Those that were taken back, by day.
    package static func withdrawn(
        of series: Series.ID,
        on connection: any SQLConnection
    ) throws -> [Annotation] {
        try annotations(of: series, "AND withdrawn IS NOT NULL", on: connection)
    }

    /// Takes a note of a series back, keeping the record of it; false where none in force has the id.
    package static func withdraw(
        _ id: Annotation.ID,
        of series: Series.ID,
        _ context: Context,
        on connection: any SQLConnection
    ) throws -> Bool {
        guard let note = try find(id, of: series, on: connection), note.withdrawn == nil else { return false }
        var withdrawn = note
        withdrawn.withdrawn = context.now
        try save(withdrawn, from: note, .ended, context, on: connection)
        return true
    }

    /// A note of a series, withdrawn or not.
    package static func find(
        _ id: Annotation.ID,
        of series: Series.ID,
        on connection: any SQLConnection
    ) throws -> Annotation? {
        try annotations(of: series, "", on: connection).first { $0.id == id }
    }

    /// Changes a note of a series; one that was taken back is on the chart again.
    package static func change(
        _ note: Annotation,
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        guard let old = try find(note.id, of: note.series, on: connection) else { return }
        var note = note
        note.withdrawn = nil
        try save(note, from: old, .changed, context, on: connection)
    }

    private static func save(
        _ note: Annotation,
        from old: Annotation,
        _ act: AuditEntry.Act,
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        let (before, after) = (old.fields, note.fields)
        guard before != after else { return }
        try connection.execute(
            "UPDATE annotation SET day = ?, kind = ?, text = ?, withdrawn = ? WHERE id = ?",
            [.day(note.day), .word(note.kind), .text(note.text), .instant(note.withdrawn), .id(note.id)]
        )
        try RevisionStore.note(.annotation, note.id, from: before, to: after, context, on: connection)
        let entry = try AuditEntry.annotation(act, note, after.changes(from: before), on: connection)
        try AuditStore.append(entry, context, on: connection)
    }

    private static func annotations(
        of series: Series.ID,
        _ condition: String,
        on connection: any SQLConnection
    ) throws -> [Annotation] {
        let sql = """
            SELECT id, day, kind, text, author, person_id, instant, withdrawn, cycle_id
            FROM annotation
            WHERE series_id = ? AND bin_id IS NULL \(condition) ORDER BY day, id
            """
        return try connection.all(sql, [.id(series)]) { row in
            Annotation(
                id: try row.identifier(0),
                series: series,
                day: try row.day(1),
                kind: try row.word(2),
                text: try row.text(3),
                author: try row.author(4),
                instant: try row.instant(6),
                withdrawn: try row.optionalInstant(7),
                cycle: try row.optionalIdentifier(8)
            )
        }
    }

    @discardableResult
    package static func add(
        _ text: String,
        _ kind: Annotation.Kind,
        on day: Day,
        to series: Series.ID,
        _ context: Context,
        on connection: any SQLConnection
    ) throws -> Annotation {
        let annotation = Annotation(
            id: context.makeID(),
            series: series,
            day: day,
            kind: kind,
            text: text,
            author: context.author,
            instant: context.now
        )
        try connection.execute(
            """
            INSERT INTO annotation (id, series_id, day, kind, text, author, person_id, instant)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .id(annotation.id), .id(series), .day(day), .word(kind), .text(text),
                .text(context.author.name), .id(context.author.person), .instant(context.now),
            ]
        )
        let fields = annotation.fields
        try RevisionStore.note(.annotation, annotation.id, from: nil, to: fields, context, on: connection)
        let entry = try AuditEntry.annotation(
            .created,
            annotation,
            fields.changes(from: nil),
            on: connection
        )
        try AuditStore.append(entry, context, on: connection)
        return annotation
    }
}
