import Statistics
import Testing

struct FunnelPlotTests {
    static let limits: [FunnelOptions.Limits] = [
        .exact, .interval, .transformed, .overdispersed(.winsorised), .overdispersed(.truncated),
    ]

    struct Case: Sendable {
        var measure: FunnelOptions.Measure
        var limits: FunnelOptions.Limits
    }

    static let cases = FunnelOptions.Measure.allCases.flatMap { measure in
        limits.map { Case(measure: measure, limits: $0) }
    }

    /// England's type 1 A&E departments, the year to March 2018.
    func england(_ options: Case, multiplier: Double = 1) throws -> FunnelPlot {
        let rows = try OracleTable("inputs/funnel_ae2018_type1.csv").rows
        let isRatio = options.measure == .standardisedRatio
        var settings = FunnelOptions(options.measure)
        settings.limits = options.limits
        settings.multiplier = multiplier
        return try FunnelPlot(
            numerators: rows.numbers(isRatio ? "admissions" : "breaches").compactMap { $0 },
            denominators: rows.numbers(isRatio ? "expected_admissions" : "attendances").compactMap { $0 },
            settings
        )
    }

    @Test(arguments: cases)
    func `limits hold the centre line, the wider the narrower, and narrow with the denominator`(
        options: Case
    ) throws {
        let plot = try england(options)
        let centre = try #require(plot.centreLine)
        let curve = plot.curve(over: 200...300_000, steps: 60)
        #expect(curve.count == 61)
        #expect(curve.first?.denominator == 200)
        #expect(curve.last?.denominator == 300_000)
        for place in curve {
            let (inner, outer) = (place.limits.middle95, place.limits.middle998)
            #expect(outer.lower <= inner.lower && inner.lower <= centre)
            #expect(outer.upper >= inner.upper && inner.upper >= centre)
        }
        for (left, right) in zip(curve, curve.dropFirst()) {
            #expect(left.denominator < right.denominator)
            #expect(left.limits.middle998.lower <= right.limits.middle998.lower)
            #expect(left.limits.middle998.upper >= right.limits.middle998.upper)
        }
    }

    @Test(arguments: cases)
    func `a multiplier scales values and lines and nothing else`(options: Case) throws {
        let plain = try england(options)
        let scaled = try england(options, multiplier: 1_000)
        #expect(scaled.centreLine == plain.centreLine.map { $0 * 1_000 })
        #expect(scaled.overdispersion == plain.overdispersion)
        #expect(scaled.points.map(\.score) == plain.points.map(\.score))
        #expect(scaled.points.map(\.outside998) == plain.points.map(\.outside998))
        for (one, thousand) in zip(plain.points, scaled.points) {
            #expect(abs(thousand.limits.middle95.upper - one.limits.middle95.upper * 1_000) < 1e-9)
        }
    }

    @Test(arguments: FunnelOptions.Measure.allCases)
    func `overdispersion widens the limits`(measure: FunnelOptions.Measure) throws {
        let plain = try england(Case(measure: measure, limits: .transformed))
        let widened = try england(Case(measure: measure, limits: .overdispersed(.winsorised)))
        #expect(plain.overdispersion == nil)
        let found = try #require(widened.overdispersion)
        #expect(found.phi > 1)
        for (narrow, wide) in zip(plain.points, widened.points) {
            #expect(wide.limits.middle95.lower < narrow.limits.middle95.lower)
            #expect(wide.limits.middle95.upper > narrow.limits.middle95.upper)
            #expect(abs(wide.score) < abs(narrow.score))
        }
    }

    @Test
    func `what chance explains is not called overdispersion`() throws {
        var options = FunnelOptions(.proportion)
        options.limits = .overdispersed(.winsorised)
        let plot = try FunnelPlot(
            numerators: [50, 52, 49, 51, 50, 48],
            denominators: [100, 101, 99, 102, 100, 98],
            options
        )
        let found = try #require(plot.overdispersion)
        #expect(found.phi < 1)
        #expect(found.tauSquared == 0)
    }

