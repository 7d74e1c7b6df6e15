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

    /// What an account may read; `log` takes down what it reads of what units keep.
    package func readership(
        _ account: Account,
        log: ReadLog? = nil,
        on connection: any SQLConnection
    ) throws -> Readership {
        Readership(account, try measures(on: connection), try tree(on: connection), log: log)
    }
}
