import Statistics
import TestSupport
import Testing

/// Against NHSRplotthedots 0.2.2: every line, every label and every icon, on real and on made-up series.
struct MakingDataCountOracleTests {
    struct Table: Sendable, CustomTestStringConvertible {
        var name: String
        /// Charts that must have been compared, so that nothing is passed over unseen.
        var charts: Int
        var testDescription: String { name }
    }

    @Test(arguments: [Table(name: "ae_attendances", charts: 3424), Table(name: "series", charts: 780)])
    func `lines and labels are those of NHSRplotthedots`(_ table: Table) throws {
        let groups = try OracleRows("ptd/\(table.name)_points.csv.gz").groups(by: [
            "layout", "screen", "series",
        ])
        #expect(groups.count == table.charts)
        for (key, rows) in groups where !OracleSeries.fragile.contains(key[2]) {
            let analysis = try analyse(rows, layout: key[0], screened: key[1] == "1", better: .none)
            // Where screening leaves it no moving range its limits are missing or fall together, and every
            // point signals; we don't screen there.
            let isScreenedAway = rows.contains {
                $0.number("lpl") == nil || $0.number("lpl") == $0.number("upl")
            }
            for (index, row) in rows.enumerated() {
                let lines = analysis.lines(at: index)
                let scale = abs(row.number("upl") ?? 0)
                #expect(agrees(lines.centre, row.number("mean"), scale: scale), "\(key) \(index)")
                if isScreenedAway { continue }
                #expect(agrees(lines.lower, row.number("lpl"), scale: scale), "\(key) \(index)")
                #expect(agrees(lines.upper, row.number("upl"), scale: scale), "\(key) \(index)")
                #expect(label(at: index, in: analysis) == row["special_cause_type"], "\(key) \(index)")
            }
        }
    }

    @Test(arguments: [Table(name: "ae_attendances", charts: 10272), Table(name: "series", charts: 2340)])
    func `variation and assurance are the icons of NHSRplotthedots`(_ table: Table) throws {
        let points = try OracleRows("ptd/\(table.name)_points.csv.gz").groups(by: [
            "layout", "screen", "series",
        ])
        let series = Dictionary(uniqueKeysWithValues: points.map { ($0.key, $0.rows) })
        let icons = try OracleRows("ptd/\(table.name)_icons.csv.gz")
        #expect(icons.count == table.charts)
        for index in 0..<icons.count {
            let icon = icons[index]
            let key = [icon["layout"], icon["screen"], icon["series"]]
            guard let rows = series[key], !OracleSeries.fragile.contains(key[2]),
                // Ours looks at the newest plotted point, theirs at the last date.
                rows.last?.number("y") != nil,
                !rows.contains(where: { $0.number("lpl") == nil || $0.number("lpl") == $0.number("upl") })
            else { continue }
            let better: Direction =
                switch icon["improvement_direction"] {
                case "increase": .up
                case "decrease": .down
                default: .none
                }
            let analysis = try analyse(
                rows,
                layout: key[0],
                screened: key[1] == "1",
                better: better,
                target: icon.number("target")
            )
            #expect(
                variation(analysis.variation) == icon["variation"].prefix { $0 != "_" },
                "\(key) \(better)"
            )
            #expect(assurance(analysis.assurance) == icon["assurance"], "\(key) \(better)")
        }
    }

    func analyse(
        _ rows: [OracleRows.Row],
        layout: String,
        screened: Bool,
        better: Direction,
        target: Double? = nil
    ) throws -> Analysis {
        var options = ChartOptions(kind: .individuals, rules: .mdc)
        let groups = rows.map { $0["rebase_group"] }
        options.phaseStarts = groups.indices.dropFirst().filter { groups[$0] != groups[$0 - 1] }
        // Their baseline counts rows without data, ours doesn't; no rebased series lacks data.
        let firstTwelve = rows.prefix(12).count { $0.number("y") != nil }
        options.baseline =
            layout.hasSuffix("fix12") ? groups[0] == groups[rows.count - 1] ? firstTwelve : 12 : nil
        options.screensMovingRanges = screened
        options.better = better
        options.target = target.map { Target($0) }
        options.minimumPoints = 0
        return try Statistics.analyse(ChartInput(values: rows.map { $0.number("y") }), options)
    }

    /// Our leading signal in the words of NHSRplotthedots.
    func label(at index: Int, in analysis: Analysis) -> String {
        guard let (rule, side) = analysis.leadingSignal(at: index) else { return "Common Cause" }
        switch rule {
        case .outsideLimits: return side == .above ? "Above UCL" : "Below LCL"
        case .trend: return "7 Point Trend (\(theirTrend(at: index, in: analysis)))"
        case .twoOfThree: return "2 in 3 \(side == .above ? "Above" : "Below") CL"
        default: return "7 Points \(side == .above ? "Above" : "Below") CL"
        }
    }

    /// The name of a trend by the step to the next point, if that is in any trend too.
    ///
    /// NHSRplotthedots calls a level step decreasing. Where one trend ends and another begins at the same
    /// height, that is wrong; ours is right.
    func theirTrend(at index: Int, in analysis: Analysis) -> String {
        let isFollowed =
            index + 1 < analysis.values.count && analysis.marks[index + 1].contains(Rule.trend.mark)
        let step = isFollowed ? index + 1 : index
        return analysis.values[step] > analysis.values[step - 1] ? "Increasing" : "Decreasing"
    }

    func variation(_ variation: Variation) -> String {
        switch variation {
        case .high, .low: "neutral"
        case .commonCause: "common"
        default: variation.rawValue
        }
    }

    func assurance(_ assurance: Assurance) -> String {
        switch assurance {
        case .passing: "pass"
        case .failing: "fail"
        case .hitOrMiss: "inconsistent"
        default: ""
        }
    }
}
