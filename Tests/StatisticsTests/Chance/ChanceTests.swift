import Statistics
import Testing

struct ChanceTests {
    struct Chart: Sendable {
        var kind: ChartKind
        var rules: RuleSet
    }

    static let charts = ChartKind.allCases.flatMap { kind in
        RuleSet.Name.allCases.map { Chart(kind: kind, rules: RuleSet($0)) }
    }
    static let lengths = [12, 16, 20, 24, 36, 60, 90, 120, 200, 300]

    @Test(arguments: charts)
    func `every chart, rule set and length has its chances, in proportion`(chart: Chart) throws {
        for points in Self.lengths {
            for baseline in [nil, 12, 24, 60] as [Int?] {
                let chance = try #require(
                    Chance.lookup(chart: chart.kind, rules: chart.rules, points: points, baseline: baseline)
                )
                #expect(0...1 ~= chance.anySignal)
                #expect(chance.latestPoint <= chance.anySignal)
                #expect(chance.expectedSignals >= chance.anySignal)
                #expect(chance.expectedSignals <= Double(points))
                #expect(chance.any.standardError < 0.0017)
            }
        }
    }

    @Test(arguments: charts.filter { [.mdc, .westernElectric, .nelson].contains($0.rules.name) })
    func `the longer the chart, the likelier a false alarm`(chart: Chart) throws {
        let chances = try Self.lengths.map { points in
            try #require(Chance.lookup(chart: chart.kind, rules: chart.rules, points: points)).anySignal
        }
        for (shorter, longer) in zip(chances, chances.dropFirst()) { #expect(shorter < longer) }
    }

    struct RunsLimit: Sendable {
        var points: Int
        var longestRun: Int
        var crossings: Int
    }

    // Limits: qicharts2 0.8.1 (Anhøj and Olesen 2014).
    @Test(arguments: [
        RunsLimit(points: 12, longestRun: 7, crossings: 3),
        RunsLimit(points: 16, longestRun: 7, crossings: 4),
        RunsLimit(points: 20, longestRun: 7, crossings: 6),
        RunsLimit(points: 24, longestRun: 8, crossings: 8),
        RunsLimit(points: 36, longestRun: 8, crossings: 13),
        RunsLimit(points: 60, longestRun: 9, crossings: 23),
    ])
    func `a run chart signals under the Anhøj rules as often as counting arrangements says`(
        limit: RunsLimit
    ) throws {
        let chance = try #require(Chance.lookup(chart: .run, rules: .anhoej, points: limit.points))
        let exact = 1 - shareWithoutSignal(limit)
        #expect(abs(chance.anySignal - exact) < 4 * chance.any.standardError)
        // The rules are about whole phases: all points signal, or none.
        #expect(chance.latestPoint == chance.anySignal)
        #expect(abs(chance.expectedSignals - chance.anySignal * Double(limit.points)) < 1e-9)
    }

    /// Of the arrangements of as many points above the median as below it, the share that the rules pass.
    func shareWithoutSignal(_ limit: RunsLimit) -> Double {
        struct State: Hashable {
            var above: Int
            var run: Int
            var crossings: Int
        }
        // Ways to get to each state after so many points. As either side of the median may be called above,
        // `above` counts the points on the newest point's side.
        let half = limit.points / 2
        var ways = [State(above: 1, run: 1, crossings: 0): 2.0]
        for points in 1..<limit.points {
            var next: [State: Double] = [:]
            for (state, count) in ways {
                if state.above < half, state.run < limit.longestRun {
                    var longer = state
                    longer.above += 1
                    longer.run += 1
                    next[longer, default: 0] += count
                }
                let others = points - state.above
                if others < half {
                    let crossing = State(above: others + 1, run: 1, crossings: state.crossings + 1)
                    next[crossing, default: 0] += count
                }
            }
            ways = next
        }
        let passed = ways.reduce(0) { $0 + ($1.key.crossings >= limit.crossings ? $1.value : 0) }
        let all = (1...half).reduce(1.0) { $0 * Double(half + $1) / Double($1) }
        return passed / all
    }

    @Test
    func `three sigma limits that are known flag one point in 370`() throws {
        var random = RandomNumbers(seed: 3)
        var options = ChartOptions(kind: .individuals, rules: .nelson)
        options.baseline = 40_000
        let numbers = (0..<80_000).map { _ in random.normal() }
        let marks = try analyse(ChartInput(.values(numbers)), options).marks[40_000...]
        let flagged = Double(marks.count { $0.contains(Rule.nelson1.mark) })
        let expected = 2 * Normal.cumulative(-3) * 40_000
        #expect(abs(expected - 40_000 / 370.4) < 0.1)
        #expect(abs(flagged - expected) < 4 * expected.squareRoot())
    }

    struct Cell: Sendable {
        var kind: ChartKind
        var rules: RuleSet
        var points: Int
        var baseline: Int?
    }

    @Test(arguments: [
        Cell(kind: .individuals, rules: .mdc, points: 24, baseline: nil),
        Cell(kind: .individuals, rules: .nelson, points: 60, baseline: 24),
        Cell(kind: .individuals, rules: .anhoej, points: 20, baseline: nil),
        Cell(kind: .movingRange, rules: .mdc, points: 36, baseline: nil),
        Cell(kind: .t, rules: .westernElectric, points: 24, baseline: 12),
        Cell(kind: .run, rules: .ihi, points: 36, baseline: nil),
    ])
    func `the table agrees with charts drawn here`(cell: Cell) throws {
        let shipped = try #require(
            Chance.lookup(chart: cell.kind, rules: cell.rules, points: cell.points, baseline: cell.baseline)
        )
        var random = RandomNumbers(seed: 99)
        var options = ChartOptions(kind: cell.kind, rules: cell.rules)
        options.baseline = cell.baseline
        let runs = 2_000
        var (any, latest) = (0, 0)
        for _ in 0..<runs {
            let numbers = (0..<cell.points).map { _ in
                cell.kind == .t ? random.exponential() : random.normal()
            }
            let marks = try analyse(ChartInput(.values(numbers)), options).marks
            any += marks.contains { !$0.isEmpty } ? 1 : 0
            latest += marks.last?.isEmpty == false ? 1 : 0
        }
        func isNear(_ count: Int, _ expected: Double) -> Bool {
            let error = (expected * (1 - expected) / Double(runs)).squareRoot()
            return abs(Double(count) / Double(runs) - expected) < 4 * error
        }
        #expect(isNear(any, shipped.anySignal))
        #expect(isNear(latest, shipped.latestPoint))
    }

    @Test
    func `between simulated lengths and baselines lies what lies between`() throws {
        func any(_ points: Int, _ baseline: Int?) throws -> Double {
            let chance = Chance.lookup(chart: .individuals, rules: .mdc, points: points, baseline: baseline)
            return try #require(chance).anySignal
        }
        #expect(try abs(any(18, nil) - (any(16, nil) + any(20, nil)) / 2) < 1e-12)
        #expect(try abs(any(90, 18) - (any(90, 12) + any(90, 24)) / 2) < 1e-12)
        #expect(try any(24, 24) == any(24, nil))
        #expect(try any(30, 60) == any(30, nil))
    }

    @Test
    func `charts with the same limits have the same chances`() {
        for (kind, twin) in [
            (ChartKind.np, ChartKind.p), (.u, .c), (.pPrime, .individuals), (.uPrime, .individuals),
        ] {
            #expect(
                Chance.lookup(chart: kind, rules: .mdc, points: 24)
                    == Chance.lookup(chart: twin, rules: .mdc, points: 24)
            )
        }
    }

    @Test(arguments: [nil, 24] as [Int?])
    func `longer charts than any simulated signal at least as often as the longest`(baseline: Int?) throws {
        func chance(_ points: Int) throws -> ChanceOfSignal {
            let found = Chance.lookup(
                chart: .individuals,
                rules: .mdc,
                points: points,
                baseline: baseline
            )
            return try #require(found)
        }
        #expect(try !chance(300).isLowerBound && !chance(160).isLowerBound)
        #expect(try chance(1_000).isLowerBound)
        #expect(try chance(1_000).anySignal == chance(300).anySignal)
        #expect(try chance(120).anySignal < chance(160).anySignal)
        #expect(try chance(160).anySignal < chance(300).anySignal)
    }

    @Test
    func `what was not simulated is not told`() throws {
        #expect(Chance.lookup(chart: .individuals, rules: .mdc, points: 11) == nil)
        #expect(Chance.lookup(chart: .individuals, rules: .mdc, points: 60, baseline: 11) == nil)
        #expect(Chance.lookup(chart: .individuals, rules: .mdc, points: 120, baseline: 61) == nil)
        #expect(Chance.lookup(chart: .individuals, rules: .mdc, points: 400, baseline: 11) == nil)
        let longer = try RuleSet.mdc.with(shiftLength: 8)
        #expect(Chance.lookup(chart: .individuals, rules: longer, points: 24) == nil)
        #expect(Chance.timeToDetect(chart: .individuals, rules: longer, shift: 1) == nil)
        #expect(Chance.timeToDetect(chart: .individuals, rules: .mdc, shift: 0.7) == nil)
    }

    @Test(arguments: charts)
    func `the larger the shift, the sooner it is found`(chart: Chart) throws {
        let times = try [0.5, 1, 1.5, 2, 3].map { shift in
            try #require(Chance.timeToDetect(chart: chart.kind, rules: chart.rules, shift: shift))
        }
        for time in times {
            #expect(points(time.median) <= points(time.eightyPercent))
            for quantile in [time.median, time.eightyPercent].compactMap(\.self) {
                #expect(quantile.standardError > 0 && quantile.standardError < 1, "\(time)")
            }
        }
        for (smaller, larger) in zip(times, times.dropFirst()) {
            #expect(points(larger.median) <= points(smaller.median))
            #expect(points(larger.eightyPercent) <= points(smaller.eightyPercent))
        }
    }

    func points(_ quantile: TimeToDetect.Quantile?) -> Int { quantile?.points ?? .max }

    struct Shift: Sendable {
        var kind: ChartKind
        var size: Double
        var width = 1
        /// A measurement after the shift; with 0 before it.
        var draw: @Sendable (Double, inout RandomNumbers) -> Double
    }

    // The standard deviation of a mean of five is 1/√5; that of a moving range is 0.853/1.128 of its mean, that of
    // five Normal values' deviation √(1 − 0.94²)/0.94, that of an exponential gap the mean itself.
    @Test(arguments: [
        Shift(kind: .individuals, size: 0.5) { $0 + $1.normal() },
        Shift(kind: .individuals, size: 1) { $0 + $1.normal() },
        Shift(kind: .individuals, size: 2) { $0 + $1.normal() },
        Shift(kind: .xbar, size: 1, width: 5) { $0 / 5.0.squareRoot() + $1.normal() },
        Shift(kind: .s, size: 2, width: 5) { (1 + $0 * 0.3630) * $1.normal() },
        Shift(kind: .movingRange, size: 2) { (1 + $0 * 0.7555) * $1.normal() },
        Shift(kind: .t, size: 1) { (1 + $0) * $1.exponential() },
    ])
    func `four shifts of five are found within the points that the table says, and not before`(
        shift: Shift
    ) throws {
        let time = try #require(Chance.timeToDetect(chart: shift.kind, rules: .mdc, shift: shift.size))
        let points = try #require(time.eightyPercent?.points)
        var random = RandomNumbers(seed: 5)
        var options = ChartOptions(kind: shift.kind, rules: .mdc)
        options.baseline = 24
        func draw(_ points: Int, _ size: Double) -> [[Double]] {
            (0..<points).map { _ in (0..<shift.width).map { _ in shift.draw(size, &random) } }
        }
        func findings(_ subgroups: [[Double]]) throws -> [Int] {
            let data: ChartInput.Content =
                shift.width > 1 ? .subgroups(subgroups) : .values(subgroups.map { $0[0] })
            return try analyse(ChartInput(data), options).findings.map(\.completedAt)
        }
        let runs = 1_000
        var (quiet, within, before) = (0, 0, 0)
        while quiet < runs {
            let stable = draw(24, 0)
            guard try findings(stable).isEmpty else { continue }
            quiet += 1
            guard let first = try findings(stable + draw(points, shift.size)).filter({ $0 >= 24 }).min()
            else {
                continue
            }
            within += 1
            before += first < 23 + points ? 1 : 0
        }
        let error = (0.8 * 0.2 / Double(runs)).squareRoot()
        #expect(Double(within) / Double(runs) > 0.8 - 4 * error)
        #expect(Double(before) / Double(runs) < 0.8 + 4 * error)
    }

    @Test
    func `a shift of one sigma takes an XmR chart about a seven-point run and a half to find`() throws {
        let time = try #require(Chance.timeToDetect(chart: .individuals, rules: .mdc, shift: 1))
        #expect(5...9 ~= points(time.median))
        #expect(12...18 ~= points(time.eightyPercent))
    }
}
