import Statistics
import TestSupport
import Testing

/// Against the exact distribution of runs (Swed and Eisenhart), computed elsewhere.
struct RunsTestOracleTests {
    /// So many points above and below a mean of 0, in so many runs; all but the last two runs are of one
    /// point.
    func series(above: Int, below: Int, runs: Int) -> [Double] {
        var left = [above, below]
        var values: [Double] = []
        for run in 0..<runs {
            let side = run % 2
            let length = run + 2 >= runs ? left[side] : 1
            let value = side == 0 ? Double(below) : -Double(above)
            values += [Double](repeating: value, count: length)
            left[side] -= length
        }
        return values
    }

    func unusual(above: Int, below: Int, runs: Int) throws -> RuleMarks {
        let values = series(above: above, below: below, runs: runs)
        let analysis = try analyse(
            ChartInput(.values(values)),
            ChartOptions(kind: .individuals, rules: .ihi)
        )
        #expect(analysis.phases[0].runs?.crossings == runs - 1)
        return analysis.marks[0].intersection([Rule.tooFewRuns.mark, Rule.tooManyRuns.mark])
    }

    @Test func `too few and too many runs begin where the exact table says`() throws {
        let table = try OracleRows("qic/runs_exact_swed_eisenhart.csv")
        #expect(table.count == 91)
        for index in 0..<table.count {
            let row = table[index]
            let above = Int(try #require(row.number("above")))
            let below = Int(try #require(row.number("below")))
            let fewest = Int(try #require(row.number("lower_ok_alpha025")))
            let most = Int(try #require(row.number("upper_ok_alpha025")))
            #expect(try unusual(above: above, below: below, runs: fewest) == [])
            #expect(try unusual(above: above, below: below, runs: fewest - 1) == Rule.tooFewRuns.mark)
            // With as many above as below, one side's points can't make more runs than there are points.
            if most < above + below {
                #expect(try unusual(above: below, below: above, runs: most) == [])
                #expect(try unusual(above: below, below: above, runs: most + 1) == Rule.tooManyRuns.mark)
            }
        }
    }

    @Test func `fewer than ten useful points are too few to count runs`() throws {
        #expect(try unusual(above: 4, below: 5, runs: 2) == [])
        #expect(try unusual(above: 5, below: 5, runs: 2) == Rule.tooFewRuns.mark)
    }
}
