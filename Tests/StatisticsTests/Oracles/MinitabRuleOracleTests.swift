import Statistics
import TestSupport
import Testing

/// Against the points that JASP's control charts flag in one made-up series, which its authors checked with
/// Minitab.
struct MinitabRuleOracleTests {
    /// The points that complete a rule on the individuals chart, by JASP's numbers.
    func completing(_ rule: Rule, _ rules: RuleSet) throws -> Set<Int> {
        let table = try OracleRows("other/jasp_minitab_rules.csv")
        let values = (0..<table.count).map { table[$0].number("y") }
        let analysis = try analyse(
            ChartInput(values: values),
            ChartOptions(kind: .individuals, rules: rules)
        )
        return Set(ZoneRuleOracleTests().completing(rule, in: analysis).map { $0 + 1 })
    }

    func theirs(_ test: String) throws -> Set<Int> {
        let table = try OracleRows("other/jasp_minitab_rules.csv")
        return Set(
            (0..<table.count).filter { table[$0][test] == "1" }.compactMap {
                table[$0].number("i").map { Int($0) }
            }
        )
    }

    @Test(arguments: [
        ("test1", Rule.nelson1), ("test4", .nelson5), ("test5", .nelson7), ("test7", .nelson6),
    ])
    func `points outside, windows and points near the centre line are Minitab's`(
        test: String,
        rule: Rule
    ) throws {
        #expect(try completing(rule, .nelson) == theirs(test))
    }

    @Test func `seven points on one side are Minitab's`() throws {
        #expect(try completing(.shift, .mdc) == theirs("test2"))
    }

    @Test func `Minitab counts the steps of a trend and of alternation, we the points`() throws {
        // A trend of seven steps has eight points.
        #expect(try completing(.trend, .mdc.with(trendLength: 8)) == theirs("test3"))
        #expect(try theirs("test3") == [22])
        #expect(try completing(.trend, .mdc) == [21, 22])
        // Fourteen points that alternate have thirteen steps.
        #expect(try theirs("test8") == [15, 16])
        #expect(try completing(.nelson4, .nelson) == [14, 15, 16])
    }

    @Test func `eight points far from the centre line must lie on both sides of it for us`() throws {
        // The first eight are all below: a shift, as qcc sees it too.
        #expect(try theirs("test6") == [44, 45])
        #expect(try completing(.nelson8, .nelson) == [45])
    }
}
