import Statistics
import Testing

/// Whatever the numbers, an analysis or an error: no crash, no NaN, no infinity.
struct HostileInputTests {
    static let numbers: [Double] = [
        0, -0.0, 1, -1, 5, 5, 5, 0.1, .leastNonzeroMagnitude, -.leastNonzeroMagnitude, .leastNormalMagnitude,
        1e-100, 1e-99, 1e99, 1e100, -1e100, 1e308,
        -.greatestFiniteMagnitude, .greatestFiniteMagnitude, .infinity, -.infinity, .nan, 1e15, 1e15 + 1,
        3e-17,
    ]

    static func pool(_ random: inout RandomNumbers) -> [Double] {
        // A pool of few numbers makes ties and constants; hostile ones are mostly left out, or all would be
        // errors.
        let calm = numbers.filter { $0.isFinite && $0.magnitude <= 1e100 }
        let size = Int.random(in: 1...4, using: &random)
        let source = Int.random(in: 0..<6, using: &random) == 0 ? numbers : calm
        let signed = (0..<size).compactMap { _ in source.randomElement(using: &random) }
        return Bool.random(using: &random) ? signed.map(\.magnitude) : signed
    }

    static func input(_ kind: ChartKind, _ random: inout RandomNumbers) -> ChartInput {
        let count = Int.random(in: 0...30, using: &random)
        let pool = pool(&random)
        func numbers(_ count: Int) -> [Double] {
            (0..<count).map { _ in pool.randomElement(using: &random) ?? 0 }
        }
        let content: ChartInput.Content
        switch kind {
        case .p, .pPrime, .u, .uPrime, .np, .iPrime:
            let (one, other) = (numbers(count), numbers(count))
            let isPart = Int.random(in: 0..<4, using: &random) > 0
            content =
                isPart
                ? .ratios(
                    numerators: zip(one, other).map { min($0.magnitude, $1.magnitude) },
                    denominators: zip(one, other).map { max($0.magnitude, $1.magnitude) }
                ) : .ratios(numerators: one, denominators: other)
        case .xbar, .s:
            content = .subgroups((0..<count).map { _ in numbers(Int.random(in: 0...4, using: &random)) })
        case .run, .individuals, .movingRange, .c, .g, .t:
            content = .values(numbers(count))
        }
        let missing = (0..<count).filter { _ in Int.random(in: 0..<8, using: &random) == 0 }
        let excluded = (0..<count).filter { _ in Int.random(in: 0..<8, using: &random) == 0 }
        return ChartInput(content, missing: missing, excluded: excluded)
    }

    static func options(_ kind: ChartKind, count: Int, _ random: inout RandomNumbers) -> ChartOptions {
        let name = RuleSet.Name.allCases.randomElement(using: &random) ?? .mdc
        var options = ChartOptions(kind: kind, rules: RuleSet(name))
        options.phaseStarts = (0..<count).filter { _ in Int.random(in: 0..<9, using: &random) == 0 }
        options.baseline = Bool.random(using: &random) ? Int.random(in: 1...40, using: &random) : nil
        options.screensMovingRanges = Bool.random(using: &random)
        options.multiplier = [1, 100, 1e-100, 1e100].randomElement(using: &random) ?? 1
        options.better = Direction.allCases.randomElement(using: &random) ?? .none
        options.target = Target([0, 1e-300, 5, .greatestFiniteMagnitude].randomElement(using: &random) ?? 0)
        options.minimumPoints = Int.random(in: 0...13, using: &random)
        return options
    }

    static func isFinite(_ line: Analysis.Line?, count: Int) -> Bool {
        switch line {
        case nil: true
        case .constant(let value): value.isFinite
        case .varying(let values): values.count == count && values.allSatisfy { $0?.isFinite ?? true }
        }
    }

    @Test(arguments: ChartKind.allCases)
    func `any numbers give an analysis of finite numbers or an error`(_ kind: ChartKind) throws {
        var random = RandomNumbers(seed: 20_261_123)
        var (analysed, refused) = (0, 0)
        for round in 0..<1000 {
            let input = Self.input(kind, &random)
            let options = Self.options(kind, count: input.count, &random)
            guard let analysis = try? analyse(input, options) else {
                refused += 1
                continue
            }
            analysed += 1
            #expect(analysis.values.count == input.count && analysis.marks.count == input.count)
            #expect(analysis.values.allSatisfy { $0.isFinite }, "round \(round)")
            #expect(analysis.unplotted.allSatisfy { analysis.marks[$0].isEmpty })
            #expect(analysis.phases.flatMap { Array($0.range) } == Array(0..<input.count))
            for phase in analysis.phases {
                let isFinite =
                    Self.isFinite(phase.centreLine, count: phase.range.count)
                    && Self.isFinite(phase.limits?.lower, count: phase.range.count)
                    && Self.isFinite(phase.limits?.upper, count: phase.range.count)
                #expect(isFinite, "round \(round)")
            }
            for finding in analysis.findings {
                let isInPhase = analysis.phases.contains {
                    $0.range.contains(finding.points.lowerBound)
                        && $0.range.contains(finding.points.upperBound - 1)
                        && $0.range.contains(finding.completedAt)
                }
                #expect(isInPhase, "round \(round)")
                #expect(
                    analysis.marks[finding.points.lowerBound].contains(finding.rule.mark),
                    "round \(round)"
                )
            }
        }
        #expect(analysed > 200 && refused > 15)
    }
}
