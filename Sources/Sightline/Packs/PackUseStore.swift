package import Storage

/// Which measures were made from which pack.
package enum PackUseStore {
    package static func find(_ measure: Measure.ID, on connection: any SQLConnection) throws -> PackUse? {
        try uses("u.measure_id = ?", [.id(measure)], on: connection).first
    }

    /// Those made from a pack, the newest first; what lies in the bin is left out.
    package static func all(of pack: Pack.ID, on connection: any SQLConnection) throws -> [PackUse] {
        try uses("u.pack_id = ?", [.id(pack)], on: connection)
    }

    private static func uses(
        _ condition: String,
        _ arguments: [SQLValue],
        on connection: any SQLConnection
    ) throws -> [PackUse] {
        try connection.all(
            """
            SELECT u.measure_id, u.pack_id, u.version, u.instant
            FROM pack_use u JOIN measure m ON m.id = u.measure_id
            WHERE \(condition) AND m.bin_id IS NULL ORDER BY u.instant DESC, u.measure_id DESC
            """,
            arguments
        ) { row in
            PackUse(
                measure: try row.identifier(0),
                pack: try row.identifier(1),
                version: try row.int(2),
                instant: try row.instant(3)
            )
        }
    }

    /// Makes the measures of a plan that aren't there yet, and notes on each where it comes from.
    ///
    /// - Throws: ``MeasureProblems``, and nothing of them is made then.
    @discardableResult
    package static func make(
        _ plan: PackPlan,
        from pack: Pack,
        version: Int,
        _ context: Context,
        on connection: any SQLConnection
    ) throws -> [Measure] {
        try connection.savepoint {
            try plan.new.map { packed in
                let measure = packed.measure(context.makeID(), of: plan.keeper)
                try MeasureStore.insert(measure, context, on: connection)
                try connection.execute(
                    "INSERT INTO pack_use (measure_id, pack_id, version, instant) VALUES (?, ?, ?, ?)",
                    [.id(measure.id), .id(pack.id), .int(version), .instant(context.now)]
                )
                // Who may read the trail of the measure may not read what the pack's unit keeps.
                let name = pack.visibility == .unit ? "a pack that its unit keeps" : pack.header.title
                let change = AuditEntry.Change("from a pack", nil, "\(name), version \(version)")
                try AuditStore.append(.measure(.changed, measure, [change]), context, on: connection)
                return measure
            }
        }
    }
}
