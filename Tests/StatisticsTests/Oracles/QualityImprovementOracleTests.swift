import Statistics
import TestSupport
import Testing

/// Against qicharts2 0.8.1: the lines of every chart and the Anhøj rules, with phases, baselines and
/// exclusions.
struct QualityImprovementOracleTests {
    /// The calls of one chart in the words of qicharts2, and how many there are to compare.
    struct Chart: Sendable, CustomTestStringConvertible {
        var name: String
        var kind: ChartKind
        var calls: Int
        var testDescription: String { name }
    }

    static let charts = [
        Chart(name: "run", kind: .run, calls: 565), Chart(name: "i", kind: .individuals, calls: 608),
        Chart(name: "mr", kind: .movingRange, calls: 113), Chart(name: "c", kind: .c, calls: 46),
        Chart(name: "p", kind: .p, calls: 60), Chart(name: "pp", kind: .pPrime, calls: 92),
        Chart(name: "u", kind: .u, calls: 60), Chart(name: "up", kind: .uPrime, calls: 64),
        Chart(name: "ip", kind: .iPrime, calls: 64), Chart(name: "g", kind: .g, calls: 46),
        Chart(name: "t", kind: .t, calls: 118),
    ]

    /// Calls that we refuse: numerators above their denominators; a baseline of no points.
    static func isRefused(_ call: Call) -> Bool {
        ["p_gt1", "u_gt1"].contains(call.series) && (call.kind == .p || call.kind == .pPrime)
            || call.series == "na_all" && call.variant == "freeze"
    }

    /// One call of qic and its answer.
    struct Call {
        var id: String
        var series: String
        var kind: ChartKind
        var variant: String
        var isScreened: Bool
        var rows: [OracleRows.Row]
    }

    func calls(_ chart: Chart) throws -> [Call] {
        try OracleRows("qic/series_points.csv.gz").groups(by: ["call_id"]).compactMap { key, rows in
            let parts = key[0].split(separator: "/").map(String.init)
            let words = parts[2].split(separator: "_").map(String.init)
            guard words[0] == chart.name else { return nil }
            return Call(
                id: key[0],
                series: parts[1],
                kind: chart.kind,
                variant: words.dropFirst().first ?? "",
                isScreened: parts[3] == "scr1",
                rows: rows
            )
        }
    }

    func analyse(_ call: Call) throws -> Analysis {
        let series = try #require(OracleSeries.all[call.series])
        var options = ChartOptions(kind: call.kind, rules: .anhoej)
        options.screensMovingRanges = call.isScreened
        let parts = call.rows.map { $0["part"] }
        options.phaseStarts = parts.indices.dropFirst().filter { parts[$0] != parts[$0 - 1] }
        let takesRatios = series.hasDenominators && ![.c, .g, .t].contains(call.kind)
        var input = takesRatios ? series.ratios : ChartInput(values: series.y)
        if call.variant == "excl" { input.excluded = [1, 4].filter { $0 < input.count } }
        if call.variant == "freeze" {
            // Theirs counts rows without data, ours doesn't.
            options.baseline = call.rows.indices.count {
                call.rows[$0]["baseline"] == "1" && !input.missing.contains($0)
            }
        }
        return try Statistics.analyse(input, options)
    }

    @Test(arguments: charts)
    func `lines and signals are those of qicharts2`(_ chart: Chart) throws {
        let calls = try calls(chart)
        #expect(calls.count == chart.calls)
        for call in calls where !OracleSeries.fragile.contains(call.series) {
            guard !Self.isRefused(call) else {
                #expect(throws: ChartError.self) { try analyse(call) }
                continue
            }
            let analysis = try analyse(call)
            for index in call.rows.indices { compare(analysis, call, at: index) }
        }
    }

