import Statistics
import Testing

/// What must hold for any series.
struct AnalysisLawTests {
    struct Judged: Sendable, CustomTestStringConvertible {
        var kind: ChartKind
        var rules: RuleSet
        var testDescription: String { "\(kind.rawValue) \(rules.name.rawValue)" }
    }

    static let measured: [Judged] = [ChartKind.run, .individuals, .movingRange].flatMap { kind in
        RuleSet.Name.allCases.map { Judged(kind: kind, rules: RuleSet($0)) }
    }

    static let everything: [Judged] = ChartKind.allCases.flatMap { kind in
        RuleSet.Name.allCases.map { Judged(kind: kind, rules: RuleSet($0)) }
    }

    /// Series with shifts, drifts, ties and outliers; whole numbers, so that adding and doubling are exact.
    static func series(_ random: inout RandomNumbers) -> [Double] {
        let count = Int.random(in: 14...60, using: &random)
        var level = 64.0
        return (0..<count).map { _ in
            if Int.random(in: 0..<12, using: &random) == 0 {
                level += Double(Int.random(in: -9...9, using: &random))
            }
            let noise = (0..<4).reduce(0) { sum, _ in sum + Int.random(in: -3...3, using: &random) }
            return max(1, level + Double(noise))
        }
    }

    func options(_ judged: Judged) -> ChartOptions {
        var options = ChartOptions(kind: judged.kind, rules: judged.rules)
        options.screensMovingRanges = true
        return options
    }

    /// A series in the shape that the chart wants.
    static func input(_ kind: ChartKind, _ values: [Double]) -> ChartInput {
        switch kind {
        case .p, .pPrime, .u, .uPrime, .np, .iPrime:
            let denominators = values.indices.map { 400 + Double($0 % 5 * 20) }
            return ChartInput(.ratios(numerators: values, denominators: denominators))
        case .xbar, .s:
            return ChartInput(.subgroups(values.map { [$0, $0 + 3, $0 - Double(Int($0) % 4)] }))
        case .run, .individuals, .movingRange, .c, .g, .t:
            return ChartInput(.values(values))
        }
    }

    @Test(arguments: measured)
    func `adding a constant moves the lines by it and no signal`(_ judged: Judged) throws {
        var random = RandomNumbers(seed: 1)
        for _ in 0..<40 {
            let values = Self.series(&random)
            let one = try analyse(ChartInput(.values(values)), options(judged))
            let other = try analyse(ChartInput(.values(values.map { $0 + 128 })), options(judged))
            #expect(one.marks == other.marks)
            #expect(one.findings == other.findings)
            let shift = judged.kind == .movingRange ? 0.0 : 128
            for index in values.indices {
                let (lines, moved) = (one.lines(at: index), other.lines(at: index))
                #expect(agrees(moved.centre, lines.centre.map { $0 + shift }))
                #expect(agrees(moved.lower, lines.lower.map { $0 + shift }, scale: 100))
                #expect(agrees(moved.upper, lines.upper.map { $0 + shift }))
            }
        }
    }

    @Test(arguments: measured)
    func `scaling scales the lines and moves no signal`(_ judged: Judged) throws {
        var random = RandomNumbers(seed: 2)
        for _ in 0..<40 {
            let values = Self.series(&random)
            let one = try analyse(ChartInput(.values(values)), options(judged))
            let other = try analyse(ChartInput(.values(values.map { $0 * 8 })), options(judged))
            #expect(one.marks == other.marks)
            for index in values.indices {
                let (lines, scaled) = (one.lines(at: index), other.lines(at: index))
                #expect(agrees(scaled.centre, lines.centre.map { $0 * 8 }))
                #expect(agrees(scaled.lower, lines.lower.map { $0 * 8 }, scale: 100))
                #expect(agrees(scaled.upper, lines.upper.map { $0 * 8 }))
            }
        }
    }

    @Test(arguments: everything)
    func `a multiplier scales values and lines and moves no signal`(_ judged: Judged) throws {
        var random = RandomNumbers(seed: 3)
        let input = Self.input(judged.kind, Self.series(&random))
        var changed = options(judged)
        let one = try analyse(input, changed)
        changed.multiplier = 1024
        let other = try analyse(input, changed)
        #expect(other.values == one.values.map { $0 * 1024 })
        #expect(other.marks == one.marks)
        for index in one.values.indices {
            let (lines, scaled) = (one.lines(at: index), other.lines(at: index))
            #expect(scaled.centre == lines.centre.map { $0 * 1024 })
            #expect(scaled.lower == lines.lower.map { $0 * 1024 })
            #expect(scaled.upper == lines.upper.map { $0 * 1024 })
        }
    }

