package import Storage

/// The units and measures that there are, which nearly every decision asks about.
///
/// Whoever answers many requests keeps one, so that they are read anew only when something has changed.
package final class Directory: Sendable {
    private let units = Remembered { try UnitStore.tree(on: $0) }
    private let allMeasures = Remembered { MeasureDirectory(try MeasureStore.all(on: $0)) }
    /// What the home of a unit tells of its five strands.
    package let strips = StripMemory()

    package init() {}

    package func tree(on connection: any SQLConnection) throws -> UnitTree {
        try units.value(on: connection)
    }

    package func measures(on connection: any SQLConnection) throws -> MeasureDirectory {
        try allMeasures.value(on: connection)
    }

    /// The measure of a series, in its newest version.
    package func measure(of series: Series.ID, on connection: any SQLConnection) throws -> Measure? {
        // Nothing is remembered of what a transaction may change, and one measure is read faster than all of them.
        guard try connection.dataMark() != nil else {
            return try MeasureStore.find(of: series, on: connection)
        }
        let id = try connection.one("SELECT measure_id FROM series WHERE id = ?", [.id(series)]) {
            try $0.identifier(0, of: Measure.self)
        }
        return try id.flatMap { try measures(on: connection)[$0] }
    }

    /// What an account may read; `log` takes down what it reads of what units keep.
    package func readership(
        _ account: Account,
        log: ReadLog? = nil,
        on connection: any SQLConnection
    ) throws -> Readership {
        Readership(account, try measures(on: connection), try tree(on: connection), log: log)
    }
}
