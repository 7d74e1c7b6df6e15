package import Statistics

/// The one way from a measure and its observations to the statistics engine: for pages, tables and files.
package enum AnalysisBuilder {
    /// A series analysed; `phases` are those in force, ascending by start.
    package static func picture(
        of measure: Measure,
        _ observations: Observations,
        phases: [Phase]
    ) throws(ChartError) -> SeriesPicture {
        SeriesPicture(
            measure: measure,
            observations: observations,
            phases: phases,
            analysis: try analyse(
                input(of: measure, observations),
                options(of: measure, observations, phases: phases)
            )
        )
    }

    /// What the engine charts: a point an observation, in their order.
    package static func input(of measure: Measure, _ observations: Observations) -> ChartInput {
        let missing = observations.indices.filter(observations.isMissing(at:))
        guard measure.definition.denominator != nil else {
            return ChartInput(.values(observations.numerators), missing: missing)
        }
        // Without any denominator every observation is missing.
        let denominators =
            observations.denominators.isEmpty ? observations.numerators : observations.denominators
        return ChartInput(
            .ratios(numerators: observations.numerators, denominators: denominators),
            missing: missing
        )
    }

    /// How the engine charts and judges it.
    package static func options(
        of measure: Measure,
        _ observations: Observations,
        phases: [Phase]
    ) -> ChartOptions {
        var options = ChartOptions(kind: measure.chart.kind, rules: measure.chart.rules)
        let days = observations.days
        for phase in phases {
            let start = days.partitioningIndex { $0 >= phase.start }
            // Two phases may come to start at one point when observations between them are removed.
            if start > 0, start < days.count, options.phaseStarts.last != start {
                options.phaseStarts.append(start)
            }
        }
        options.baseline = measure.chart.baseline
        options.screensMovingRanges = measure.chart.screensMovingRanges
        options.multiplier = measure.chart.multiplier
        options.better = measure.better
        options.minimumPoints = measure.chart.minimumPoints
        options.target = target(of: measure, days)
        return options
    }

    /// How often chance alone would give signals on a chart of as many points as the newest phase has.
    package static func chance(of picture: SeriesPicture) -> ChanceOfSignal? {
        guard let phase = picture.newest?.phase else { return nil }
        return Chance.lookup(
            chart: picture.analysis.kind,
            rules: picture.analysis.rules,
            points: phase.plottedCount,
            baseline: picture.measure.chart.baseline
        )
    }

    private static func target(of measure: Measure, _ days: [Day]) -> Target? {
        var steps: [Target.Step] = []
        for target in measure.targets {
            let start = days.partitioningIndex { $0 >= target.start }
            guard start < days.count else { break }
            if steps.last?.start == start { steps.removeLast() }
            steps.append(Target.Step(start: start, value: target.value))
        }
        return steps.isEmpty ? nil : Target(steps: steps)
    }
}

extension [Day] {
    /// The first index from which on a condition holds; the count where it never does.
    fileprivate func partitioningIndex(where isInSecond: (Day) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if isInSecond(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
