import Statistics
import Testing

/// What is advised for processes that nothing but chance moves, by seeded simulation.
struct StableProcessAdviceTests {
    static let runs = 400
    static let lengths = [20, 60]

    /// Counts drawn by inverting their cumulative probabilities.
    struct Draw {
        private var cumulative: [Double] = []

        /// Counts from 0 up of the probabilities given, until they are as good as 1.
        init(_ probability: (Double) -> Double) {
            while (cumulative.last ?? 0) < 1 - 1e-9 {
                cumulative.append((cumulative.last ?? 0) + probability(Double(cumulative.count)))
            }
        }

        init(_ distribution: CountDistribution) { self.init { distribution.probability(of: $0) } }

        func callAsFunction(_ random: inout RandomNumbers) -> Double {
            let uniform = random.uniform()
            return Double(cumulative.firstIndex { $0 >= uniform } ?? cumulative.count)
        }
    }

    /// The share of simulated series for which the advice is as wanted.
    func share(
        series: (inout RandomNumbers) -> ChartInput,
        isWanted: (ChartAdvice) -> Bool
    ) -> Double {
        var random = RandomNumbers(seed: 20_261_124)
        let wanted = (0..<Self.runs).count { _ in isWanted(adviseChart(for: series(&random))) }
        return Double(wanted) / Double(Self.runs)
    }

    @Test(
        arguments: [0.05, 0.1, 0.2, 0.5, 1, 1.5, 2, 3, 5, 10, 20, 50],
        lengths
    )
    func `counts get a C chart, however rare`(mean: Double, length: Int) {
        let draw = Draw(.poisson(mean: mean))
        let advised = share { random in
            ChartInput(.values((0..<length).map { _ in draw(&random) }))
        } isWanted: {
            // Where most points are 0, the advice speaks of the times between events as well.
            $0.kind == .c && (mean > 0.5 || $0.reason.contains("times between events"))
        }
        #expect(advised >= 0.95)
    }

    struct Trials: Sendable {
        var trials: ClosedRange<Int>
        var probability: Double
    }

    @Test(
        arguments: [
            Trials(trials: 20...20, probability: 0.5), Trials(trials: 100...100, probability: 0.002),
            Trials(trials: 100...100, probability: 0.02), Trials(trials: 80...120, probability: 0.2),
            Trials(trials: 10...60, probability: 0.05), Trials(trials: 200...210, probability: 0.99),
            Trials(trials: 40...50, probability: 0.9), Trials(trials: 1...3, probability: 0.4),
        ],
        lengths
    )
    func `proportions get a P chart, at either end of the scale`(of cases: Trials, length: Int) {
        let draws = Dictionary(
            uniqueKeysWithValues: cases.trials.map {
                ($0, Draw(.binomial(trials: Double($0), probability: cases.probability)))
            }
        )
        let advised = share { random in
            let trials = (0..<length).map { _ in Int.random(in: cases.trials, using: &random) }
            return ChartInput(
                .ratios(
                    numerators: trials.map { draws[$0]?(&random) ?? 0 },
                    denominators: trials.map { Double($0) }
                )
            )
        } isWanted: {
            $0.kind == .p
        }
        #expect(advised >= 0.95)
    }

    @Test(arguments: [0.1, 0.5, 2, 20], lengths)
    func `rates get a U chart`(mean: Double, length: Int) {
        let small = Draw(.poisson(mean: mean))
        let large = Draw(.poisson(mean: 2 * mean))
        let advised = share { random in
            let isLarge = (0..<length).map { _ in Bool.random(using: &random) }
            return ChartInput(
                .ratios(
                    numerators: isLarge.map { $0 ? large(&random) : small(&random) },
                    denominators: isLarge.map { $0 ? 0.7 : 0.35 }
                )
            )
        } isWanted: {
            $0.kind == .u
        }
        #expect(advised >= 0.95)
    }

    @Test(arguments: [5, 20, 100] as [Double], lengths)
    func `cases between events get a G chart`(mean: Double, length: Int) {
        var probability = 1 / (1 + mean)
        let draw = Draw { _ in
            defer { probability *= mean / (1 + mean) }
            return probability
        }
        let advised = share { random in
            ChartInput(.values((0..<length).map { _ in draw(&random) }))
        } isWanted: {
            $0.kind == .g
        }
        #expect(advised >= 0.85)
    }

    @Test(arguments: lengths)
    func `counts that come ten at a time get an XmR chart, and proportions a P-prime chart`(length: Int) {
        let draw = Draw(.poisson(mean: 10))
        let counts = share { random in
            ChartInput(.values((0..<length).map { _ in 10 * draw(&random) }))
        } isWanted: {
            $0.kind == .individuals
        }
        #expect(counts >= 0.95)
        let half = Draw(.binomial(trials: 20, probability: 0.5))
        let proportions = share { random in
            ChartInput(
                .ratios(
                    numerators: (0..<length).map { _ in 10 * half(&random) },
                    denominators: [Double](repeating: 200, count: length)
                )
            )
        } isWanted: {
            $0.kind == .pPrime
        }
        #expect(proportions >= 0.95)
    }

    @Test
    func `a shift is for the chart to show, and doesn't talk of another chart`() {
        let before = Draw(.poisson(mean: 5))
        let after = Draw(.poisson(mean: 12))
        let advised = share { random in
            ChartInput(.values((0..<40).map { $0 < 20 ? before(&random) : after(&random) }))
        } isWanted: {
            $0.kind == .c
        }
        #expect(advised >= 0.95)
    }
}
