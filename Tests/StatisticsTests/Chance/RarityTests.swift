import Statistics
import Testing

struct RarityTests {
    /// What counting or the normal distribution gives by hand, from other directions than the code's.
    private static let known: [(rule: Rule, points: Int, sigmas: Double?, probability: Double)] = [
        // Tables of the normal distribution: both tails beyond 3, 4 and 5.
        (.outsideLimits, 1, 3, 0.002699796), (.nelson1, 1, 4, 6.334248e-5),
        (.westernElectric1, 1, 5, 5.733e-7),
        // A fair coin that falls alike seven, eight and nine times.
        (.shift, 7, nil, 1 / 64), (.westernElectric4, 8, nil, 1 / 128), (.nelson2, 9, nil, 1 / 256),
        // Two of the 720 and of the 5,040 orders of six and seven points.
        (.nelson3, 6, nil, 2 / 720), (.trend, 7, nil, 2 / 5_040),
        // The 14th zigzag number, 199,360,981, of the 14! orders, up first or down first.
        (.nelson4, 14, nil, 2 * 199_360_981 / 87_178_291_200),
        // 0.158655 beyond one sigma on a side, 0.0227501 beyond two.
        (.nelson5, 3, nil, 0.0030583), (.nelson6, 5, nil, 0.0055316),
        (.nelson7, 15, nil, 0.0032613), (.nelson8, 8, nil, 0.0001027),
    ]

    @Test(arguments: known)
    func `a finding is as rare as counting says`(
        known: (rule: Rule, points: Int, sigmas: Double?, probability: Double)
    ) throws {
        let found = try #require(
            Rarity.probability(of: known.rule, points: known.points, sigmas: known.sigmas)
        )
        #expect(abs(found - known.probability) < 0.001 * known.probability, "\(known.rule): \(found)")
    }

    @Test(arguments: Rule.allCases)
    func `more points or more distance never make it likelier`(rule: Rule) {
        let figures = (8...30).map { points in
            Rarity.probability(of: rule, points: points, sigmas: 3 + Double(points) / 10)
        }
        for (earlier, later) in zip(figures, figures.dropFirst()) {
            #expect((later == nil) == (earlier == nil))
            #expect(later ?? 0 <= earlier ?? 0)
            #expect((0...1).contains(later ?? 0))
        }
    }

    @Test func `nothing is said of a whole phase, or of limits that aren't there`() {
        for rule in [Rule.longRun, .fewCrossings, .tooFewRuns, .tooManyRuns] {
            #expect(Rarity.probability(of: rule, points: 20, sigmas: 3) == nil)
        }
        #expect(Rarity.probability(of: .outsideLimits, points: 1, sigmas: nil) == nil)
    }

    @Test func `anywhere on a chart it is likelier, but never likelier than any signal`() {
        let bound = Rarity.anywhere(0.0001, judgedBy: .mdc, points: 25, any: 0.3)
        #expect(bound.map { abs($0 - 0.01) < 1e-12 } == true)
        #expect(Rarity.anywhere(0.01, judgedBy: .mdc, points: 25, any: 0.3) == 0.3)
        #expect(Rarity.anywhere(nil, judgedBy: .mdc, points: 25, any: 0.3) == 0.3)
        #expect(Rarity.anywhere(0.5, judgedBy: .mdc, points: 25, any: nil) == 1)
        #expect(Rarity.anywhere(nil, judgedBy: .mdc, points: 25, any: nil) == nil)
    }
}
