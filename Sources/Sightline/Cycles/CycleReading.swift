import Statistics
package import Storage

/// A cycle with what stands around it: its predictions, its ramp, and how well it was done.
package struct CycleReading: Sendable {
    package let cycle: Cycle
    /// By version.
    package let predictions: [Prediction]
    package let fidelity: Fidelity
    /// The first of its ramp, which it may be itself.
    package let ramp: Cycle.ID
    /// Those that go on from it.
    package let next: [Cycle.ID]

    /// The prediction that was locked, or that will be.
    package var prediction: Prediction? { predictions.first }
}

extension CycleReading {
    /// The cycles of a programme, ramp by ramp.
    package static func all(
        of programme: Programme,
        on connection: any SQLConnection
    ) throws -> [CycleReading] {
        let cycles = try CycleStore.all(of: programme.id, on: connection)
        let predictions = try CycleStore.predictions(of: programme.id, on: connection)
        let points = try CycleStore.points(in: programme, on: connection)
        let byID = Dictionary(cycles.map { ($0.id, $0) }) { first, _ in first }
        let next = Dictionary(grouping: cycles.filter { $0.previous != nil }) { $0.previous }
        let readings = cycles.map { cycle in
            var first = cycle
            while let previous = first.previous.flatMap({ byID[$0] }) { first = previous }
            let following = (next[cycle.id] ?? []).map(\.id)
            let own = predictions[cycle.id] ?? []
            return CycleReading(
                cycle: cycle,
                predictions: own,
                fidelity: Fidelity(
                    of: cycle,
                    own,
                    first: first,
                    hasNext: !following.isEmpty,
                    points: cycle.measure.flatMap { points[$0] }
                ),
                ramp: first.id,
                next: following
            )
        }
        return readings.sorted {
            ($0.ramp, $0.cycle.number, $0.cycle.id) < ($1.ramp, $1.cycle.number, $1.cycle.id)
        }
    }
}

extension Collection<CycleReading> {
    /// How many closed cycles there are, and how many of them have all that a good test has.
    package var honesty: (whole: Int, closed: Int) {
        let closed = filter { $0.cycle.phase == .closed }
        return (closed.count { $0.fidelity.isWhole }, closed.count)
    }
}
