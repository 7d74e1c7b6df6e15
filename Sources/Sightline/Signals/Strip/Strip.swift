package import Statistics
package import Storage

/// The five strands of a unit and of those below it, each with its state.
package struct Strip: Equatable, Sendable {
    /// In the order patients, staff, taxpayers.
    package var results: [ResultsEvidence]
    package var cycles: CyclesEvidence

    /// Strands of which nothing is measured, and so nothing can be told.
    package static let unmeasured: [Strand] = [.leadership, .readiness, .relationships]

    package init(results: [ResultsEvidence], cycles: CyclesEvidence = CyclesEvidence()) {
        self.results = results
        self.cycles = cycles
    }

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
        cycles = try Self.cycles(within: unit, today: today, for: reader, on: connection)
    }

    private static func cycles(
        within unit: Unit.ID,
        today: Day,
        for reader: Readership,
        on connection: any SQLConnection
    ) throws -> CyclesEvidence {
        var evidence = CyclesEvidence()
        for programme in try ProgrammeStore.all(for: reader, on: connection)
        where reader.tree.contains(programme.unit, within: unit) {
            let readings = try CycleReading.all(of: programme, on: connection)
            evidence.closed += readings.honesty.closed
            evidence.whole += readings.honesty.whole
            let open = readings.filter { $0.cycle.phase != .closed }
            evidence.open += open.count
            evidence.stuck += open.count { $0.cycle.isStuck(on: today) }
        }
        return evidence
    }

    private static func count(
        _ found: inout [Stakeholder: ResultsEvidence],
        within unit: Unit.ID,
        today: Day,
        for reader: Readership,
        on connection: any SQLConnection
    ) throws {
        let arguments: [SQLValue] = [.word(Measure.Role.balancing)]
        for source in MeasureTable.sources(of: unit, for: reader) {
            let sql = """
                \(Subtree.sql)
                SELECT m.stakeholder, t.variation,
                    CASE WHEN COALESCE(t.due_day, \(today.number)) >= \(today.number) THEN 1 ELSE 0 END,
                    COUNT(*)
                \(source.sql) AND m.role <> ? GROUP BY 1, 2, 3
                """
            try connection.each(sql, source.arguments + arguments) { row in
                let stakeholder: Stakeholder = try row.word(0)
                let variation: Variation = try row.word(1)
                let count = try row.int(3)
                found[stakeholder]?.series += count
                if variation != .tooFew, try row.int(2) != 0 { found[stakeholder]?.judged += count }
            }
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
