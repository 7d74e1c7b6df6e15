/// Applies a rule set to the points of one phase.
extension Plot {
    /// Records the signals of a phase; gives the run statistics where the chart allows them.
    ///
    /// Run rules see the members; excluded points of the phase are only tested against the limits.
    func judge(
        _ members: Members,
        by lines: ControlLines,
        excluded: [Int],
        _ options: ChartOptions,
        in record: inout Record
    ) -> RunStatistics? {
        guard options.kind.allowsRunRules else {
            for index in members.range { findOutside(index, lines, options.rules, in: &record) }
            return nil
        }
        for index in excluded where members.range.contains(index) {
            findOutside(index, lines, options.rules, in: &record)
        }
        let usesZones = options.kind.allowsZoneRules && lines.hasWidth
        return withUnsafeTemporaryAllocation(of: Int8.self, capacity: 2 * members.count) { memory in
            let zones = UnsafeMutableBufferPointer(rebasing: memory[..<members.count])
            let steps = UnsafeMutableBufferPointer(rebasing: memory[members.count...])
            fill(zones, members, lines)
            members.column(trendValues).withUnsafeBufferPointer { Stretch.fill(steps, from: $0) }
            var phase = Stretch(
                zones: UnsafeBufferPointer(zones),
                steps: UnsafeBufferPointer(steps),
                positions: nil,
                start: members.range.lowerBound
            )
            guard let positions = members.positions else {
                return options.rules.judge(phase, members, usesZones: usesZones, in: &record)
            }
            return positions.withUnsafeBufferPointer { positions in
                phase.positions = positions
                return options.rules.judge(phase, members, usesZones: usesZones, in: &record)
            }
        }
    }

    /// What a trend is a trend of: what is plotted, but the proportion on an NP chart.
    ///
    /// Where denominators differ, counts rise with them though nothing else changes, and an NP chart would
    /// find a trend in 5 of 50, 10 of 100 and so on. Tests for special causes then belong to a statistic that
    /// doesn't depend on the size of a subgroup (Nelson, Standardization of Shewhart control charts, Journal of
    /// Quality Technology 21, 1989; so does SAS/QC's TESTNMETHOD=STANDARDIZE). Ours is the proportion, which
    /// the same points' P chart plots, so that the two charts never disagree; where denominators are equal it
    /// rises and falls with the count.
    private var trendValues: [Double] { kind == .np ? scores : values }

    /// Writes the zone of every member.
    private func fill(
        _ zones: UnsafeMutableBufferPointer<Int8>,
        _ members: Members,
        _ lines: ControlLines
    ) {
        let scores = members.column(scores)
        guard lines.dependsOnSize else {
            scores.withUnsafeBufferPointer { lines.thresholds(size: 0).fill(zones, from: $0) }
            return
        }
        let sizes = members.column(sizes)
        var size = sizes.first ?? 0
        var thresholds = lines.thresholds(size: size)
        for (slot, (score, next)) in zip(scores, sizes).enumerated() {
            if next != size {
                size = next
                thresholds = lines.thresholds(size: size)
            }
            zones[slot] = thresholds.zone(of: score)
        }
    }

    /// Tests a point that run rules don't see against the limits.
    private func findOutside(
        _ index: Int,
        _ lines: ControlLines,
        _ rules: RuleSet,
        in record: inout Record
    ) {
        guard isPlotted(index) else { return }
        let size = lines.dependsOnSize ? sizes[index] : 0
        rules.judge(index, zone: lines.thresholds(size: size).zone(of: scores[index]), in: &record)
    }
}
