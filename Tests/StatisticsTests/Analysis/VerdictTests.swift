import Statistics
import Testing

/// Variation, assurance, trial limits and what counts as too few.
struct VerdictTests {
    /// Mean 10, mean moving range 2: limits of 4.68 and 15.32.
    static let steady: [Double] = (0..<14).map { $0.isMultiple(of: 2) ? 9 : 11 }

    func analysis(_ values: [Double?], _ change: (inout ChartOptions) -> Void = { _ in }) throws -> Analysis {
        var options = ChartOptions(kind: .individuals, rules: .mdc)
        change(&options)
        return try analyse(ChartInput(values: values), options)
    }

    @Test(arguments: [
        (Direction.up, 20.0, Assurance.failing), (.up, 2, .passing), (.up, 10, .hitOrMiss),
        (.down, 20, .passing), (.down, 2, .failing), (.down, 10, .hitOrMiss), (.none, 20, .noTarget),
    ])
    func `assurance compares the target with the limits`(
        _ better: Direction,
        _ target: Double,
        _ expected: Assurance
    ) throws {
        let analysis = try analysis(Self.steady) {
            $0.better = better
            $0.target = Target(target)
        }
        #expect(analysis.assurance == expected)
        #expect(analysis.variation == .commonCause)
    }

    @Test func `a target on the limit is hit or miss`() throws {
        let upper = try #require(try analysis(Self.steady).lines(at: 0).upper)
        for better in [Direction.up, .down] {
            let analysis = try analysis(Self.steady) {
                $0.better = better
                $0.target = Target(upper)
            }
            #expect(analysis.assurance == .hitOrMiss)
        }
    }

    @Test func `no target is no target`() throws {
        #expect(try analysis(Self.steady) { $0.better = .up }.assurance == .noTarget)
    }

    @Test func `the target in force at the newest point counts`() throws {
        let steps = [Target.Step(start: 0, value: 2), Target.Step(start: 12, value: 20)]
        let analysis = try analysis(Self.steady) {
            $0.better = .up
            $0.target = Target(steps: steps)
        }
        #expect(analysis.assurance == .failing)
    }

    @Test func `a target is compared in multiplied units`() throws {
        let analysis = try analysis(Self.steady) {
            $0.better = .up
            $0.multiplier = 100
            $0.target = Target(1000)
        }
        #expect(analysis.assurance == .hitOrMiss)
    }

    @Test func `twelve points have trial limits and too few for a verdict`() throws {
        let twelve = try analysis(Array(Self.steady.prefix(12))) {
            $0.better = .up
            $0.target = Target(20)
        }
        #expect(twelve.phases[0].isTrial && twelve.phases[0].limits != nil)
        #expect(twelve.variation == .tooFew && twelve.assurance == .tooFew)
        let thirteen = try analysis(Array(Self.steady.prefix(13)))
        #expect(!thirteen.phases[0].isTrial)
        let allowed = try analysis(Array(Self.steady.prefix(12))) { $0.minimumPoints = 12 }
        #expect(allowed.variation == .commonCause)
    }

    @Test func `trial limits are those that come from few points, however many follow`() throws {
        let phase = try analysis(Self.steady + Self.steady) { $0.baseline = 4 }.phases[0]
        #expect(phase.isTrial && phase.plottedCount >= 24 && phase.baselineCount == 4)
        #expect(try !analysis(Self.steady + Self.steady) { $0.baseline = 13 }.phases[0].isTrial)
    }

    @Test(arguments: ChartKind.allCases)
    func `screening is told of where limits take moving ranges`(kind: ChartKind) throws {
        let values: [Double] = [4, 5, 3, 6, 4, 5, 7, 30, 4, 5, 3, 6, 4, 5]
        let input =
            switch kind {
            case .p, .pPrime, .u, .uPrime, .np, .iPrime:
                ChartInput(.ratios(numerators: values, denominators: values.map { _ in 40 }))
            case .xbar, .s: ChartInput(.subgroups(values.map { [$0, $0 + 2] }))
            default: ChartInput(.values(values))
            }
        var options = ChartOptions(kind: kind, rules: .mdc)
        let plain = try analyse(input, options)
        options.screensMovingRanges = true
        let screened = try analyse(input, options)
        #expect(!plain.screensMovingRanges)
        // It says so where the outlying ranges of 30 made a difference, and nowhere else.
        let isNarrower = plain.lines(at: 0).upper != screened.lines(at: 0).upper
        #expect(screened.screensMovingRanges == isNarrower)
    }

