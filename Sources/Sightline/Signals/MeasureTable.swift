import Statistics
package import Storage

/// The table of measures of a unit and everything below it, from status rows only.
package enum MeasureTable {
    package struct Row: Sendable {
        package var series: Series
        /// In its newest version.
        package var measure: Measure
        package var unit: Unit
        package var status: StatusRow
    }

    /// The rows that a query asks for and the reader may see, in the query's order.
    package static func rows(
        _ query: MeasureTableQuery,
        for reader: Readership,
        on connection: any SQLConnection
    ) throws -> [Row] {
        let (condition, arguments) = conditions(query)
        var rows = try rows(condition, arguments, of: query.unit, for: reader, on: connection)
        if !query.search.isEmpty { rows = rows.filter { $0.matches(query.search) } }
        return query.sorted(rows)
    }

    /// The newest series of the units `below` that have data, to go on from with `AND`.
    static func source(_ audience: StatusStore.Audience) -> String {
        """
        FROM below JOIN series s ON s.unit_id = below.id
        JOIN measure m ON m.id = s.measure_id AND m.version = s.version AND m.bin_id IS NULL
        JOIN \(audience.rawValue) t ON t.series_id = s.id
        WHERE t.points > 0 AND s.bin_id IS NULL
        """
    }

    /// The sources that together tell the reader of a unit and everything below it, each with its arguments.
    static func sources(
        of unit: Unit.ID,
        for reader: Readership
    ) -> [(sql: String, arguments: [SQLValue])] {
        let readable = reader.condition(within: unit)
        return reader.audiences(within: unit).map { audience, condition, arguments in
            ("\(source(audience))\(readable.sql)\(condition)", [.id(unit)] + readable.arguments + arguments)
        }
    }

    /// The rows of a unit and everything below it that the reader may see, with further conditions or an order.
    ///
    /// Where small numbers are withheld from the reader, an order and a limit hold for those rows and for the
    /// others by themselves.
    static func rows(
        _ rest: String,
        _ arguments: [SQLValue],
        of unit: Unit.ID,
        for reader: Readership,
        on connection: any SQLConnection
    ) throws -> [Row] {
        var rows: [Row] = []
        for source in sources(of: unit, for: reader) {
            let sql = """
                \(Subtree.sql)
                SELECT \(StatusStore.columns), s.measure_id, s.version, s.unit_id, s.group_name, s.edition
                \(source.sql) \(rest)
                """
            try connection.each(sql, source.arguments + arguments) { row in
                if let row = try Self.row(from: row, reader) { rows.append(row) }
            }
        }
        reader.log?.note(rows.lazy.map(\.measure))
        return rows
    }

    private static func row(from row: any SQLRow, _ reader: Readership) throws -> Row? {
        let id: Measure.ID = try row.identifier(21)
        guard let measure = reader.measures[id], let unit = reader.tree[try row.identifier(23)] else {
            return nil
        }
        let status = try StatusStore.status(from: row, at: 0)
        let key = Series.Key(
            measure: id,
            version: try row.int(22),
            unit: unit.id,
            group: try row.text(24)
        )
        let series = Series(id: status.series, key: key, edition: try row.int(25))
        return Row(series: series, measure: measure, unit: unit, status: status)
    }

    private static func conditions(_ query: MeasureTableQuery) -> (String, [SQLValue]) {
        var condition = ""
        var arguments: [SQLValue] = []
        func require(_ column: String, _ value: String?) {
            guard let value else { return }
            condition += " AND \(column) = ?"
            arguments.append(.text(value))
        }
        require("m.stakeholder", query.stakeholder?.rawValue)
        require("m.domain", query.domain)
        if let wanted = query.variation?.variations {
            condition += " AND t.variation IN (\(wanted.map { _ in "?" }.joined(separator: ", ")))"
            arguments += wanted.map { .word($0) }
        }
        require("t.assurance", query.assurance?.rawValue)
        return (condition, arguments)
    }
}

extension MeasureTable.Row {
    /// Whether the measure, the unit or the group has a text in its name, whatever the case.
    fileprivate func matches(_ search: String) -> Bool {
        let search = search.lowercased()
        return [measure.title, unit.name, series.key.group].contains { $0.lowercased().contains(search) }
    }
}