    @Test
    func `only values beyond a limit are outside it`() throws {
        let interval = Interval(lower: 0.2, upper: 0.4)
        #expect(interval.side(of: 0.2) == nil)
        #expect(interval.side(of: 0.4) == nil)
        #expect(interval.side(of: 0.4.nextUp) == .above)
        #expect(interval.side(of: 0.2.nextDown) == .below)
    }

    @Test(arguments: cases)
    func `institutions without a denominator are left out, and keep the others' places`(
        options: Case
    ) throws {
        var settings = FunnelOptions(options.measure)
        settings.limits = options.limits
        let plot = try FunnelPlot(numerators: [0, 3, 0, 5], denominators: [0, 10, 12, 9], settings)
        #expect(plot.points.map(\.index) == [1, 2, 3])
        for point in plot.points {
            let limits = point.limits
            let ends = [
                limits.middle95.lower, limits.middle95.upper, limits.middle998.lower, limits.middle998.upper,
            ]
            for number in ends + [point.value, point.score] { #expect(number.isFinite) }
        }
    }

    @Test(arguments: cases)
    func `no event at all, or nothing else, gives limits without NaN`(options: Case) throws {
        var settings = FunnelOptions(options.measure)
        settings.limits = options.limits
        for numerators in [[0, 0, 0], [5, 6, 7]] as [[Double]] {
            let plot = try FunnelPlot(numerators: numerators, denominators: [5, 6, 7], settings)
            for point in plot.points {
                #expect(point.score.isFinite)
                #expect(point.limits.middle998.lower <= point.limits.middle95.upper)
                #expect(point.limits.middle998.upper.isFinite)
            }
        }
    }

    @Test(arguments: cases)
    func `the largest and smallest numbers allowed give finite limits`(options: Case) throws {
        var settings = FunnelOptions(options.measure)
        settings.limits = options.limits
        let plot = try FunnelPlot(
            numerators: [1e100, 1e-100, 0, 5e99],
            denominators: [1e100, 1e-100, 1, 1e100],
            settings
        )
        for point in plot.points {
            let (inner, outer) = (point.limits.middle95, point.limits.middle998)
            for number in [point.score, point.value, inner.lower, inner.upper, outer.lower, outer.upper] {
                #expect(number.isFinite)
            }
        }
    }

    @Test
    func `without institutions there is no centre line and no curve`() throws {
        let plot = try FunnelPlot(numerators: [0], denominators: [0], FunnelOptions(.rate))
        #expect(plot.centreLine == nil)
        #expect(plot.points.isEmpty)
        #expect(plot.curve(over: 1...10).isEmpty)
    }

    struct Refused: Sendable {
        var numerators: [Double]
        var denominators: [Double]
        var error: FunnelError
    }

    @Test(arguments: [
        Refused(numerators: [1], denominators: [], error: .differentCounts(numerators: 1, denominators: 0)),
        Refused(numerators: [1, .nan], denominators: [2, 2], error: .notFinite(index: 1)),
        Refused(numerators: [1, 1], denominators: [2, .infinity], error: .notFinite(index: 1)),
        Refused(numerators: [1e101], denominators: [1e99], error: .outOfRange(index: 0, value: 1e101)),
        Refused(numerators: [0], denominators: [1e-101], error: .outOfRange(index: 0, value: 1e-101)),
        Refused(numerators: [-1], denominators: [2], error: .negative(index: 0, value: -1)),
        Refused(numerators: [1], denominators: [-2], error: .negative(index: 0, value: -2)),
        Refused(
            numerators: [1, 3],
            denominators: [2, 2],
            error: .numeratorAboveDenominator(index: 1, numerator: 3, denominator: 2)
        ),
    ])
    func `what can't be is refused by name`(refused: Refused) {
        #expect(throws: refused.error) {
            try FunnelPlot(
                numerators: refused.numerators,
                denominators: refused.denominators,
                FunnelOptions(.proportion)
            )
        }
    }
}
