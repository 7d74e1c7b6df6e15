import Statistics
package import Storage

/// The rhythms of units, in the database; a unit without one of its own has the usual one of its kind.
package enum RhythmStore {
    package static func rhythm(of unit: Unit, on connection: any SQLConnection) throws -> Rhythm {
        var rhythm = Rhythm.usual(for: unit.kind)
        try connection.each(
            "SELECT kind, is_held, weekday, week, month FROM review_rhythm WHERE unit_id = ?",
            [.id(unit.id)]
        ) { row in
            let beat = Rhythm.Beat(
                try row.word(0),
                isHeld: try row.bool(1),
                weekday: try row.int(2),
                week: try row.int(3),
                month: try row.int(4)
            )
            guard let index = rhythm.beats.firstIndex(where: { $0.kind == beat.kind }) else { return }
            rhythm.beats[index] = beat
        }
        return rhythm
    }

    /// Sets the rhythm of a unit.
    package static func set(
        _ rhythm: Rhythm,
        of unit: Unit,
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        let old = try self.rhythm(of: unit, on: connection)
        guard old != rhythm else { return }
        for beat in rhythm.beats {
            try connection.execute(
                """
                INSERT INTO review_rhythm (unit_id, kind, is_held, weekday, week, month) VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (unit_id, kind) DO UPDATE SET is_held = excluded.is_held, weekday = excluded.weekday,
                    week = excluded.week, month = excluded.month
                """,
                [
                    .id(unit.id), .word(beat.kind), .bool(beat.isHeld), .int(beat.weekday), .int(beat.week),
                    .int(beat.month),
                ]
            )
        }
        let (before, after) = (old.fields, rhythm.fields)
        try RevisionStore.note(.rhythm, unit.id, from: before, to: after, context, on: connection)
        let subject = AuditEntry.Subject(
            .review,
            id: unit.id.description,
            name: "rhythm of reviews",
            unit: unit.id
        )
        let entry = AuditEntry(.changed, subject, changes: after.changes(from: before))
        try AuditStore.append(entry, context, on: connection)
    }
}
