import Statistics
import Testing

struct RuleSetTests {
    @Test func `a set allows another length of the rules that it has`() throws {
        #expect(try RuleSet.mdc.with(shiftLength: 6).with(trendLength: 6).shiftLength == 6)
        #expect(try RuleSet.ihi.with(trendLength: 7).trendLength == 7)
        #expect(RuleSet.mdc.shiftLength == 7)
    }

    @Test func `a set refuses a length for a rule that it lacks`() {
        #expect(throws: RuleSetError.noSuchRule(.shift, in: .anhoej)) {
            try RuleSet.anhoej.with(shiftLength: 8)
        }
        #expect(throws: RuleSetError.noSuchRule(.trend, in: .westernElectric)) {
            try RuleSet.westernElectric.with(trendLength: 6)
        }
    }

    @Test func `a run of two would signal everywhere`() {
        #expect(throws: RuleSetError.lengthTooShort(2, shortest: 3)) { try RuleSet.mdc.with(shiftLength: 2) }
    }

    @Test func `a shorter shift signals sooner`() throws {
        var options = ChartOptions(kind: .run, rules: try RuleSet.mdc.with(shiftLength: 6))
        options.baseline = 2
        let values: [Double] = [-1, 1, -1, 1, 2, 1, 2, 1, 2, -1]
        #expect(try analyse(ChartInput(.values(values)), options).signallingPoints == 6)
    }

    @Test(arguments: RuleSet.Name.allCases)
    func `a set is known by its name`(_ name: RuleSet.Name) { #expect(RuleSet(name).name == name) }

    @Test func `marks give their rules in order`() {
        let all = RuleMarks(Rule.allCases.map(\.mark))
        #expect(all.rules == Rule.allCases)
        #expect(RuleMarks([Rule.nelson8.mark, Rule.shift.mark]).rules == [.shift, .nelson8])
        #expect(RuleMarks().rules.isEmpty)
    }
}
