package import Storage

/// What a person did themselves, for those whom they let see it.
package enum PersonalWork {
    /// A note on a chart, with what it stands on.
    package struct Note: Sendable {
        package let annotation: Annotation
        package let measure: Measure.ID
        package let unit: Unit.ID
    }

    /// A recording, with the series that it touched.
    package struct Recorded: Sendable {
        package let recording: Recording
        package let series: [(measure: Measure.ID, unit: Unit.ID)]
    }

    /// The notes that a person wrote and nobody took back, the newest first.
    package static func notes(
        by person: Person.ID,
        limit: Int,
        on connection: any SQLConnection
    ) throws -> [Note] {
        try connection.all(
            """
            SELECT a.id, a.series_id, a.day, a.kind, a.text, a.author, a.person_id, a.instant,
                s.measure_id, s.unit_id
            FROM annotation a JOIN series s ON s.id = a.series_id
            WHERE a.person_id = ? AND a.withdrawn IS NULL ORDER BY a.instant DESC, a.id LIMIT ?
            """,
            [.id(person), .int(limit)]
        ) { row in
            Note(
                annotation: Annotation(
                    id: try row.identifier(0),
                    series: try row.identifier(1),
                    day: try row.day(2),
                    kind: try row.word(3),
                    text: try row.text(4),
                    author: try row.author(5),
                    instant: try row.instant(7)
                ),
                measure: try row.identifier(8),
                unit: try row.identifier(9)
            )
        }
    }

    /// What a person brought in, the newest first.
    package static func recordings(
        by person: Person.ID,
        limit: Int,
        on connection: any SQLConnection
    ) throws -> [Recorded] {
        let found = try connection.all(
            """
            SELECT \(RecordingStore.columns) FROM recording r WHERE r.person_id = ?
            ORDER BY r.instant DESC, r.id LIMIT ?
            """,
            [.id(person), .int(limit)]
        ) { try RecordingStore.recording(from: $0, at: 0) }
        return try found.map { recording in
            let series = try connection.all(
                """
                SELECT DISTINCT s.measure_id, s.unit_id FROM edition e JOIN series s ON s.id = e.series_id
                WHERE e.recording_id = ?
                """,
                [.id(recording.id)]
            ) { row in
                (measure: try row.identifier(0, of: Measure.self), unit: try row.identifier(1, of: Unit.self))
            }
            return Recorded(recording: recording, series: series)
        }
    }
}
