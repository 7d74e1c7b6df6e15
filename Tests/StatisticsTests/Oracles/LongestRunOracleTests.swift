import Statistics
import TestSupport
import Testing

/// Against qicharts2's longest run without a signal, for so many useful points and crossings.
struct LongestRunOracleTests {
    /// Points about a mean of 0 with so many crossings, the first run the longest; nil where there is no such
    /// series.
    func series(points: Int, crossings: Int, longest: Int) -> [Double]? {
        var rest = points - longest
        guard longest > 0, rest >= crossings, rest <= crossings * longest else { return nil }
        var runs = [longest]
        for left in stride(from: crossings, to: 0, by: -1) {
            runs.append(min(longest, rest - (left - 1)))
            rest -= runs.last ?? 0
        }
        let above = stride(from: 0, to: runs.count, by: 2).reduce(0) { $0 + runs[$1] }
        return runs.enumerated().flatMap { run, length in
            let value = run.isMultiple(of: 2) ? Double(points - above) : -Double(above)
            return [Double](repeating: value, count: length)
        }
    }

    /// The run rules that a series breaks; nil where there is no such series.
    func broken(points: Int, crossings: Int, longest: Int) throws -> RuleMarks? {
        guard let values = series(points: points, crossings: crossings, longest: longest) else { return nil }
        let analysis = try analyse(
            ChartInput(.values(values)),
            ChartOptions(kind: .individuals, rules: .anhoej)
        )
        let runs = analysis.phases[0].runs
        #expect(
            runs == RunStatistics(usefulPoints: points, longestRun: longest, crossings: crossings),
            "\(values)"
        )
        return analysis.marks[0].intersection([Rule.longRun.mark, Rule.fewCrossings.mark])
    }

    @Test func `runs and crossings signal beyond qicharts2's bounds and not before`() throws {
        let table = try OracleRows("qic/runs_max_run_without_signal_by_n_c.csv.gz")
        var (quiet, long, few) = (0, 0, 0)
        for index in 0..<table.count {
            let row = table[index]
            let points = Int(try #require(row.number("n")))
            let crossings = Int(try #require(row.number("c")))
            let bound = Int(try #require(row.number("anhoej")))
            // Points about their own mean cross it at least once.
            guard crossings > 0 else { continue }
            if bound == 0 {
                let marks = try broken(points: points, crossings: crossings, longest: points - crossings)
                #expect(try #require(marks).contains(Rule.fewCrossings.mark), "\(points) \(crossings)")
                few += 1
            } else {
                if let marks = try broken(points: points, crossings: crossings, longest: bound) {
                    #expect(marks == [], "\(points) \(crossings)")
                    quiet += 1
                }
                if let marks = try broken(points: points, crossings: crossings, longest: bound + 1) {
                    #expect(marks == Rule.longRun.mark, "\(points) \(crossings)")
                    long += 1
                }
            }
        }
        #expect(few > 1000 && quiet > 2500 && long > 2000, "\(few) \(quiet) \(long)")
    }
}
