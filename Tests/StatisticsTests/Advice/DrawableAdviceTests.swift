import Statistics
import Testing

/// Advice that can't be followed is none.
struct DrawableAdviceTests {
    @Test(arguments: [
        ChartInput(.values([])),
        ChartInput(.values([3])),
        ChartInput(.values([Double](repeating: 0, count: 20))),
        ChartInput(.values([Double](repeating: 7.5, count: 20))),
        ChartInput(.ratios(numerators: [], denominators: [])),
        ChartInput(
            .ratios(
                numerators: [Double](repeating: 0, count: 20),
                denominators: [Double](repeating: 9, count: 20)
            )
        ),
        ChartInput(
            .ratios(
                numerators: [Double](repeating: 9, count: 20),
                denominators: [Double](repeating: 9, count: 20)
            )
        ),
        ChartInput(
            .ratios(
                numerators: [Double](repeating: 0, count: 20),
                denominators: [Double](repeating: 0, count: 20)
            )
        ),
        ChartInput(.subgroups([[1, 2], [3, 4]])),
    ])
    func `whatever the numbers, the chart advised can be drawn from them`(input: ChartInput) throws {
        let advice = adviseChart(for: input)
        let analysis = try analyse(input, ChartOptions(kind: advice.kind, rules: .mdc))
        #expect(analysis.marks.count == input.count)
        #expect(analysis.marks.allSatisfy { $0.isEmpty })
    }

    struct Odd: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var input: ChartInput
        var kind: ChartKind
    }

    static let tens = [Double](repeating: 10, count: 20)
    static let parts: [Double] = [3, 5, 4, 6, 2, 4, 5, 3, 4, 6, 5, 4, 3, 5, 4, 2, 6, 4, 5, 3]
    // Exponential times of mean 10, made with NumPy's default_rng(1).
    static let times = [
        10.7, 3.1, 53.8, 3.7, 1.2, 18.0, 5.0, 5.5, 0.3, 7.6, 10.4, 2.3, 16.8, 2.1, 7.9, 1.3,
    ]

    // Each would be another chart but for its last point, which that chart refuses.
    static let odd: [Odd] = [
        Odd(
            testDescription: "five of none",
            input: ChartInput(.ratios(numerators: parts + [5], denominators: tens + [0])),
            kind: .u
        ),
        Odd(
            testDescription: "twelve of ten, excluded",
            input: ChartInput(.ratios(numerators: parts + [12], denominators: tens + [10]), excluded: [20]),
            kind: .u
        ),
        Odd(
            testDescription: "fewer than none, excluded",
            input: ChartInput(.ratios(numerators: parts + [-1], denominators: tens + [10]), excluded: [20]),
            kind: .individuals
        ),
        Odd(
            testDescription: "a count below none, excluded",
            input: ChartInput(.values(parts + [-1]), excluded: [20]),
            kind: .individuals
        ),
        Odd(
            testDescription: "no time at all, excluded",
            input: ChartInput(.values(times + [0]), excluded: [16]),
            kind: .individuals
        ),
    ]

    @Test(arguments: odd)
    func `a point that a chart refuses rules it out, whether it counts or not`(odd: Odd) throws {
        let advice = adviseChart(for: odd.input)
        #expect(advice.kind == odd.kind)
        _ = try analyse(odd.input, ChartOptions(kind: advice.kind, rules: .mdc))
    }

    @Test(arguments: ChartKind.allCases)
    func `where any chart can be drawn, so can the one advised`(kind: ChartKind) throws {
        var random = RandomNumbers(seed: 7)
        var drawable = 0
        for _ in 0..<200 {
            let input = HostileInputTests.input(kind, &random)
            let advice = adviseChart(for: input)
            // They refuse nothing that another chart takes.
            let canDraw = [ChartKind.run, .xbar].contains {
                (try? analyse(input, ChartOptions(kind: $0, rules: .mdc))) != nil
            }
            guard canDraw else { continue }
            drawable += 1
            _ = try analyse(input, ChartOptions(kind: advice.kind, rules: .mdc))
        }
        #expect(drawable > 50)
    }
}
