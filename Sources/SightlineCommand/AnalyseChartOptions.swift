import ArgumentParser
import Exchange
import Statistics

/// How series are charted and judged.
struct AnalyseChartOptions: ParsableArguments {
    @Option(help: "The chart; auto chooses one for each series.")
    var chart = ChartChoice.kind(.individuals)

    @Option(help: "The rule set. (default: mdc; anhoej for run)")
    var rules: RuleSet.Name?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("How many points going one way make a trend.", valueName: "n")
    )
    var trendLength: Int?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("How many points on one side of the centre line make a shift.", valueName: "n")
    )
    var shiftLength: Int?

    @Option(help: "Which way is better.")
    var better = Direction.none

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("What is aimed for, in the units of the answer.", valueName: "x"),
        transform: number
    )
    var target: Double?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "What values are multiplied by: 100 makes percentages of proportions.",
            valueName: "x"
        ),
        transform: number
    )
    var multiply = 1.0

    @Option(
        help: ArgumentHelp(
            "A date on or after which each series' first point starts a phase; may be given again.",
            valueName: "date"
        ),
        transform: day
    )
    var phaseStart: [Day] = []

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("Take the limits from the first so many points of each phase.", valueName: "n")
    )
    var baseline: Int?

    @Flag(help: "Leave outlying moving ranges out of the limits.")
    var screenOutliers = false

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("Fewer points than this are too few to judge by.", valueName: "n")
    )
    var minimumPoints = 13

    func fill(_ request: inout AnalyseRequest) throws {
        if let baseline, baseline < 1 { throw ValidationError("--baseline \(baseline): give at least 1.") }
        guard minimumPoints >= 1 else {
            throw ValidationError("--minimum-points \(minimumPoints): give at least 1.")
        }
        let most = ChartInput.largestMagnitude
        guard (1 / most...most).contains(multiply) else {
            throw ValidationError("--multiply \(multiply): give a number from 1e-100 to 1e100.")
        }
        request.chart = chart.kind
        request.rules = try ruleSet()
        request.better = better
        request.target = target
        request.multiplier = multiply
        request.phaseStarts = Set(phaseStart).sorted()
        request.baseline = baseline
        request.screensMovingRanges = screenOutliers
        request.minimumPoints = minimumPoints
    }

    private func ruleSet() throws -> RuleSet? {
        guard rules != nil || trendLength != nil || shiftLength != nil else { return nil }
        var set = RuleSet(rules ?? (chart.kind == .run ? .anhoej : .mdc))
        do {
            if let trendLength { set = try set.with(trendLength: trendLength) }
            if let shiftLength { set = try set.with(shiftLength: shiftLength) }
        } catch .noSuchRule(let rule, let name) {
            throw ValidationError(
                "--\(rule.rawValue)-length: the rule set \(name.rawValue) has no \(rule.rawValue) rule."
            )
        } catch .lengthTooShort(let length, let shortest) {
            throw ValidationError("A length of \(length) would signal everywhere; give at least \(shortest).")
        }
        return set
    }
}

extension RuleSet.Name: ExpressibleByArgument {}
extension Direction: ExpressibleByArgument {}

@Sendable private func number(_ text: String) throws -> Double {
    guard case .number(let number) = NumberField(text.utf8) else {
        throw ValidationError("\"\(text)\" is not a number; write one like 12.5.")
    }
    return number
}

@Sendable private func day(_ text: String) throws -> Day {
    guard let day = Day(text) else {
        throw ValidationError("\"\(text)\" is not a date; write one like 2024-03-01, 2024-03 or 2024.")
    }
    return day
}
