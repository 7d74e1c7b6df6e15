import Statistics
import Testing

/// P and NP charts show the same points, and must say the same of them.
struct UnequalDenominatorTests {
    func analysis(
        _ kind: ChartKind,
        _ numerators: [Double],
        _ denominators: [Double],
        _ rules: RuleSet
    )
        throws -> Analysis
    {
        try analyse(
            ChartInput(.ratios(numerators: numerators, denominators: denominators)),
            ChartOptions(kind: kind, rules: rules)
        )
    }

    @Test func `a tenth of more and more cases is no trend`() throws {
        let denominators = (1...24).map { Double($0 * 50) }
        for kind in [ChartKind.np, .p] {
            let marks = try analysis(kind, denominators.map { $0 / 10 }, denominators, .mdc).marks
            #expect(marks.allSatisfy { $0.isEmpty }, "\(kind)")
        }
    }

    @Test func `a share that rises is a trend, though there are fewer and fewer cases`() throws {
        let denominators: [Double] = [900, 800, 700, 600, 500, 400, 300, 200, 100]
        let numerators: [Double] = [90, 82, 73, 64, 55, 45, 35, 24, 13]
        for kind in [ChartKind.np, .p] {
            let findings = try analysis(kind, numerators, denominators, .mdc).findings
            #expect(findings.contains { $0.rule == .trend && $0.side == .above }, "\(kind)")
        }
    }

    @Test(arguments: RuleSet.Name.allCases)
    func `whatever the denominators, P and NP charts find the same`(rules: RuleSet.Name) throws {
        var random = RandomNumbers(seed: 12)
        var signals = 0
        for round in 0..<300 {
            let isEqual = round.isMultiple(of: 3)
            let denominators = (0..<30).map { _ in
                isEqual ? 40.0 : Double(Int.random(in: 0...60, using: &random))
            }
            let numerators = denominators.map { Double(Int.random(in: 0...Int($0 / 2), using: &random)) }
            let p = try analysis(.p, numerators, denominators, RuleSet(rules))
            let np = try analysis(.np, numerators, denominators, RuleSet(rules))
            #expect(p.marks == np.marks && p.findings == np.findings, "round \(round)")
            signals += p.signallingPoints
        }
        #expect(signals > 100)
    }
}
