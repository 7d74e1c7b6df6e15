/// Rules about all points of a phase together.
extension Stretch {
    /// Runs about the centre line, without the points on it; nil where all are.
    func runStatistics() -> RunStatistics? {
        var statistics = RunStatistics(usefulPoints: 0, longestRun: 0, crossings: -1)
        var (current, run): (Int8, Int) = (0, 0)
        for zone in zones where zone != 0 {
            let side = zone.side
            let same = side.agreement(with: current)
            run = (run & same) &+ 1
            statistics.crossings &+= 1 &+ same
            statistics.longestRun = max(statistics.longestRun, run)
            statistics.usefulPoints &+= 1
            current = side
        }
        return statistics.usefulPoints > 0 ? statistics : nil
    }

    /// Anhøj: a run longer, or crossings fewer, than chance would give.
    func findUnusualRuns(_ runs: RunStatistics, in record: inout Record) {
        if runs.longestRun > runs.longestRunLimit { markAll(.longRun, side: newestSide, in: &record) }
        if runs.crossings < runs.crossingsLimit { markAll(.fewCrossings, side: newestSide, in: &record) }
    }

    /// IHI: more or fewer runs than chance would give for as many points above and below.
    func findUnusualRunCount(_ runs: RunStatistics, in record: inout Record) {
        let above = zones.reduce(0) { $0 + ($1 > 0 ? 1 : 0) }
        guard let test = RunsTest(above: above, below: runs.usefulPoints - above) else { return }
        if runs.crossings + 1 < test.expected.lowerBound {
            markAll(.tooFewRuns, side: newestSide, in: &record)
        } else if runs.crossings + 1 > test.expected.upperBound {
            markAll(.tooManyRuns, side: nil, in: &record)
        }
    }

    private func markAll(_ rule: Rule, side: Side?, in record: inout Record) {
        record.add(rule, from: index(0), through: index(count - 1), side: side)
        mark(0...count - 1, rule, in: record)
    }
}
