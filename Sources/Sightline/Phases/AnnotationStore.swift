package import Statistics
package import Storage

/// Dated notes on series.
package enum AnnotationStore {
    /// By day.
    package static func all(of series: Series.ID, on connection: any SQLConnection) throws -> [Annotation] {
        let sql = """
            SELECT id, day, kind, text, author, person_id, instant FROM annotation
            WHERE series_id = ? ORDER BY day, id
            """
        return try connection.all(sql, [.id(series)]) { row in
            Annotation(
                id: try row.identifier(0),
                series: series,
                day: try row.day(1),
                kind: try row.word(2),
                text: try row.text(3),
                author: try row.author(4),
                instant: try row.instant(6)
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
