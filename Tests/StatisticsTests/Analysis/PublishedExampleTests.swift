import Statistics
import Testing

/// Worked examples from handbooks and papers, to the digits that they print.
struct PublishedExampleTests {
    struct Example: Sendable, CustomTestStringConvertible {
        var source: String
        var kind: ChartKind
        var rules = RuleSet.mdc
        var screened = false
        var values: [Double]
        var denominator: Double?
        var centre: Double
        var lower: Double
        var upper: Double
        /// Half a unit of the last digit printed.
        var tolerance: Double
        var outside: [Int]
        var testDescription: String { source }
    }

    static let vignette: [Double] = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1]

    static let examples = [
        Example(
            source: "NIST e-Handbook 6.3.2.2, flow rates",
            kind: .individuals,
            rules: .nelson,
            values: [49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1],
            centre: 50.81,
            lower: 45.8159,
            upper: 55.8041,
            tolerance: 5e-5,
            outside: []
        ),
        Example(
            source: "NIST e-Handbook 6.3.3.2, 30 samples of 50",
            kind: .p,
            values: [
                12, 15, 8, 10, 4, 7, 16, 9, 14, 10, 5, 6, 17, 12, 22, 8, 10, 5, 13, 11, 20, 18, 24, 15, 9, 12,
                7,
                13, 9, 6,
            ],
            denominator: 50,
            centre: 0.2313,
            lower: 0.0524,
            upper: 0.4102,
            tolerance: 5e-5,
            outside: [14, 22]
        ),
        Example(
            source: "NIST e-Handbook 6.3.3.1, 25 wafers: 28 is on the limit, 31 beyond",
            kind: .c,
            values: [
                16, 14, 28, 16, 12, 20, 10, 12, 10, 17, 19, 17, 14, 16, 15, 13, 14, 16, 11, 20, 11, 19, 16,
                31, 13,
            ],
            centre: 16,
            lower: 4,
            upper: 28,
            tolerance: 1e-12,
            outside: [23]
        ),
        Example(
            source: "Montgomery and Runger, example 16-2",
            kind: .individuals,
            values: [
                102.0, 94.8, 98.3, 98.4, 102.0, 98.5, 99.0, 97.7, 100.0, 98.1, 101.3, 98.7, 101.1, 98.4, 97.0,
                96.7,
                100.3, 101.4, 97.2, 101.0,
            ],
            // Printed from a mean moving range rounded to 2.59.
            centre: 99.1,
            lower: 92.21,
            upper: 105.99,
            tolerance: 0.01,
            outside: []
        ),
        Example(
            source: "NHSRplotthedots, Deviations from MDC: screened",
            kind: .individuals,
            screened: true,
            values: vignette,
            centre: 1.94,
            lower: -0.72,
            upper: 4.6,
            tolerance: 5e-3,
            outside: [4]
        ),
        Example(
            source: "NHSRplotthedots, Deviations from MDC: unscreened",
            kind: .individuals,
            values: vignette,
            centre: 1.94,
            lower: -3.06,
            upper: 6.95,
            tolerance: 5e-3,
            outside: [4]
        ),
    ]

    @Test(arguments: examples)
    func `a published example comes out as published`(_ example: Example) throws {
        var options = ChartOptions(kind: example.kind, rules: example.rules)
        options.screensMovingRanges = example.screened
        let denominators = example.denominator.map { [Double](repeating: $0, count: example.values.count) }
        let content: ChartInput.Content =
            denominators.map { .ratios(numerators: example.values, denominators: $0) }
            ?? .values(example.values)
        let analysis = try analyse(ChartInput(content), options)
        let lines = analysis.lines(at: 0)
        #expect(abs(try #require(lines.centre) - example.centre) <= example.tolerance)
        #expect(abs(try #require(lines.lower) - example.lower) <= example.tolerance)
        #expect(abs(try #require(lines.upper) - example.upper) <= example.tolerance)
        let outside: Rule = example.rules == .nelson ? .nelson1 : .outsideLimits
        #expect(
            analysis.marks.indices.filter { analysis.marks[$0].contains(outside.mark) } == example.outside
        )
    }

    @Test func `a moving range chart has the limit that Montgomery and Runger print`() throws {
        let values = Self.examples[3].values
        let analysis = try analyse(ChartInput(.values(values)), ChartOptions(kind: .movingRange, rules: .mdc))
        #expect(abs(try #require(analysis.lines(at: 1).upper) - 8.46) <= 5e-3)
        #expect(analysis.unplotted == [0])
    }
}
