import Sightline
import Statistics
import Testing

struct ObservationsTests {
    @Test func `observations are kept by day whatever their order`() throws {
        let days = [Samples.month(2), Samples.month(0), Samples.month(1)]
        let observations = try Observations(days.map { Observation(day: $0, numerator: 1) })
        #expect(observations.days == days.sorted())
    }

    @Test func `two observations of one day are refused`() {
        let twice = [1.0, 2].map { Observation(day: Samples.month(0), numerator: $0) }
        #expect(throws: ObservationsError.repeatedDay(Samples.month(0))) { try Observations(twice) }
    }

    @Test func `what is withheld has no number`() throws {
        let withheld = Observation(day: Samples.month(0), numerator: 3, flags: .suppressed)
        let observations = try Observations([withheld])
        #expect(observations[0].numerator == nil)
        #expect(observations.isMissing(at: 0))
        #expect(observations[0].flags == .suppressed)
    }

    @Test(arguments: 0..<100)
    func `merging counts every proposed observation once and loses none of the others`(seed: Int) {
        var bits = SeededBits(UInt64(seed))
        func some() -> Observations {
            var observations = Observations()
            for month in 0..<24 where Bool.random(using: &bits) {
                observations.append(
                    Observation(
                        day: Samples.month(month),
                        numerator: Double(Int.random(in: 0..<3, using: &bits))
                    )
                )
            }
            return observations
        }
        let (old, new) = (some(), some())
        let (merged, counts) = old.merging(new, .merge)
        #expect(counts.appended + counts.revised + counts.unchanged == new.count)
        #expect(merged.count == old.count + counts.appended)
        #expect(Set(merged.days) == Set(old.days).union(new.days))
        let (replaced, replacement) = old.merging(new, .replace)
        #expect(replaced == new)
        #expect(replacement.removed == Set(old.days).subtracting(new.days).count)
        #expect(replacement.isChange == (old != new))
        #expect(old.merging(old, .replace).1 == ChangeCounts(unchanged: old.count))
    }

    @Test func `days move to the first of their period, and two in one period are refused`() throws {
        let mid = try Observations([Observation(day: Samples.day("2024-03-17"), numerator: 1)])
        #expect(try mid.starting(.month).days == [Samples.day("2024-03-01")])
        let two = try Observations(
            ["2024-03-01", "2024-03-31"].map {
                Observation(day: Samples.day($0), numerator: 1)
            }
        )
        #expect(throws: ObservationProblem.repeatedPeriod(Samples.day("2024-03-31"), .month)) {
            try two.starting(.month)
        }
    }
}
