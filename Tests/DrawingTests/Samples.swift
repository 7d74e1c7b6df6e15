import Drawing
import Markup
import Statistics
import Testing

/// Series and charts for the tests of this module.
enum Samples {
    static func months(_ count: Int, from year: Int = 2020) throws -> [Day] {
        try (0..<count).map { try #require(Day(year: year + $0 / 12, month: $0 % 12 + 1, day: 1)) }
    }

    /// A process that wobbles around 50 and, where asked, moves up half-way.
    static func values(_ count: Int, shift: Double = 0) -> [Double] {
        (0..<count).map { index in
            let wobble = Double((index * 7919 + 104_729) % 97) / 97 * 8 - 4
            return 50 + wobble + (index >= count / 2 ? shift : 0)
        }
    }

    static func chart(
        _ values: [Double],
        kind: ChartKind = .individuals,
        better: Direction = .up,
        missing: [Int] = [],
        excluded: [Int] = [],
        phaseStarts: [Int] = [],
        _ change: (inout ChartOptions) -> Void = { _ in }
    ) throws -> ControlChart {
        var options = ChartOptions(kind: kind, rules: .mdc)
        options.better = better
        options.phaseStarts = phaseStarts
        change(&options)
        let input = ChartInput(.values(values), missing: missing, excluded: excluded)
        var chart = ControlChart(
            title: "Seen in time",
            summary: "Nothing unusual.",
            days: try months(values.count),
            period: .month,
            analysis: try analyse(input, options),
            format: .percent,
            idPrefix: "chart"
        )
        chart.excluded = excluded
        return chart
    }
}
