import Statistics
package import Storage

/// Status rows in the database.
package enum StatusStore {
    /// For whom a row speaks.
    package enum Audience: String, Sendable {
        /// Those who see every number.
        case inside = "status"
        /// Those outside the organisation, where its measure has a disclosure rule.
        case outside = "outside_status"
    }

    package static func row(of series: Series.ID, on connection: any SQLConnection) throws -> StatusRow? {
        try rows(of: [series], on: connection)[series]
    }

    /// Those of many series, by id.
    package static func rows(
        of series: [Series.ID],
        in audience: Audience = .inside,
        on connection: any SQLConnection
    ) throws -> [Series.ID: StatusRow] {
        var rows: [Series.ID: StatusRow] = [:]
        try connection.each(in: series.map { .id($0) }) { list in
            "SELECT \(columns) FROM \(audience.rawValue) t WHERE t.series_id IN \(list)"
        } _: { row in
            let status = try status(from: row, at: 0)
            rows[status.series] = status
        }
        return rows
    }

    static func write(
        _ status: StatusRow,
        isNew: Bool,
        in audience: Audience = .inside,
        on connection: any SQLConnection
    ) throws {
        let sql = isNew ? insertion : replacement
        try connection.execute("INSERT INTO \(audience.rawValue)\(sql)", values(of: status))
    }

    // MARK: Columns

    private static let names = [
        "series_id", "edition", "points", "first_day", "latest_day", "latest_value", "centre_line",
        "lower_limit", "upper_limit", "target", "variation", "assurance", "signalling_points",
        "last_signal_day", "signal_since", "signal_rule", "due_day", "chance_of_any", "chance_of_latest",
        "sentence", "spark",
    ]

    /// The columns of a status table `t` that ``status(from:at:)`` reads.
    static let columns = names.map { "t.\($0)" }.joined(separator: ", ")

    private static let insertion = """
         (\(names.joined(separator: ", ")))
        VALUES (\(names.map { _ in "?" }.joined(separator: ", ")))
        """

    private static let replacement = """
        \(insertion) ON CONFLICT (series_id) DO UPDATE SET
        \(names.dropFirst().map { "\($0) = excluded.\($0)" }.joined(separator: ", "))
        """

    private static func values(of status: StatusRow) -> [SQLValue] {
        [
            .id(status.series), .int(status.edition), .int(status.points), .day(status.firstDay),
            .day(status.latestDay), .real(status.latestValue), .real(status.centreLine),
            .real(status.lowerLimit), .real(status.upperLimit), .real(status.target),
            .word(status.variation), .word(status.assurance), .int(status.signallingPoints),
            .day(status.lastSignalDay), .day(status.signalSince), .text(status.signalRule?.rawValue),
            .day(status.dueDay), .real(status.chanceOfAny), .real(status.chanceOfLatest),
            .text(status.sentence), .blob(status.spark.bytes),
        ]
    }

    static func status(from row: any SQLRow, at first: Int) throws -> StatusRow {
        StatusRow(
            series: try row.identifier(first),
            edition: try row.int(first + 1),
            points: try row.int(first + 2),
            firstDay: try row.optionalDay(first + 3),
            latestDay: try row.optionalDay(first + 4),
            latestValue: try row.optionalReal(first + 5),
            centreLine: try row.optionalReal(first + 6),
            lowerLimit: try row.optionalReal(first + 7),
            upperLimit: try row.optionalReal(first + 8),
            target: try row.optionalReal(first + 9),
            variation: try row.word(first + 10),
            assurance: try row.word(first + 11),
            signallingPoints: try row.int(first + 12),
            lastSignalDay: try row.optionalDay(first + 13),
            signalSince: try row.optionalDay(first + 14),
            signalRule: try row.optionalWord(first + 15),
            dueDay: try row.optionalDay(first + 16),
            chanceOfAny: try row.optionalReal(first + 17),
            chanceOfLatest: try row.optionalReal(first + 18),
            sentence: try row.text(first + 19),
            spark: try Spark(try row.blob(first + 20))
        )
    }
}
