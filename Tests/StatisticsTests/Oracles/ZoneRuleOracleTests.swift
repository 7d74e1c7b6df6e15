import Statistics
import TestSupport
import Testing

/// Against qcc 3.0 and capstat-core 0.4.3, which flag the points that complete a rule.
struct ZoneRuleOracleTests {
    static let sets: [(name: String, rules: RuleSet, list: [Rule])] = [
        (
            "we", .westernElectric,
            [.westernElectric1, .westernElectric2, .westernElectric3, .westernElectric4]
        ),
        (
            "nelson", .nelson,
            [.nelson1, .nelson2, .nelson3, .nelson4, .nelson5, .nelson6, .nelson7, .nelson8]
        ),
    ]

    /// How many far points in how many make a rule; nil for other rules.
    static func window(_ rule: Rule) -> (needed: Int, width: Int)? {
        switch rule {
        case .westernElectric2, .nelson5: (2, 3)
        case .westernElectric3, .nelson6: (4, 5)
        default: nil
        }
    }

    /// The points that complete a rule: each last point of a window, of a run long enough.
    func completing(_ rule: Rule, in analysis: Analysis) -> Set<Int> {
        if rule == .nelson8 { return completingEighth(in: analysis) }
        guard let (needed, width) = Self.window(rule) else {
            return Set(
                analysis.findings.filter { $0.rule == rule }.flatMap { $0.completedAt..<$0.points.upperBound }
            )
        }
        let marked = analysis.marks.indices.filter { analysis.marks[$0].contains(rule.mark) }
        return Set(
            marked.filter { point in
                let side = analysis.side(at: point)
                let like = marked.count {
                    (point - width + 1...point).contains($0) && analysis.side(at: $0) == side
                }
                return like >= needed && point >= width - 1
            }
        )
    }

    /// Eight marked points in a row, on both sides.
    func completingEighth(in analysis: Analysis) -> Set<Int> {
        Set(
            analysis.marks.indices.dropFirst(7).filter { point in
                let window = point - 7...point
                return window.allSatisfy { analysis.marks[$0].contains(Rule.nelson8.mark) }
                    && Set(window.map { analysis.side(at: $0) }).count == 2
            }
        )
    }

    /// The individuals chart of a series, where nothing is missing.
    func analyse(_ name: String, _ rules: RuleSet) throws -> Analysis? {
        guard let series = OracleSeries.all[name], !series.hasDenominators, !series.y.contains(nil),
            !OracleSeries.fragile.contains(name), Set(series.y).count > 1
        else { return nil }
        return try Statistics.analyse(series.input, ChartOptions(kind: .individuals, rules: rules))
    }

    @Test func `Western Electric and Nelson rules are completed where qcc says`() throws {
        var compared = 0
        for (key, rows) in try OracleRows("qcc/points.csv.gz").groups(by: ["call_id"]) {
            let parts = key[0].split(separator: "/").map(String.init)
            guard parts[2] == "xbar.one" else { continue }
            for set in Self.sets {
                guard let analysis = try analyse(parts[1], set.rules) else { continue }
                compared += 1
                for (number, rule) in set.list.enumerated() {
                    let column = (set.name == "we" ? "we" : "nel") + String(number + 1)
                    let theirs = Set(rows.indices.filter { rows[$0][column] == "1" })
                    #expect(completing(rule, in: analysis) == theirs, "\(parts[1]) \(rule)")
                }
            }
        }
        #expect(compared > 150)
    }

    @Test func `attribute charts are those of qcc`() throws {
        let kinds: [String: ChartKind] = ["c": .c, "p": .p, "np": .np, "u": .u]
        var compared = 0
        for (key, rows) in try OracleRows("qcc/points.csv.gz").groups(by: ["call_id"]) {
            let parts = key[0].split(separator: "/").map(String.init)
            guard parts[0] == "s", let kind = kinds[parts[2]], let series = OracleSeries.all[parts[1]],
                series.isComplete,
                rows.count == series.y.count, !OracleSeries.fragile.contains(parts[1]),
                kind != .p && kind != .np || !["p_gt1", "u_gt1"].contains(parts[1])
            else { continue }
            compared += 1
            let input = kind == .c ? ChartInput(values: series.y) : series.ratios
            let analysis = try Statistics.analyse(input, ChartOptions(kind: kind, rules: .westernElectric))
            for (index, row) in rows.enumerated() {
                let lines = analysis.lines(at: index)
                let scale = abs(row.number("ucl") ?? 0)
                #expect(agrees(lines.lower, row.number("lcl"), scale: scale), "\(key) \(index)")
                #expect(agrees(lines.upper, row.number("ucl"), scale: scale), "\(key) \(index)")
                if kind != .np { #expect(agrees(lines.centre, row.number("center"), scale: scale), "\(key)") }
            }
        }
        #expect(compared > 80)
    }

    @Test func `runs are completed where capstat says`() throws {
        var theirs: [[String]: Set<Int>] = [:]
        for (key, rows) in try OracleRows("other/capstat_rules.csv.gz").groups(by: [
            "series", "rule_set", "rule",
        ]) {
            theirs[key, default: []].formUnion(rows.compactMap { $0.number("point0").map { Int($0) } })
        }
        // capstat counts windows that begin before the series, and wants both sides in Nelson's eighth.
        let rules: [(set: String, number: Int)] = [
            ("we", 1), ("we", 4), ("nelson", 1), ("nelson", 2), ("nelson", 3), ("nelson", 4), ("nelson", 7),
        ]
        for name in OracleSeries.all.keys {
            for set in Self.sets {
                guard let analysis = try analyse(name, set.rules) else { continue }
                for (_, number) in rules.filter({ $0.set == set.name }) {
                    let expected = theirs[[name, set.name, String(number)]] ?? []
                    #expect(
                        completing(set.list[number - 1], in: analysis) == expected,
                        "\(name) \(set.name) \(number)"
                    )
                }
            }
        }
    }
}
