import Statistics
import Testing

struct ChartAdviceTests {
    struct Case: Sendable {
        var name: String
        var data: DataSummary
        var kind: ChartKind

        init(
            _ name: String,
            _ kind: DataSummary.Kind,
            _ advice: ChartKind,
            _ change: (inout DataSummary) -> Void
        ) {
            self.name = name
            data = DataSummary(kind)
            change(&data)
            self.kind = advice
        }
    }

    static let cases = [
        Case("a measurement", .measurement, .individuals) { _ in },
        Case("subgroups, however few", .subgroups, .xbar) { $0.points = 3 },
        Case("an average over equal bases", .average, .individuals) { $0.denominatorSpread = 1.1 },
        Case("an average over unequal bases", .average, .iPrime) { $0.denominatorSpread = 3 },
        Case("a count", .count, .c) { $0.dispersion = Dispersion(.chance, factor: 1.1) },
        Case("an overdispersed count", .count, .individuals) { $0.dispersion = Dispersion(.more, factor: 2) },
        Case("a count of rare events", .count, .c) { $0.shareOfZeros = 0.5 },
        Case("a count of rare events in bursts", .count, .c) {
            $0.shareOfZeros = 0.5
            $0.eventsPerPoint = 0.9
            $0.dispersion = Dispersion(.more, factor: 2)
        },
        Case("a count of many events with many zeros", .count, .individuals) {
            $0.shareOfZeros = 0.3
            $0.eventsPerPoint = 70
            $0.dispersion = Dispersion(.more, factor: 5)
        },
        Case("a count of rare events with dates", .count, .t) {
            $0.shareOfZeros = 0.5
            $0.hasEventDates = true
        },
        Case("a proportion", .proportion, .p) { $0.dispersion = Dispersion(.chance, factor: 0.6) },
        Case("an overdispersed proportion", .proportion, .pPrime) {
            $0.dispersion = Dispersion(.more, factor: 8)
        },
        Case("an underdispersed proportion", .proportion, .pPrime) {
            $0.dispersion = Dispersion(.less, factor: 0.4)
        },
        Case("a proportion of rare events with dates", .proportion, .g) {
            $0.shareOfZeros = 0.4
            $0.hasEventDates = true
        },
        Case("a rate", .rate, .u) { _ in },
        Case("an overdispersed rate", .rate, .uPrime) { $0.dispersion = Dispersion(.more, factor: 2) },
        Case("a rate of rare events with dates", .rate, .t) {
            $0.shareOfZeros = 0.4
            $0.hasEventDates = true
        },
        Case("times between events", .timeBetweenEvents, .t) { $0.points = 30 },
        Case("cases between events", .casesBetweenEvents, .g) { $0.points = 30 },
        Case("a short series", .proportion, .run) { $0.points = 12 },
        Case("a series just long enough", .proportion, .p) { $0.points = 13 },
    ]

    @Test(arguments: cases)
    func `the chart follows from the kind of data`(advised: Case) {
        let advice = adviseChart(advised.data)
        #expect(advice.kind == advised.kind)
        #expect(advice.reason.hasSuffix("."))
        #expect(!advice.reason.contains(". "), "one sentence")
    }

    @Test
    func `counts that chance explains are told from numbers alone`() {
        // Poisson counts of mean 4, made with NumPy's default_rng(1).
        let counts: [Double] = [5, 3, 5, 2, 6, 4, 5, 2, 7, 4, 2, 5, 5, 6, 1, 6, 3, 3, 1, 2]
        #expect(adviseChart(for: ChartInput(.values(counts))).kind == .c)
        #expect(adviseChart(for: ChartInput(.values(counts.map { $0 * 40 }))).kind == .individuals)
        #expect(adviseChart(for: ChartInput(.values(counts.map { $0 + 0.5 }))).kind == .individuals)
        #expect(adviseChart(for: ChartInput(.values(counts.map { 0 - $0 }))).kind == .individuals)
    }

    @Test
    func `times between events are told from their skewness`() {
        // Exponential times of mean 10, made with NumPy's default_rng(1).
        let days: [Double] = [
            10.7, 3.1, 53.8, 3.7, 1.2, 18.0, 5.0, 5.5, 0.3, 7.6, 10.4, 2.3, 16.8, 2.1, 7.9, 1.3,
        ]
        #expect(adviseChart(for: ChartInput(.values(days))).kind == .t)
        #expect(adviseChart(for: ChartInput(.values(days.map { $0 + 100 }))).kind == .individuals)
    }

    @Test
    func `proportions, rates and averages are told from their numerators`() {
        let denominators: [Double] = [50, 60, 55, 70, 65, 50, 52, 58, 61, 64, 57, 55, 60, 53, 66]
        let numerators: [Double] = [10, 15, 9, 16, 12, 14, 8, 12, 15, 10, 13, 8, 14, 12, 11]
        func kind(_ numerators: [Double], _ denominators: [Double]) -> ChartKind {
            adviseChart(
                for: ChartInput(.ratios(numerators: numerators, denominators: denominators))
            ).kind
        }
        #expect(kind(numerators, denominators) == .p)
        #expect(kind(numerators.map { $0 * 1_000 }, denominators.map { $0 * 1_000 }) == .pPrime)
        #expect(kind(numerators, denominators.map { $0 / 1_000 }) == .u)
        #expect(kind(numerators.map { $0 * 1_000 }, denominators.map { $0 / 1_000 }) == .uPrime)
        #expect(kind(numerators.map { $0 + 0.5 }, denominators) == .iPrime)
        #expect(kind(numerators.map { $0 + 0.5 }, denominators.map { _ in 50 }) == .individuals)
    }

    @Test
    func `deaths by horse kick are rare events that chance explains`() {
        // Von Bortkiewicz, Das Gesetz der kleinen Zahlen, 1898: men killed in ten Prussian corps in twenty
        // years.
        let years = [(109, 0.0), (65, 1), (22, 2), (3, 3), (1, 4)]
        let deaths = years.flatMap { [Double](repeating: $0.1, count: $0.0) }
        let data = DataSummary(ChartInput(.values(deaths)))
        #expect(data.kind == .count)
        #expect(data.dispersion?.verdict == .chance)
        #expect(abs((data.eventsPerPoint ?? 0) - 0.61) < 1e-12)
        let advice = adviseChart(data)
        #expect(advice.kind == .c)
        #expect(advice.reason.contains("55%") && advice.reason.contains("times between events"))
    }

    @Test
    func `missing and excluded points don't count`() {
        let values = [Double](repeating: 5.5, count: 12) + [.nan, 1e9]
        #expect(DataSummary(ChartInput(.values(values), missing: [12], excluded: [13])).points == 12)
    }
}
