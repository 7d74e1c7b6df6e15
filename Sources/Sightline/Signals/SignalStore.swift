import Statistics
package import Storage

/// The ledger of signals in the database.
package enum SignalStore {
    /// Of one series, the newest window first, withdrawn ones too.
    package static func all(of series: Series.ID, on connection: any SQLConnection) throws -> [Signal] {
        let signals = try all(of: [series], on: connection)[series] ?? []
        return signals.sorted { ($0.window.lastDay, $0.id) > ($1.window.lastDay, $1.id) }
    }

    /// Of many series, each oldest first.
    static func all(
        of series: [Series.ID],
        on connection: any SQLConnection
    ) throws -> [Series.ID: [Signal]] {
        var signals: [Series.ID: [Signal]] = [:]
        try connection.each(in: series.map { .id($0) }) { list in
            """
            SELECT \(columns) FROM signal g WHERE g.series_id IN \(list) ORDER BY g.first_day, g.id
            """
        } _: { row in
            let signal = try signal(from: row)
            signals[signal.series, default: []].append(signal)
        }
        return signals
    }

    /// The columns of `signal g` that ``signal(from:)`` reads.
    static let columns = """
        g.id, g.series_id, g.rule, g.side, g.first_day, g.last_day, g.completed_day, g.rules, g.rules_version, \
        g.meaning, g.chance, g.first_edition, g.found, g.state, g.is_withdrawn, g.rarity, \
        g.withdrawn
        """

    /// Notes how far people have got with a signal.
    ///
    /// - Returns: whether there is such a signal.
    @discardableResult
    package static func set(
        _ state: Signal.State,
        of id: Signal.ID,
        on connection: any SQLConnection
    ) throws -> Bool {
        try connection.execute("UPDATE signal SET state = ? WHERE id = ?", [.word(state), .id(id)]) > 0
    }

    static func write(_ change: Ledger.Change, on connection: any SQLConnection) throws {
        let signal = change.signal
        let window = signal.window
        guard change.isNew else {
            try connection.execute(
                """
                UPDATE signal
                SET first_day = ?, last_day = ?, completed_day = ?, meaning = ?, is_withdrawn = ?,
                    withdrawn = ?, rarity = ?
                WHERE id = ?
                """,
                [
                    .day(window.firstDay), .day(window.lastDay), .day(window.completedDay),
                    .word(signal.meaning), .bool(signal.isWithdrawn), .instant(signal.withdrawn),
                    .real(signal.rarity),
                    .id(signal.id),
                ]
            )
            return
        }
        try connection.execute(
            """
            INSERT INTO signal (id, series_id, rule, side, first_day, last_day, completed_day, rules,
                rules_version, meaning, chance, first_edition, found, state, is_withdrawn, rarity,
                withdrawn)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .id(signal.id), .id(signal.series), .word(window.rule), .text(window.side?.rawValue),
                .day(window.firstDay), .day(window.lastDay), .day(window.completedDay), .word(signal.rules),
                .int(signal.rulesVersion), .word(signal.meaning), .real(signal.chance),
                .int(signal.firstEdition), .instant(signal.found), .word(signal.state),
                .bool(signal.isWithdrawn), .real(signal.rarity), .instant(signal.withdrawn),
            ]
        )
    }

    static func signal(from row: any SQLRow) throws -> Signal {
        Signal(
            id: try row.identifier(0),
            series: try row.identifier(1),
            window: SignalWindow(
                rule: try row.word(2),
                side: try row.optionalWord(3),
                firstDay: try row.day(4),
                lastDay: try row.day(5),
                completedDay: try row.day(6)
            ),
            rules: try row.word(7),
            rulesVersion: try row.int(8),
            meaning: try row.word(9),
            chance: try row.optionalReal(10),
            rarity: try row.optionalReal(15),
            firstEdition: try row.int(11),
            found: try row.instant(12),
            state: try row.word(13),
            isWithdrawn: try row.bool(14),
            withdrawn: try row.optionalInstant(16)
        )
    }
}
