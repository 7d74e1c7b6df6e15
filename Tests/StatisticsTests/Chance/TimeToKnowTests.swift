import Statistics
import Testing

struct TimeToKnowTests {
    @Test func `each size has the simulated time, and larger changes show sooner`() throws {
        let table = TimeToKnow.table(chart: .individuals, rules: .mdc, period: .month)
        #expect(table.map(\.shift) == TimeToKnow.shifts)
        let times = try table.map { try #require($0.time) }
        #expect(times.last == Chance.timeToDetect(chart: .individuals, rules: .mdc, shift: 3))
        let medians = times.map { $0.median?.points ?? .max }
        #expect(medians == medians.sorted(by: >))
    }

    @Test func `weeks are called sooner only where even a smaller change shows in fewer days`() throws {
        for rules in [RuleSet.mdc, .anhoej, .nelson] {
            for time in TimeToKnow.table(chart: .individuals, rules: rules, period: .quarter) {
                let weeks = 365.2425 / 7 / 4
                let smaller = time.shift / weeks.squareRoot()
                guard let points = time.time?.eightyPercent?.points else {
                    #expect(time.weekly == .cannotTell)
                    continue
                }
                func found(_ shift: Double?) -> Int? {
                    shift.flatMap {
                        Chance.timeToDetect(chart: .individuals, rules: rules, shift: $0)?.eightyPercent?
                            .points
                    }
                }
                let below = found(TimeToKnow.shifts.last { $0 <= smaller })
                let above = found(TimeToKnow.shifts.first { $0 >= smaller })
                switch time.weekly {
                case .sooner: #expect(Double(try #require(below)) < Double(points) * weeks)
                case .notSooner: #expect(Double(try #require(above)) >= Double(points) * weeks)
                case .cannotTell: #expect(below.map { Double($0) >= Double(points) * weeks } ?? true)
                case .already, .events: Issue.record("a quarter is no week")
                }
            }
        }
    }

    @Test func `nothing is said where nothing was simulated, and weeks are weeks already`() throws {
        let longer = try RuleSet.mdc.with(shiftLength: 8)
        let unknown = TimeToKnow.table(chart: .xbar, rules: longer, period: .month)
        #expect(unknown.allSatisfy { $0.time == nil && $0.weekly == .cannotTell })
        let events = TimeToKnow.table(chart: .t, rules: .mdc, period: .month)
        #expect(events.allSatisfy { $0.time != nil && $0.weekly == .events })
        let weeks = TimeToKnow.table(chart: .individuals, rules: .mdc, period: .week)
        #expect(weeks.allSatisfy { $0.weekly == .already })
    }

    // A Normal sample's d2 and d3 for two values and c4 for five: NIST/SEMATECH e-Handbook, 6.3.2.
    @Test func `changes of spread and of gaps are told as factors`() throws {
        let range = try #require(TimeToKnow.factor(of: 1, on: .movingRange))
        #expect(abs(range - (1 + 0.853 / 1.128)) < 0.001)
        let deviation = try #require(TimeToKnow.factor(of: 2, on: .s))
        #expect(abs(deviation - (1 + 2 * (1 - 0.9400 * 0.9400).squareRoot() / 0.9400)) < 0.001)
        #expect(TimeToKnow.factor(of: 1.5, on: .t) == 2.5)
        #expect(TimeToKnow.factor(of: 1, on: .xbar) == nil)
    }
}
