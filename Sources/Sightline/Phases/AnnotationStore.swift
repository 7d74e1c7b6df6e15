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
        guard try all(of: series, on: connection).contains(where: { $0.id == id }) else { return false }
        try connection.execute(
            "UPDATE annotation SET withdrawn = ? WHERE id = ?",
            [.instant(context.now), .id(id)]
        )
        return true
    }

    private static func annotations(
        of series: Series.ID,
        _ condition: String,
        on connection: any SQLConnection
    ) throws -> [Annotation] {
        let sql = """
            SELECT id, day, kind, text, author, person_id, instant, withdrawn, cycle_id
            FROM annotation
            WHERE series_id = ? \(condition) ORDER BY day, id
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
        return annotation
    }
}
