import Sightline
import Statistics
import Testing

struct MeasureTests {
    struct Case: Sendable {
        var field: MeasureProblem.Field
        var reason: MeasureProblem.Reason
        var change: @Sendable (inout Measure) -> Void
    }

    static let cases: [Case] = [
        Case(field: .key, reason: .missing) { $0.key = "" },
        Case(field: .key, reason: .notAKey) { $0.key = "Falls with harm" },
        Case(field: .key, reason: .notAKey) { $0.key = "falls--harm" },
        Case(field: .title, reason: .missing) { $0.title = "  " },
        Case(field: .title, reason: .tooLong(most: 200)) { $0.title = String(repeating: "a", count: 201) },
        Case(field: .numerator, reason: .missing) { $0.definition.numerator = "" },
        Case(field: .denominator, reason: .chartNeedsDenominator(.p)) { $0.chart.kind = .p },
        Case(field: .denominator, reason: .chartTakesNoDenominator(.c)) {
            $0.chart.kind = .c
            $0.definition.denominator = "Days"
        },
        Case(field: .chart, reason: .chartNeedsSubgroups(.xbar)) { $0.chart.kind = .xbar },
        Case(field: .baseline, reason: .outside(least: 2, most: 10_000)) { $0.chart.baseline = 1 },
        Case(field: .multiplier, reason: .outside(least: 1e-9, most: 1e9)) { $0.chart.multiplier = 0 },
        Case(field: .multiplier, reason: .outside(least: 1e-9, most: 1e9)) { $0.chart.multiplier = .nan },
        Case(field: .decimals, reason: .outside(least: 0, most: 9)) { $0.format.decimals = -1 },
        Case(field: .target, reason: .notFinite) { $0.targets = [TargetStep(start: .first, value: .nan)] },
        Case(field: .target, reason: .repeatedDay(.first)) {
            $0.targets = [TargetStep(start: .first, value: 1), TargetStep(start: .first, value: 2)]
        },
    ]

    @Test func `a sound measure has no problems`() {
        #expect(Samples.measure().problems.isEmpty)
        #expect(Samples.measure(kind: .pPrime, denominator: "All").problems.isEmpty)
    }

    @Test(arguments: cases)
    func `each problem names its field and says what would be right`(testCase: Case) {
        var measure = Samples.measure()
        testCase.change(&measure)
        #expect(measure.problems == [MeasureProblem(testCase.field, testCase.reason)])
        #expect(measure.problems.allSatisfy { $0.sentence.hasSuffix(".") })
    }

    @Test func `a target holds from its day on`() {
        var measure = Samples.measure()
        measure.targets = [
            TargetStep(start: Samples.day("2020-01-01"), value: 95),
            TargetStep(start: Samples.day("2023-04-01"), value: 76),
        ]
        #expect(measure.target(on: Samples.day("2019-12-31")) == nil)
        #expect(measure.target(on: Samples.day("2023-03-31")) == 95)
        #expect(measure.target(on: Samples.day("2023-04-01")) == 76)
    }

    @Test(arguments: [
        (ValueFormat(unit: "%", decimals: 1), 95.25, "95.3%"),
        (ValueFormat(unit: "£"), 1_203.4, "£1,203"),
        (ValueFormat(unit: "£"), -1_203, "-£1,203"),
        (ValueFormat(unit: "£ thousand"), 439, "£439 thousand"),
        (ValueFormat(unit: "€ million", decimals: 1), -2.5, "-€2.5 million"),
        (ValueFormat(unit: "days", decimals: 1), 4.5, "4.5 days"),
        (ValueFormat(), 1_203_000, "1,203,000"),
    ])
    func `values are written with their unit`(format: ValueFormat, value: Double, text: String) {
        #expect(format.text(value) == text)
    }

    @Test(arguments: [
        (
            ChartKind.p, Observation(day: .first, numerator: 3, denominator: 2),
            ObservationProblem.numeratorAboveDenominator(.first, numerator: 3, denominator: 2)
        ),
        (.p, Observation(day: .first, numerator: 3), .denominatorMissing(.first)),
        (.u, Observation(day: .first, numerator: -1, denominator: 2), .negative(.first, -1)),
        (.u, Observation(day: .first, numerator: 1, denominator: -2), .negativeDenominator(.first, -2)),
        (.c, Observation(day: .first, numerator: 1, denominator: 2), .denominatorUnexpected(.first, 2)),
        (.t, Observation(day: .first, numerator: 0), .notPositive(.first, 0)),
        (.individuals, Observation(day: .first, numerator: .infinity), .notFinite(.first)),
        (.p, Observation(day: .first, numerator: -3), .negative(.first, -3)),
        (.individuals, Observation(day: .first, numerator: -1e101), .outOfRange(.first, -1e101)),
        (
            .u, Observation(day: .first, numerator: 1, denominator: 1e101),
            .denominatorOutOfRange(.first, 1e101)
        ),
        (
            .u, Observation(day: .first, numerator: 1, denominator: 1e-101),
            .denominatorOutOfRange(.first, 1e-101)
        ),
        (.u, Observation(day: .first, numerator: 1e60, denominator: 1e-60), .outOfRange(.first, 1e60)),
    ])
    func `data that a chart can't hold is named`(
        kind: ChartKind,
        observation: Observation,
        problem: ObservationProblem
    ) {
        let measure = Samples.measure(kind: kind, denominator: kind.denominator == .needed ? "All" : nil)
        #expect(measure.problem(with: observation) == problem)
        #expect(measure.problem(with: Observation(day: .first, numerator: nil)) == nil)
    }
}
