package import Statistics
package import Storage

/// The first page of a unit: what changed, for whom, and what is due; from status rows only.
package struct UnitHome: Sendable {
    /// In the order patients, staff, taxpayers.
    package var cards: [Card]
    /// Special cause at the newest point, the newest first.
    package var signals: [MeasureTable.Row]
    /// The longest overdue first.
    package var due: [MeasureTable.Row]
    package var dueCount: Int

    /// What a stakeholder's series say at their newest point.
    package struct Card: Equatable, Sendable {
        package var stakeholder: Stakeholder
        package var counts: [Variation: Int]
        /// Series with enough points to be judged, so that chance can be reckoned for them.
        package var checked: Int { total - (counts[.tooFew] ?? 0) }
        package var total: Int { counts.values.reduce(0, +) }
        /// Signals at the newest point.
        package var signals: Int { checked - (counts[.commonCause] ?? 0) }
        /// The signals that chance alone would be expected to give at the newest points, where known.
        package var expectedByChance: Double
        /// The judged series that the expectation is known for.
        package var withKnownChance: Int

        package init(
            stakeholder: Stakeholder,
            counts: [Variation: Int],
            expectedByChance: Double,
            withKnownChance: Int
        ) {
            self.stakeholder = stakeholder
            self.counts = counts
            self.expectedByChance = expectedByChance
            self.withKnownChance = withKnownChance
        }
    }

    package var checked: Int { cards.reduce(0) { $0 + $1.checked } }
    package var signalCount: Int { cards.reduce(0) { $0 + $1.signals } }
    package var expectedByChance: Double { cards.reduce(0) { $0 + $1.expectedByChance } }

    /// Reads what the reader may see of it; what is due by `today` is listed, and no list is longer than `length`.
    package init(
        of unit: Unit.ID,
        today: Day,
        length: Int = 10,
        for reader: Readership,
        on connection: any SQLConnection
    ) throws {
        let sources = MeasureTable.sources(of: unit, for: reader)
        cards = try Self.cards(of: sources, on: connection)
        try Self.noteKept(of: sources, for: reader, on: connection)
        let newest = try MeasureTable.rows(
            "AND t.variation NOT IN (?, ?) ORDER BY t.signal_since DESC, t.series_id LIMIT ?",
            [.word(Variation.commonCause), .word(Variation.tooFew), .int(length)],
            of: unit,
            for: reader,
            on: connection
        )
        // What is withheld from the reader comes from another table.
        signals =
            sources.count == 1
            ? newest
            : Array(
                newest.sorted {
                    ($1.status.signalSince ?? .first, $0.series.id) < (
                        $0.status.signalSince ?? .first, $1.series.id
                    )
                }
                .prefix(length)
            )
        // Nobody asks a unit that has paused or left for data.
        let absent = reader.tree.absentUnits(within: unit)
        let isDue = "AND t.due_day <= ?" + absent.map { _ in " AND s.unit_id <> ?" }.joined()
        let arguments: [SQLValue] = [.day(today)] + absent.map { .id($0) }
        let waiting = try MeasureTable.rows(
            "\(isDue) ORDER BY t.due_day, t.series_id LIMIT ?",
            arguments + [.int(length)],
            of: unit,
            for: reader,
            on: connection
        )
        due =
            sources.count == 1
            ? waiting
            : Array(
                waiting.sorted {
                    ($0.status.dueDay ?? .first, $0.series.id) < ($1.status.dueDay ?? .first, $1.series.id)
                }
                .prefix(length)
            )
        dueCount = try sources.reduce(0) { sum, source in
            let count = try connection.one(
                "\(Subtree.sql) SELECT COUNT(*) \(source.sql) \(isDue)",
                source.arguments + arguments
            ) { try $0.int(0) }
            return sum + (count ?? 0)
        }
    }

    /// Counts what all series of a unit and those below it say, from their rows; its lists are empty.
    package init(counting rows: [MeasureTable.Row], of unit: Unit.ID, today: Day, in tree: UnitTree) {
        cards = Stakeholder.allCases.map {
            Card(stakeholder: $0, counts: [:], expectedByChance: 0, withKnownChance: 0)
        }
        (signals, due, dueCount) = ([], [], 0)
        let absent = Set(tree.absentUnits(within: unit))
        for row in rows {
            if let due = row.status.dueDay, due <= today, !absent.contains(row.unit.id) { dueCount += 1 }
            guard let index = cards.firstIndex(where: { $0.stakeholder == row.measure.stakeholder }) else {
                continue
            }
            cards[index].counts[row.status.variation, default: 0] += 1
            guard row.status.variation != .tooFew else { continue }
            cards[index].expectedByChance += row.status.chanceOfLatest ?? 0
            cards[index].withKnownChance += row.status.chanceOfLatest == nil ? 0 : 1
        }
    }

    /// What is kept is counted among the rest, whether or not a list names it.
    private static func noteKept(
        of sources: [(sql: String, arguments: [SQLValue])],
        for reader: Readership,
        on connection: any SQLConnection
    ) throws {
        guard let log = reader.log, reader.measures.measures.contains(where: \.isKept) else { return }
        for source in sources {
            let counted = try connection.all(
                "\(Subtree.sql) SELECT DISTINCT s.measure_id \(source.sql)",
                source.arguments
            ) { try $0.identifier(0, of: Measure.self) }
            log.note(counted.compactMap { reader.measures[$0] })
        }
    }

    private static func cards(
        of sources: [(sql: String, arguments: [SQLValue])],
        on connection: any SQLConnection
    ) throws -> [Card] {
        var cards = Stakeholder.allCases.map {
            Card(stakeholder: $0, counts: [:], expectedByChance: 0, withKnownChance: 0)
        }
        for source in sources {
            let sql = """
                \(Subtree.sql)
                SELECT m.stakeholder, t.variation, COUNT(*), SUM(t.chance_of_latest), COUNT(t.chance_of_latest)
                \(source.sql) GROUP BY m.stakeholder, t.variation
                """
            try connection.each(sql, source.arguments) { row in
                let stakeholder: Stakeholder = try row.word(0)
                let variation: Variation = try row.word(1)
                guard let index = cards.firstIndex(where: { $0.stakeholder == stakeholder }) else { return }
                cards[index].counts[variation, default: 0] += try row.int(2)
                guard variation != .tooFew else { return }
                cards[index].expectedByChance += try row.optionalReal(3) ?? 0
                cards[index].withKnownChance += try row.int(4)
            }
        }
        return cards
    }
}
