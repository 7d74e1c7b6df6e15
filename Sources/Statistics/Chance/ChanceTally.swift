/// What simulated charts signalled.
struct ChanceTally: Equatable, Sendable {
    /// Charts with at least one signalling point.
    var withAny = 0
    /// Charts whose newest point belongs to a signal.
    var withLatest = 0
    /// Signalling points of all charts.
    var signals = 0
    /// The squared number of signalling points of each chart, added up.
    var squares = 0

    /// Counts one chart.
    mutating func add(_ marks: [RuleMarks]) {
        let count = marks.count { !$0.isEmpty }
        withAny += count > 0 ? 1 : 0
        withLatest += marks.last?.isEmpty == false ? 1 : 0
        signals += count
        squares += count * count
    }

    /// Counts the charts of another tally.
    mutating func add(_ other: ChanceTally) {
        withAny += other.withAny
        withLatest += other.withLatest
        signals += other.signals
        squares += other.squares
    }

    /// What it says of so many charts.
    func chance(runs: Int) -> ChanceOfSignal {
        func share(_ count: Int) -> ChanceOfSignal.Estimate {
            let share = Double(count) / Double(runs)
            return .init(value: share, standardError: (share * (1 - share) / Double(runs)).squareRoot())
        }
        let mean = Double(signals) / Double(runs)
        let variance = max(0, Double(squares) / Double(runs) - mean * mean)
        return ChanceOfSignal(
            any: share(withAny),
            latest: share(withLatest),
            expected: .init(value: mean, standardError: (variance / Double(runs)).squareRoot())
        )
    }
}