    @Test(arguments: measured.filter { $0.kind != .movingRange })
    func `mirrored data mirrors the signals and swaps improvement and concern`(_ judged: Judged) throws {
        var random = RandomNumbers(seed: 4)
        for _ in 0..<40 {
            let values = Self.series(&random)
            var changed = options(judged)
            changed.better = .up
            let one = try analyse(ChartInput(.values(values)), changed)
            let mirror = try analyse(ChartInput(.values(values.map { -$0 })), changed)
            #expect(one.marks == mirror.marks)
            #expect(one.findings.count == mirror.findings.count)
            for finding in one.findings {
                var mirrored = finding
                mirrored.side = finding.side.map { $0 == .above ? .below : .above }
                #expect(mirror.findings.contains(mirrored))
            }
            let swapped: [Variation: Variation] = [
                .improvement: .concern, .concern: .improvement, .high: .low, .low: .high,
            ]
            #expect(mirror.variation == swapped[one.variation] ?? one.variation)
            changed.better = .down
            #expect(try analyse(ChartInput(.values(values)), changed).variation == mirror.variation)
        }
    }

    @Test(arguments: everything)
    func `a phase is analysed as if it stood alone`(_ judged: Judged) throws {
        var random = RandomNumbers(seed: 5)
        for _ in 0..<10 {
            let (first, second) = (Self.series(&random), Self.series(&random))
            // Alone, the second takes the path without holes; after a missing point, the one with them.
            let alone = try analyse(Self.input(judged.kind, second), options(judged))
            var joined = Self.input(judged.kind, first + second)
            joined.missing = [3]
            guard case .ratios(let numerators, _) = joined.content else {
                try compare(joined, alone, judged, first.count)
                continue
            }
            // Denominators go by position: the second series must have its own again.
            let denominators =
                first.indices.map { _ in 400.0 } + second.indices.map { 400 + Double($0 % 5 * 20) }
            joined.content = .ratios(numerators: numerators, denominators: denominators)
            try compare(joined, alone, judged, first.count)
        }
    }

    private func compare(_ joined: ChartInput, _ alone: Analysis, _ judged: Judged, _ start: Int) throws {
        var changed = options(judged)
        changed.phaseStarts = [start]
        let whole = try analyse(joined, changed)
        #expect(Array(whole.marks[start...]) == alone.marks)
        #expect(Array(whole.values[start...]) == alone.values)
        #expect(whole.variation == alone.variation)
        #expect(
            whole.findings.filter { $0.points.lowerBound >= start }.map(\.rule) == alone.findings.map(\.rule)
        )
        for index in alone.values.indices {
            #expect(whole.lines(at: start + index) == alone.lines(at: index))
        }
    }

    @Test(arguments: everything)
    func `points after the last with data change nothing before them`(_ judged: Judged) throws {
        var random = RandomNumbers(seed: 6)
        for _ in 0..<10 {
            let values = Self.series(&random)
            let plain = try analyse(Self.input(judged.kind, values), options(judged))
            var trailing = Self.input(judged.kind, values + [7])
            trailing.missing = [values.count]
            let analysis = try analyse(trailing, options(judged))
            #expect(analysis.marks.dropLast() == plain.marks[...])
            #expect(analysis.marks.last == [])
            #expect(analysis.findings == plain.findings)
            #expect(analysis.variation == plain.variation)
            for index in values.indices {
                #expect(analysis.lines(at: index) == plain.lines(at: index))
            }
        }
    }

    @Test func `a constant series has limits on its centre line and no signal`() throws {
        for judged in Self.everything where ![.c, .u, .p, .np, .g].contains(judged.kind) {
            let values = [Double](repeating: 40, count: 30)
            let input: ChartInput =
                switch Self.input(judged.kind, values).content {
                case .ratios: ChartInput(.ratios(numerators: values, denominators: values.map { $0 * 10 }))
                case .subgroups: ChartInput(.subgroups(values.map { [$0, $0] }))
                case .values: ChartInput(.values(values))
                }
            var changed = options(judged)
            changed.better = .up
            changed.target = Target(1000)
            let analysis = try analyse(input, changed)
            #expect(analysis.findings.isEmpty, "\(judged)")
            #expect(analysis.variation == .commonCause)
            if judged.kind.hasLimits {
                let lines = analysis.lines(at: 29)
                #expect(lines.lower == lines.centre && lines.upper == lines.centre, "\(judged)")
                #expect(analysis.assurance == .failing)
            }
        }
    }
}

/// Lines agree to the last bit.
private func == (one: (Double?, Double?, Double?), other: (Double?, Double?, Double?)) -> Bool {
    one.0 == other.0 && one.1 == other.1 && one.2 == other.2
}
