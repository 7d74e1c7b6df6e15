import Sightline
import Statistics
import Storage
import Testing

struct OwnMeasureTests {
    private static func instant(_ day: String) -> Timestamp {
        Timestamp(microseconds: Int64(Samples.day(day).number) * 86_400_000_000)
    }

    private static func values(_ own: OwnMeasure, _ record: OwnRecord, today: String) -> [String] {
        let observations = record.observations(of: own, today: Samples.day(today))
        return observations.indices.map { index in
            let observation = observations[index]
            let number = observation.numerator.map { "\(Int($0))" } ?? "-"
            let out = observation.denominator.map { "/\(Int($0))" } ?? ""
            return "\(observation.day.description.prefix(7)) \(number)\(out)"
        }
    }

    @Test func `days to a decision are told by the middle one of those decided in a month`() {
        let record = OwnRecord(signals: [
            .init(found: Self.instant("2026-01-01"), decided: Self.instant("2026-01-05")),
            .init(found: Self.instant("2026-01-01"), decided: Self.instant("2026-01-11")),
            .init(found: Self.instant("2026-01-01"), decided: Self.instant("2026-01-31")),
            .init(found: Self.instant("2026-01-01")),
            .init(found: Self.instant("2026-01-30"), decided: Self.instant("2026-03-02")),
            // The month that goes on doesn't count yet.
            .init(found: Self.instant("2026-01-30"), decided: Self.instant("2026-04-02")),
        ])
        #expect(
            Self.values(.daysToDecision, record, today: "2026-04-10") == [
                "2026-01 10", "2026-02 -", "2026-03 31",
            ]
        )
    }

    @Test
    func `a decision is followed up in time within a fortnight, and a month counts once all had that long`() {
        let record = OwnRecord(decisions: [
            .init(due: Samples.day("2026-01-10"), followed: Self.instant("2026-01-24")),
            .init(due: Samples.day("2026-01-10"), followed: Self.instant("2026-01-25")),
            .init(due: Samples.day("2026-01-31")),
            .init(due: Samples.day("2026-02-20"), followed: Self.instant("2026-02-01")),
        ])
        #expect(Self.values(.followedUp, record, today: "2026-03-14") == ["2026-01 1/3"])
        #expect(Self.values(.followedUp, record, today: "2026-03-15") == ["2026-01 1/3", "2026-02 1/1"])
    }

    @Test func `a signal counts as explained within a month of its coming`() {
        let record = OwnRecord(signals: [
            .init(found: Self.instant("2026-01-01"), explained: Self.instant("2026-02-01")),
            .init(found: Self.instant("2026-01-01"), explained: Self.instant("2026-02-02")),
            .init(found: Self.instant("2026-01-20")),
        ])
        #expect(Self.values(.explained, record, today: "2026-03-04") == ["2026-01 1/3"])
    }

    @Test func `a month in which nobody was asked for a minute is a month of none`() throws {
        let record = OwnRecord(asked: [
            .init(day: Samples.day("2026-01-05"), minutes: 300),
            .init(day: Samples.day("2026-01-25"), minutes: 20),
            .init(day: Samples.day("2026-03-05"), minutes: 90),
        ])
        #expect(
            Self.values(.minutesAsked, record, today: "2026-04-01") == [
                "2026-01 320", "2026-02 0", "2026-03 90",
            ]
        )
        let picture = try #require(record.picture(of: .minutesAsked, today: Samples.day("2026-04-01")))
        #expect(Sentences.statement(of: picture).text.contains("only 3 points"))
    }

    @Test func `nothing is told where there is nothing`() {
        for own in OwnMeasure.allCases {
            #expect(OwnRecord().picture(of: own, today: Samples.day("2026-04-01")) == nil)
            #expect(!own.definition.isEmpty)
        }
    }
}
