import Statistics
import Testing

/// Each rule one point short of its length, at its length, and over ties, gaps and cuts.
struct RuleEdgeTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        var rules: RuleSet
        var rule: Rule
        var kind = ChartKind.run
        /// Nil is missing.
        var values: [Double?]
        var excluded: [Int] = []
        var phaseStarts: [Int] = []
        var baseline: Int?
        /// The points that belong to the rule.
        var expected: [Int]
        var testDescription: String { name }
    }

    /// Points about a run chart's median of 0: the first two are its baseline.
    static func about0(_ rest: [Double?]) -> [Double?] { [-1, 1] + rest }

    static let runs = [
        Case(
            name: "mdc: six on one side are no shift",
            rules: .mdc,
            rule: .shift,
            values: about0([-1, 1, 2, 1, 2, 1, 2, -1]),
            baseline: 2,
            expected: []
        ),
        Case(
            name: "mdc: seven on one side are a shift",
            rules: .mdc,
            rule: .shift,
            values: about0([-1, 1, 2, 1, 2, 1, 2, 1, -1]),
            baseline: 2,
            expected: Array(3...9)
        ),
        Case(
            name: "mdc: a point on the line breaks a shift",
            rules: .mdc,
            rule: .shift,
            values: about0([-1, 1, 2, 1, 0, 2, 1, 2, 1, -1]),
            baseline: 2,
            expected: []
        ),
        Case(
            name: "ihi: a point on the line neither breaks a shift nor counts",
            rules: .ihi,
            rule: .shift,
            values: about0([-1, 1, 2, 1, 0, 2, 1, 2, 0, -1]),
            baseline: 2,
            expected: Array(3...9)
        ),
        Case(
            name: "ihi: five and a point on the line are no shift",
            rules: .ihi,
            rule: .shift,
            values: about0([-1, 1, 2, 1, 0, 2, 1, -1]),
            baseline: 2,
            expected: []
        ),
        Case(
            name: "mdc: a missing point breaks a shift",
            rules: .mdc,
            rule: .shift,
            values: about0([-1, 1, 2, 1, nil, 2, 1, 2, 1, -1]),
            baseline: 2,
            expected: []
        ),
        Case(
            name: "nelson: a missing point neither breaks a run nor counts",
            rules: .nelson,
            rule: .nelson2,
            values: about0([-1, 1, 2, 1, 1, nil, 2, 1, 2, 1, 2, -1]),
            baseline: 2,
            expected: [3, 4, 5, 6, 8, 9, 10, 11, 12]
        ),
        Case(
            name: "mdc: an excluded point neither breaks a run nor counts",
            rules: .mdc,
            rule: .shift,
            values: about0([-1, 1, 2, 1, -9, 2, 1, 2, 1, -1]),
            excluded: [6],
            baseline: 2,
            expected: [3, 4, 5, 7, 8, 9, 10]
        ),
        Case(
            name: "no run crosses a cut",
            rules: .mdc,
            rule: .shift,
            values: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
            phaseStarts: [6],
            expected: []
        ),
        Case(
            name: "western electric: seven are no shift, eight are",
            rules: .westernElectric,
            rule: .westernElectric4,
            values: about0([-1, 1, 1, 1, 1, 1, 1, 1, -1, -1, -1, -1, -1, -1, -1, -1, 1]),
            baseline: 2,
            expected: Array(10...17)
        ),
        Case(
            name: "mdc: six rising points are no trend",
            rules: .mdc,
            rule: .trend,
            values: [5, 1, 2, 3, 4, 5, 6, 2],
            expected: []
        ),
        Case(
            name: "mdc: seven rising points are a trend",
            rules: .mdc,
            rule: .trend,
            values: [5, 1, 2, 3, 4, 5, 6, 7, 2],
            expected: Array(1...7)
        ),
        Case(
            name: "mdc: equal neighbours break a trend",
            rules: .mdc,
            rule: .trend,
            values: [5, 1, 2, 3, 4, 4, 5, 6, 7, 2],
            expected: []
        ),
        Case(
            name: "ihi: like values count once",
            rules: .ihi,
            rule: .trend,
            values: [9, 3, 3, 4, 5, 5, 6, 7, 7, 1],
            expected: [2, 3, 4, 5, 6, 7]
        ),
        Case(
            name: "ihi: four different values are no trend",
            rules: .ihi,
            rule: .trend,
            values: [9, 3, 3, 4, 5, 5, 6, 6, 1],
            expected: []
        ),
        Case(
            name: "nelson: six falling points are a trend",
            rules: .nelson,
            rule: .nelson3,
            values: [1, 9, 8, 7, 6, 5, 4, 6],
            expected: Array(1...6)
        ),
        Case(
            name: "nelson: thirteen by turns are no alternation",
            rules: .nelson,
            rule: .nelson4,
            values: [1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 1],
            expected: []
        ),
        Case(
            name: "nelson: fourteen by turns are an alternation",
            rules: .nelson,
            rule: .nelson4,
            values: [1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 2],
            expected: Array(0...13)
        ),
    ]

    /// A frozen baseline of mean 0 and moving range 3.76: one sigma is 10/3 under 2.66, so the limits are
    /// ±10.
    static let zoned: [Double?] = [-2, 2, -2, 2].map { $0 * 10 / 2.66 / 4 }

    static let zones = [
        Case(
            name: "mdc: a point on a limit is not outside",
            rules: .mdc,
            rule: .outsideLimits,
            kind: .individuals,
            values: zoned + [9.99, 10.01, -10.01],
            baseline: 4,
            expected: [5, 6]
        ),
        Case(
            name: "mdc: two of three need the third on their side",
            rules: .mdc,
            rule: .twoOfThree,
            kind: .individuals,
            values: zoned + [7, -1, 7, -1, 7, 1, 7, -1],
            baseline: 4,
            expected: [8, 10]
        ),
        Case(
            name: "mdc: a point outside is not one of two of three",
            rules: .mdc,
            rule: .twoOfThree,
            kind: .individuals,
            values: zoned + [-1, 11, 7, 1, -1],
            baseline: 4,
            expected: []
        ),
        Case(
            name: "western electric: a point outside is, and the third may lie anywhere",
            rules: .westernElectric,
            rule: .westernElectric2,
            kind: .individuals,
            values: zoned + [11, -1, 7, -1, -7, -7],
            baseline: 4,
            expected: [4, 6, 8, 9]
        ),
        Case(
            name: "western electric: four of five beyond one sigma",
            rules: .westernElectric,
            rule: .westernElectric3,
            kind: .individuals,
            values: zoned + [4, 4, -1, 4, 1, 4, 4, 4, -1],
            baseline: 4,
            expected: [7, 9, 10, 11]
        ),
        Case(
            name: "nelson: fourteen within one sigma are not hugging",
            rules: .nelson,
            rule: .nelson7,
            kind: .individuals,
            values: zoned + [9] + [Double?](repeating: 1, count: 14) + [9],
            baseline: 4,
            expected: []
        ),
        Case(
            name: "nelson: fifteen within one sigma are hugging",
            rules: .nelson,
            rule: .nelson7,
            kind: .individuals,
            values: zoned + [9] + [Double?](repeating: 1, count: 15) + [9],
            baseline: 4,
            expected: Array(5...19)
        ),
        Case(
            name: "nelson: eight beyond one sigma on both sides",
            rules: .nelson,
            rule: .nelson8,
            kind: .individuals,
            values: zoned + [5, 5, 5, 5, -5, 5, 5, 5, 0],
            baseline: 4,
            expected: Array(4...11)
        ),
        Case(
            name: "nelson: eight beyond one sigma on one side are another rule's",
            rules: .nelson,
            rule: .nelson8,
            kind: .individuals,
            values: zoned + [Double?](repeating: 5, count: 9),
            baseline: 4,
            expected: []
        ),
        Case(
            name: "an excluded point is still tested against the limits",
            rules: .mdc,
            rule: .outsideLimits,
            kind: .individuals,
            values: zoned + [20, 0, 20],
            excluded: [4],
            baseline: 4,
            expected: [4, 6]
        ),
    ]

    @Test(arguments: runs + zones)
    func `a rule marks the points that belong to it`(_ example: Case) throws {
        var options = ChartOptions(kind: example.kind, rules: example.rules)
        options.phaseStarts = example.phaseStarts
        options.baseline = example.baseline
        var input = ChartInput(values: example.values)
        input.excluded = example.excluded
        let analysis = try analyse(input, options)
        let marked = analysis.marks.indices.filter { analysis.marks[$0].contains(example.rule.mark) }
        #expect(marked == example.expected)
        let found = analysis.findings.filter { $0.rule == example.rule }
        #expect(found.isEmpty == example.expected.isEmpty)
        #expect(found.allSatisfy { $0.points.contains($0.completedAt) || example.rule == .twoOfThree })
    }

    @Test func `a shift is completed by its seventh point and goes on`() throws {
        let values = Self.about0([-1, 1, 2, 1, 2, 1, 2, 1, 2, 3])
        var options = ChartOptions(kind: .run, rules: .mdc)
        options.baseline = 2
        let findings = try analyse(ChartInput(values: values), options).findings
        #expect(findings == [Finding(rule: .shift, points: 3..<12, completedAt: 9, side: .above)])
    }

    @Test func `adjoining trends keep their own directions`() throws {
        let values: [Double] = [1, 2, 3, 4, 5, 6, 7, 7, 8, 9, 10, 11, 12, 13]
        let analysis = try analyse(ChartInput(.values(values)), ChartOptions(kind: .run, rules: .mdc))
        let trends = analysis.findings.filter { $0.rule == .trend }
        #expect(trends.map(\.points) == [0..<7, 7..<14])
        #expect(trends.map(\.side) == [.above, .above])
    }

    @Test func `a peak belongs to both trends and is named by the later`() throws {
        let values: [Double] = [1, 2, 3, 4, 5, 6, 7, 6, 5, 4, 3, 2, 1]
        let analysis = try analyse(ChartInput(.values(values)), ChartOptions(kind: .run, rules: .mdc))
        #expect(analysis.findings.filter { $0.rule == .trend }.map(\.points) == [0..<7, 6..<13])
        #expect(analysis.leadingSignal(at: 5)?.side == .above)
        #expect(analysis.leadingSignal(at: 6)?.side == .below)
    }

    @Test func `rules that need limits find nothing on a run chart`() throws {
        let values: [Double] = [0, 1, 0, 1, 0, 1, 0, 1, 900, 1, 0, -900, 0, 1]
        for name in RuleSet.Name.allCases {
            let marks = try analyse(
                ChartInput(.values(values)),
                ChartOptions(kind: .run, rules: RuleSet(name))
            ).marks
            let limited: RuleMarks = [Rule.outsideLimits.mark, Rule.westernElectric1.mark, Rule.nelson1.mark]
            #expect(marks.allSatisfy { $0.isDisjoint(with: limited) })
        }
    }

    @Test func `neighbouring ranges share a measurement, so no rule counts them`() throws {
        let values: [Double] = [1, 9, 1, 9, 1, 9, 1, 9, 1, 9, 9, 9, 9, 9, 9, 9, 9, 99]
        for name in RuleSet.Name.allCases {
            let analysis = try analyse(
                ChartInput(.values(values)),
                ChartOptions(kind: .movingRange, rules: RuleSet(name))
            )
            #expect(analysis.findings.map(\.points) == (name == .ihi ? [] : [17..<18]))
        }
    }
}