    private func compare(_ analysis: Analysis, _ call: Call, at index: Int) {
        let row = call.rows[index]
        let lines = analysis.lines(at: index)
        let theirs = (lower: row.number("lcl"), upper: row.number("ucl"))
        let scale = max(abs(theirs.upper ?? 0), abs(row.number("cl") ?? 0))
        #expect(agrees(lines.centre, row.number("cl"), scale: scale), "\(call.id) \(index)")
        // Where theirs are missing or screened down to nothing, ours are the centre line or unscreened.
        if theirs.upper != nil, theirs.upper != theirs.lower {
            #expect(agrees(lines.lower, theirs.lower, scale: scale), "\(call.id) \(index)")
            #expect(agrees(lines.upper, theirs.upper, scale: scale), "\(call.id) \(index)")
            let isOutside = analysis.marks[index].contains(Rule.outsideLimits.mark)
            #expect(isOutside == (row["sigma.signal"] == "1"), "\(call.id) \(index)")
        }
        guard call.kind != .movingRange else {
            #expect(analysis.phases.allSatisfy { $0.runs == nil })
            return
        }
        let runs = analysis.phase(at: index)?.runs
        #expect(Double(runs?.usefulPoints ?? 0) == row.number("n.useful"), "\(call.id) \(index)")
        #expect(runs.map { Double($0.longestRun) } == row.number("longest.run"), "\(call.id) \(index)")
        #expect(runs.map { Double($0.crossings) } == row.number("n.crossings"), "\(call.id) \(index)")
        // The other two methods have other limits; an excluded point belongs to no run.
        guard !["bestbox", "cutbox"].contains(call.variant), analysis.isPlotted(index),
            call.variant != "excl" || index != 1 && index != 4
        else { return }
        #expect(runs.map { Double($0.longestRunLimit) } == row.number("longest.run.max"), "\(call.id)")
        #expect(runs.map { Double($0.crossingsLimit) } == row.number("n.crossings.min"), "\(call.id)")
        let unusual: RuleMarks = [Rule.longRun.mark, Rule.fewCrossings.mark]
        #expect(
            analysis.marks[index].isDisjoint(with: unusual) == (row["runs.signal"] == "0"),
            "\(call.id) \(index)"
        )
    }

    @Test(arguments: [("xbar", ChartKind.xbar), ("s", .s)])
    func `X-bar and S charts are those of qicharts2`(_ name: String, _ kind: ChartKind) throws {
        let calls = try OracleRows("qic/xbar_points.csv.gz").groups(by: ["call_id"]).filter {
            $0.key[0].split(separator: "/")[2] == name
        }
        #expect(calls.count == 8)
        for (key, rows) in calls {
            let subgroups = try #require(OracleSeries.subgroups[String(key[0].split(separator: "/")[1])])
            let analysis = try Statistics.analyse(
                ChartInput(.subgroups(subgroups)),
                ChartOptions(kind: kind, rules: .anhoej)
            )
            for (index, row) in rows.enumerated() {
                let lines = analysis.lines(at: index)
                #expect(agrees(lines.centre, row.number("cl")), "\(key) \(index)")
                guard row.number("ucl") != nil || subgroups[index].count < 2 else { continue }
                #expect(agrees(lines.lower, row.number("lcl")), "\(key) \(index)")
                #expect(agrees(lines.upper, row.number("ucl")), "\(key) \(index)")
                let isOutside = analysis.marks[index].contains(Rule.outsideLimits.mark)
                #expect(isOutside == (row["sigma.signal"] == "1"), "\(key) \(index)")
            }
        }
    }

    @Test func `limits of runs and crossings are those of qicharts2 for every number of points`() throws {
        let table = try OracleRows("qic/runs_limits_anhoej.csv")
        #expect(table.count > 99)
        for index in 0..<table.count {
            let row = table[index]
            let runs = RunStatistics(
                usefulPoints: Int(try #require(row.number("n_useful"))),
                longestRun: 0,
                crossings: 0
            )
            #expect(Double(runs.longestRunLimit) == row.number("longest_run_max"))
            #expect(Double(runs.crossingsLimit) == row.number("n_crossings_min"))
        }
    }
}
