import Statistics
package import Storage

/// What cycles said after each of their changes, and the way back.
extension CycleStore {
    /// Changes a cycle, and keeps what it says after that.
    static func keeping(
        _ id: Cycle.ID,
        in programme: Programme,
        _ context: Context,
        on connection: any SQLConnection,
        _ change: () throws -> Void
    ) throws {
        func fields() throws -> [Revision.Field]? {
            guard let cycle = try find(id, of: programme.id, on: connection) else { return nil }
            let prediction = try predictions(of: programme.id, on: connection)[id]?.first
            return cycle.fields(predicting: prediction)
        }
        let old = try fields()
        try change()
        guard let new = try fields() else { return }
        try RevisionStore.note(.cycle, id, from: old, to: new, context, on: connection)
    }

    /// Puts a cycle back to what the fields of a revision say, which is a change like any other.
    ///
    /// A prediction that has once been locked stays what it is, and so does the instant of its lock, wherever the cycle
    /// goes back to. The flags on the charts follow the day on which the cycle began.
    package static func putBack(
        to fields: [Revision.Field],
        of id: Cycle.ID,
        in programme: Programme,
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        guard let old = try find(id, of: programme.id, on: connection) else { return }
        var new = old.reading(fields)
        new.closed = new.phase == .closed ? old.closed ?? context.now : nil
        let first = try predictions(of: programme.id, on: connection)[id]?.first
        try keeping(id, in: programme, context, on: connection) {
            try write(new, on: connection)
            guard old.locked == nil, let first else { return }
            let wanted = Prediction(
                text: fields["prediction"],
                direction: Direction(rawValue: fields["direction"]),
                size: Double(fields["size"]),
                by: Day(fields["by"]),
                author: context.author,
                instant: context.now
            )
            try replace(first, by: wanted, of: new, on: connection)
        }
        try moveFlags(of: new, from: old, in: programme, context, on: connection)
        let before = "\(old.phase.rawValue): \(old.question)"
        let after = "\(new.phase.rawValue): \(new.question), as it was"
        try tell(programme, "cycle put back", before, after, context, on: connection)
    }

    /// Puts a prediction that isn't locked in the place of another; only a new wording is a new prediction: its instant
    /// says when it was made.
    static func replace(
        _ old: Prediction?,
        by new: Prediction,
        of cycle: Cycle,
        on connection: any SQLConnection
    ) throws {
        if let old, isSame(old, new) { return }
        try connection.execute("DELETE FROM prediction WHERE cycle_id = ?", [.id(cycle.id)])
        try write(new, of: cycle, on: connection)
    }

    private static func isSame(_ first: Prediction, _ second: Prediction) -> Bool {
        first.text == second.text && first.direction == second.direction && first.size == second.size
            && first.by == second.by
    }

    // MARK: Flags

    /// Takes back the flags of a cycle that began on another day, or has not begun any more, and puts up those of now.
    static func moveFlags(
        of new: Cycle,
        from old: Cycle,
        in programme: Programme,
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        let (before, after) = (old.phase == .plan ? nil : old.began, new.phase == .plan ? nil : new.began)
        guard before != after else { return }
        if before != nil {
            let flags = try connection.all(
                """
                SELECT id, series_id FROM annotation
                WHERE cycle_id = ? AND withdrawn IS NULL AND bin_id IS NULL ORDER BY id
                """,
                [.id(new.id)]
            ) { row in
                (
                    id: try row.identifier(0, of: Annotation.self),
                    series: try row.identifier(1, of: Series.self)
                )
            }
            for flag in flags {
                _ = try AnnotationStore.withdraw(flag.id, of: flag.series, context, on: connection)
            }
        }
        if let after { try flag(new, on: after, in: programme, context, on: connection) }
    }

    /// A flag on the chart of every measure that the cycle or its idea is linked to, in the programme's unit.
    ///
    /// It says no more than that a cycle began: the chart may have more readers than the programme.
    private static func flag(
        _ cycle: Cycle,
        on day: Day,
        in programme: Programme,
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        let theory = try TheoryStore.everything(in: programme.id, on: connection)
        let measures = Set(theory.measures(of: cycle.idea).map(\.measure) + [cycle.measure].compactMap { $0 })
        for measure in measures.sorted() {
            guard let version = try MeasureStore.find(measure, on: connection)?.definition.version else {
                continue
            }
            for series in try SeriesStore.all(of: measure, version: version, on: connection)
            where series.key.unit == programme.unit {
                let note = try AnnotationStore.add(
                    "A test of change begins: cycle \(cycle.number) of its ramp",
                    .test,
                    on: day,
                    to: series.id,
                    context,
                    on: connection
                )
                try connection.execute(
                    "UPDATE annotation SET cycle_id = ? WHERE id = ?",
                    [.id(cycle.id), .id(note.id)]
                )
            }
        }
    }
}