    @Test func `a new phase has too few points until it has enough`() throws {
        let analysis = try analysis(Self.steady + Self.steady) { $0.phaseStarts = [20] }
        #expect(analysis.variation == .tooFew)
        #expect(analysis.phases.map(\.isTrial) == [false, true])
    }

    @Test func `the newest plotted point decides, whatever is missing after it`() throws {
        let analysis = try analysis(Self.steady + [30, nil, nil]) { $0.better = .up }
        #expect(analysis.newestPlotted == 14)
        #expect(analysis.variation == .improvement)
    }

    @Test func `outside the limits names a point before the trend that leads to it`() throws {
        let analysis = try analysis(Self.steady.map { $0 } + [30, 29, 28, 27, 26, 25, 24, 1]) {
            $0.better = .none
        }
        #expect(analysis.leadingSignal(at: 14)?.rule == .outsideLimits)
        #expect(analysis.variation == .low)
    }

    @Test func `special cause without a direction is neither improvement nor concern`() throws {
        let values: [Double] = (0..<14).map { $0.isMultiple(of: 2) ? 1 : 2 }
        var options = ChartOptions(kind: .run, rules: .nelson)
        options.better = .up
        #expect(try analyse(ChartInput(.values(values)), options).variation == .high)
    }

    @Test func `a signal of a whole phase counts by where the process has got to`() throws {
        let values: [Double] = [Double](repeating: 1, count: 12) + [Double](repeating: 5, count: 12)
        var options = ChartOptions(kind: .run, rules: .anhoej)
        options.better = .down
        let analysis = try analyse(ChartInput(.values(values)), options)
        #expect(
            analysis.marks == [RuleMarks](repeating: [Rule.longRun.mark, Rule.fewCrossings.mark], count: 24)
        )
        #expect(analysis.variation == .concern)
    }

    @Test(arguments: [5, 0.1, 7, 1e-90, 1e90])
    func `times that are all equal lie on their lines`(time: Double) throws {
        let analysis = try analysis([Double](repeating: time, count: 20)) {
            $0.kind = .t
            $0.better = .up
            $0.target = Target(time)
        }
        #expect(analysis.phases[0].centreLine == .constant(time))
        #expect(analysis.phases[0].limits?.lower == .constant(time))
        #expect(analysis.phases[0].limits?.upper == .constant(time))
        #expect(analysis.assurance == .hitOrMiss)
    }

    @Test func `one point has a centre line and no limits, none has no phase`() throws {
        let one = try analysis([7])
        #expect(one.phases[0].centreLine == .constant(7) && one.phases[0].limits == nil)
        let none = try analysis([])
        #expect(none.phases.isEmpty && none.variation == .tooFew && none.newestPlotted == nil)
    }

    @Test func `all missing is a phase without lines`() throws {
        let analysis = try analysis([nil, nil])
        #expect(analysis.phases.count == 1 && analysis.phases[0].centreLine == nil)
        #expect(analysis.variation == .tooFew && analysis.unplotted == [0, 1])
    }

    @Test func `a zero denominator is not plotted, has no limits and breaks nothing else`() throws {
        let input = ChartInput(.ratios(numerators: [5, 0, 6, 4], denominators: [10, 0, 12, 9]))
        let analysis = try analyse(input, ChartOptions(kind: .p, rules: .mdc))
        #expect(analysis.unplotted == [1] && !analysis.isPlotted(1) && analysis.isPlotted(2))
        #expect(analysis.lines(at: 1).upper == nil && analysis.lines(at: 2).upper != nil)
        #expect(analysis.lines(at: 0).centre == 15.0 / 31)
    }

    @Test func `a moving range is not taken over a gap, but over an excluded point`() throws {
        var input = ChartInput(values: [1, 4, nil, 9, 100, 11])
        input.excluded = [4]
        let analysis = try analyse(input, ChartOptions(kind: .movingRange, rules: .mdc))
        #expect(analysis.unplotted == [0, 2, 3])
        #expect(analysis.values == [0, 3, 0, 0, 91, 2])
        #expect(analysis.lines(at: 1).centre == 2.5)
    }

    @Test func `screening is skipped where it would leave a mean moving range of zero`() throws {
        let values: [Double] = [1, 1, 1, 1, 1, 9, 9, 9, 9, 9, 9, 9, 9]
        let screened = try analysis(values) { $0.screensMovingRanges = true }
        let plain = try analysis(values)
        #expect(screened.phases[0].limits?.upper == plain.phases[0].limits?.upper)
        #expect(screened.lines(at: 0).upper != screened.lines(at: 0).centre)
    }
}
