import Statistics
import TestSupport
import Testing

/// Against the engine of PowerBI-SPC (in controlchartspy 0.1.3): lines, where nothing is missing.
///
/// It removes points without data or with a denominator of zero, and joins what is left; we don't.
struct PowerBIOracleTests {
    struct Chart: Sendable, CustomTestStringConvertible {
        var name: String
        var kind: ChartKind
        /// The fewest calls to compare.
        var calls: Int
        var testDescription: String { name }
    }

    static let charts = [
        Chart(name: "run", kind: .run, calls: 200), Chart(name: "i", kind: .individuals, calls: 200),
        Chart(name: "mr", kind: .movingRange, calls: 150), Chart(name: "c", kind: .c, calls: 40),
        Chart(name: "p", kind: .p, calls: 30), Chart(name: "pp", kind: .pPrime, calls: 30),
        Chart(name: "u", kind: .u, calls: 30), Chart(name: "up", kind: .uPrime, calls: 30),
        Chart(name: "t", kind: .t, calls: 100),
    ]

    static let calls = Result {
        try OracleRows("pbi/series_points.csv.gz").groups(by: ["call_id"]).filter {
            $0.key[0].split(separator: "/").count == 4
        }
    }

    @Test(arguments: charts)
    func `lines are those of PowerBI-SPC`(_ chart: Chart) throws {
        var compared = 0
        for (key, rows) in try Self.calls.get() {
            let parts = key[0].split(separator: "/").map(String.init)
            guard parts[2] == chart.name, let series = OracleSeries.all[parts[1]],
                !OracleSeries.fragile.contains(parts[1]), series.isComplete,
                // Theirs takes times of zero, which we refuse.
                chart.kind != .t || series.y.allSatisfy({ ($0 ?? 0) > 0 }),
                rows.count == series.y.count - (chart.kind == .movingRange ? 1 : 0)
            else { continue }
            compared += 1
            var options = ChartOptions(kind: chart.kind, rules: .westernElectric)
            options.screensMovingRanges = parts[3] == "scr1"
            let takesRatios = series.hasDenominators && ![.c, .g, .t].contains(chart.kind)
            let input = takesRatios ? series.ratios : ChartInput(values: series.y)
            let analysis = try analyse(input, options)
            let first = analysis.values.count - rows.count
            for (offset, row) in rows.enumerated() {
                let lines = analysis.lines(at: first + offset)
                let scale = abs(row.number("ul99") ?? 0)
                #expect(agrees(lines.centre, row.number("target"), scale: scale), "\(key) \(offset)")
                // A limit screened down to the centre line is not screened by us.
                guard row.number("ul99") != row.number("ll99"), row.number("ul99") != nil else { continue }
                #expect(agrees(lines.lower, row.number("ll99"), scale: scale), "\(key) \(offset)")
                #expect(agrees(lines.upper, row.number("ul99"), scale: scale), "\(key) \(offset)")
            }
        }
        #expect(compared >= chart.calls)
    }
}
