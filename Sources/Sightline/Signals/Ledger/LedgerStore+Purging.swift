import Storage

extension LedgerStore {
    /// Forgets what people made of the signals of a series that is purged, and what they raised on it.
    static func forget(_ series: Series.ID, on connection: any SQLConnection) throws {
        try forget(where: "series_id = ?", .id(series), in: ["signal", "raised_signal"], on: connection)
    }

    /// Forgets what people raised in a unit that is purged.
    static func forget(_ unit: Unit.ID, on connection: any SQLConnection) throws {
        try forget(where: "unit_id = ?", .id(unit), in: ["raised_signal"], on: connection)
    }

    private static func forget(
        where condition: String,
        _ id: SQLValue,
        in tables: [String],
        on connection: any SQLConnection
    ) throws {
        for table in tables {
            let targets = "SELECT \(table).id FROM \(table) WHERE \(condition)"
            try TheoryStore.forgetEvidence(by: targets, id, on: connection)
            for record in ["signal_handling", "signal_step", "signal_cause"] {
                try connection.execute(
                    "DELETE FROM \(record) WHERE signal_id IN (SELECT id FROM \(table) WHERE \(condition))",
                    [id]
                )
            }
            try connection.execute("DELETE FROM \(table) WHERE \(condition)", [id])
        }
    }
}
