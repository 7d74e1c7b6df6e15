package import Statistics
package import Storage

/// All that the states of a strip are told from, one by one: series, the signals that go on, cycles.
package struct StripEvidence: Sendable {
    /// The series of each stakeholder, balancing ones too; by title and unit.
    package let series: [MeasureTable.Row]
    /// The signals that the newest points belong to.
    package let signals: [LedgerEntry]
    package let cycles: [(reading: CycleReading, programme: Programme)]

    package init(
        of unit: Unit.ID,
        for reader: Readership,
        on connection: any SQLConnection
    ) throws {
        series = try MeasureTable.rows(MeasureTableQuery(unit: unit), for: reader, on: connection)
        signals = try LedgerStore.current(of: unit, for: reader, on: connection).entries
        cycles = try ProgrammeStore.all(for: reader, on: connection)
            .filter { reader.tree.contains($0.unit, within: unit) }
            .flatMap { programme in
                try CycleReading.all(of: programme, on: connection).map { ($0, programme) }
            }
    }

    package enum Standing: Equatable, Sendable {
        case judged, tooFew, late
    }

    /// Whether a series counts as judged, and why not.
    package static func standing(of row: MeasureTable.Row, on today: Day) -> Standing {
        if row.status.variation == .tooFew { return .tooFew }
        return row.status.dueDay.map { $0 < today } == true ? .late : .judged
    }
}
