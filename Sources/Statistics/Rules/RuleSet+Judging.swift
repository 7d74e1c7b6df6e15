/// Which rules each set applies, and how it treats ties and gaps.
extension RuleSet {
    /// The rule of points outside the limits; nil where the set leaves them to judgement.
    private var outsideRule: Rule? {
        switch name {
        case .mdc, .anhoej: .outsideLimits
        case .westernElectric: .westernElectric1
        case .nelson: .nelson1
        case .ihi: nil
        }
    }

    /// Whether a point without data ends a run, a trend or a window.
    private var gapsBreakRuns: Bool { name == .mdc }

    /// Applies every rule to the members of a phase; gives its run statistics, nil without a point off the
    /// centre line.
    ///
    /// It uses zones where the chart has one and two sigma lines that mean something.
    func judge(
        _ phase: Stretch,
        _ members: Members,
        usesZones: Bool,
        in record: inout Record
    ) -> RunStatistics? {
        let reach = phase.zones.reduce(0) { max($0, $1.magnitude) }
        if reach == 4 {
            for slot in 0..<phase.count { judge(phase.index(slot), zone: phase.zones[slot], in: &record) }
        }
        if gapsBreakRuns, !members.gaps.isEmpty {
            members.forEachUncut(first: phase.count) { slots in
                judge(phase[slots], usesZones: usesZones, reach: reach, in: &record)
            }
        } else {
            judge(phase, usesZones: usesZones, reach: reach, in: &record)
        }
        guard let runs = phase.runStatistics() else { return nil }
        judge(phase, runs: runs, in: &record)
        return runs
    }

    /// Records a point that lies outside the limits.
    func judge(_ index: Int, zone: Int8, in record: inout Record) {
        guard zone.magnitude == 4, let outsideRule else { return }
        record.mark(index, outsideRule)
        record.add(outsideRule, from: index, through: index, side: zone > 0 ? .above : .below)
    }

    /// Applies every rule but that of points outside the limits to an unbroken stretch of a phase.
    ///
    /// `reach` is the largest zone of any point: rules about far points are spared where there are none.
    private func judge(_ stretch: Stretch, usesZones: Bool, reach: UInt8, in record: inout Record) {
        switch name {
        case .mdc:
            findShift(.shift, in: stretch, &record)
            findTrend(.trend, in: stretch, &record)
            if usesZones, reach >= 3 { stretch.findTwoOfThree(in: &record) }
        case .anhoej:
            break
        case .westernElectric:
            if usesZones { judgeZones(.westernElectric2, .westernElectric3, stretch, reach, &record) }
            findShift(.westernElectric4, in: stretch, &record)
        case .nelson:
            findShift(.nelson2, in: stretch, &record)
            findTrend(.nelson3, in: stretch, &record)
            stretch.findAlternation(.nelson4, length: 14, in: &record)
            guard usesZones else { break }
            judgeZones(.nelson5, .nelson6, stretch, reach, &record)
            stretch.findHugging(.nelson7, length: 15, in: &record)
            stretch.findShunning(.nelson8, length: 8, in: &record)
        case .ihi:
            findShift(.shift, in: stretch, &record)
            findTrend(.trend, in: stretch, &record)
        }
    }

    /// Applies the rules about a whole phase.
    private func judge(_ phase: Stretch, runs: RunStatistics, in record: inout Record) {
        switch name {
        case .anhoej: phase.findUnusualRuns(runs, in: &record)
        case .ihi: phase.findUnusualRunCount(runs, in: &record)
        case .mdc, .westernElectric, .nelson: break
        }
    }

    private func judgeZones(
        _ twoOfThree: Rule,
        _ fourOfFive: Rule,
        _ stretch: Stretch,
        _ reach: UInt8,
        _ record: inout Record
    ) {
        if reach >= 3 { stretch.findWindows(twoOfThree, needed: 2, of: 3, zone: 3, in: &record) }
        if reach >= 2 { stretch.findWindows(fourOfFive, needed: 4, of: 5, zone: 2, in: &record) }
    }

    private func findShift(_ rule: Rule, in stretch: Stretch, _ record: inout Record) {
        guard let shiftLength else { return }
        stretch.findShift(rule, length: shiftLength, skipsTies: name == .ihi, in: &record)
    }

    private func findTrend(_ rule: Rule, in stretch: Stretch, _ record: inout Record) {
        guard let trendLength else { return }
        stretch.findTrend(rule, length: trendLength, skipsTies: name == .ihi, in: &record)
    }
}
