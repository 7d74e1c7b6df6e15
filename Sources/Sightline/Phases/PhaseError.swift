package import Statistics

/// Why a phase can't be started or withdrawn.
package enum PhaseError: Error, Equatable, Sendable {
    case reasonMissing
    /// A phase starts after the first point and not after the last.
    case outsideSeries(Day, first: Day?, last: Day?)
    case startsAlready(Day)
    case notInForce(Phase.ID)
}
