package import Statistics
package import Storage

/// The five strands of a unit and of those below it, each with its state.
package struct Strip: Equatable, Sendable {
    /// In the order patients, staff, taxpayers.
    package var results: [ResultsEvidence]

    /// Strands of which nothing is measured, and so nothing can be told.
    package static let unmeasured: [Strand] = [.leadership, .readiness, .relationships, .testsOfChange]

    package init(results: [ResultsEvidence]) { self.results = results }

    /// Reads what the reader may see of it.
    package init(
        of unit: Unit.ID,
        today: Day,
        for reader: Readership,
        on connection: any SQLConnection
    ) throws {
        var found = Dictionary(
            uniqueKeysWithValues: Stakeholder.allCases.map { ($0, ResultsEvidence($0)) }
        )
        try Self.count(&found, within: unit, today: today, for: reader, on: connection)
        for entry in try LedgerStore.current(of: unit, for: reader, on: connection).entries {
            guard let measure = entry.place?.measure else { continue }
            found[measure.stakeholder]?.add(entry, of: measure)
        }
        results = Stakeholder.allCases.compactMap { found[$0] }
    }

    private static func count(
        _ found: inout [Stakeholder: ResultsEvidence],
        within unit: Unit.ID,
        today: Day,
        for reader: Readership,
        on connection: any SQLConnection
    ) throws {
        let readable = reader.condition(within: unit)
        let sql = """
            \(Subtree.sql)
            SELECT m.stakeholder, COUNT(*), SUM(CASE WHEN t.variation <> ? AND COALESCE(t.due_day, ?) >= ?
                THEN 1 ELSE 0 END)
            \(MeasureTable.source) AND m.role <> ?\(readable.sql) GROUP BY m.stakeholder
            """
        let arguments: [SQLValue] = [
            .id(unit), .word(Variation.tooFew), .day(today), .day(today), .word(Measure.Role.balancing),
        ]
        try connection.each(sql, arguments + readable.arguments) { row in
            let stakeholder: Stakeholder = try row.word(0)
            found[stakeholder]?.series = try row.int(1)
            found[stakeholder]?.judged = try row.int(2)
        }
    }
}

extension ResultsEvidence {
    fileprivate mutating func add(_ entry: LedgerEntry, of measure: Measure) {
        guard measure.role != .balancing else {
            if entry.meaning == .unwanted, entry.standsOut, !balancingConcerns.contains(measure.title) {
                balancingConcerns.append(measure.title)
            }
            return
        }
        switch (entry.meaning, entry.standsOut) {
        case (.wanted, true): wanted += 1
        case (.wanted, false): faintlyWanted += 1
        case (.unwanted, true): unwanted += 1
        case (.unwanted, false): faintlyUnwanted += 1
        case (.neither, _): break
        }
    }
}
