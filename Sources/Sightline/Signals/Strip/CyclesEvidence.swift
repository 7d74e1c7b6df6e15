/// What the cycles of a unit say now: all that the state of its tests of change is told from.
package struct CyclesEvidence: Equatable, Sendable {
    package var open = 0
    /// Those open for longer than six weeks.
    package var stuck = 0
    package var closed = 0
    /// Closed ones with all five features of a good test.
    package var whole = 0

    /// So many must be closed before anything is said of how tests are done.
    package static let leastClosed = 3

    package init() {}

    /// What follows from it, by a rule that anyone can check.
    ///
    /// 1. *concern* where half of the open cycles or more are stuck, or where enough are closed and none is whole;
    /// 2. *cannot tell* where fewer than ``leastClosed`` are closed;
    /// 3. *working* where at least half of the closed ones are whole;
    /// 4. *promising* otherwise: some are.
    package var state: StrandState {
        let isEnough = closed >= Self.leastClosed
        if stuck > 0 && stuck * 2 >= open || isEnough && whole == 0 { return .concern }
        guard isEnough else { return .cannotTell }
        return whole * 2 >= closed ? .working : .promising
    }
}
