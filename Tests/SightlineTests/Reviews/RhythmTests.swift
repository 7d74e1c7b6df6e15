import DatabaseTestSupport
import Sightline
import Statistics
import Storage
import Testing

struct RhythmTests {
    private static func days(_ beat: Rhythm.Beat, _ first: String, _ last: String) -> [String] {
        Rhythm([beat]).days(in: Samples.day(first)...Samples.day(last)).map(\.day.description)
    }

    @Test func `a huddle is each week on its weekday`() {
        // 2 March 2026 is a Monday.
        let beat = Rhythm.Beat(.huddle, isHeld: true, weekday: 2)
        let days = Self.days(beat, "2026-03-02", "2026-03-25")
        #expect(days == ["2026-03-04", "2026-03-11", "2026-03-18", "2026-03-25"])
    }

    @Test func `a monthly review is on the second Tuesday, or on the last one`() {
        let second = Rhythm.Beat(.monthly, isHeld: true, weekday: 1, week: 2)
        let days = Self.days(second, "2026-01-01", "2026-03-31")
        #expect(days == ["2026-01-13", "2026-02-10", "2026-03-10"])
        let last = Rhythm.Beat(.monthly, isHeld: true, weekday: 1, week: 5)
        #expect(
            Self.days(last, "2026-01-01", "2026-03-31") == ["2026-01-27", "2026-02-24", "2026-03-31"]
        )
        // A day that has passed this month isn't the next one.
        #expect(
            Rhythm([second]).next(onOrAfter: Samples.day("2026-01-14")).map(\.day.description) == [
                "2026-02-10"
            ]
        )
    }

    @Test func `a community session is in its month of each quarter`() {
        let beat = Rhythm.Beat(.community, isHeld: true, weekday: 2, week: 3, month: 2)
        let days = Self.days(beat, "2026-01-01", "2026-12-31")
        #expect(days == ["2026-02-18", "2026-05-20", "2026-08-19", "2026-11-18"])
    }

    @Test func `what isn't held has no days`() {
        let beat = Rhythm.Beat(.monthly, isHeld: false, weekday: 1, week: 2)
        #expect(Self.days(beat, "2026-01-01", "2026-12-31").isEmpty)
    }

    @Test(arguments: TestEngine.available)
    func `a unit has the usual rhythm of its kind until someone sets another`(engine: TestEngine) async throws
    {
        try await World.run(on: engine) { world in
            let unit = world.north
            var rhythm = try await world.database.read { try RhythmStore.rhythm(of: unit, on: $0) }
            #expect(rhythm == Rhythm.usual(for: .organisation))
            #expect(rhythm.beats.filter(\.isHeld).map(\.kind) == [.monthly])
            rhythm.beats[0] = Rhythm.Beat(.huddle, isHeld: true, weekday: 4)
            let set = rhythm
            let context = Samples.context(320)
            try await world.database.write { try RhythmStore.set(set, of: unit, context, on: $0) }
            #expect(try await world.database.read { try RhythmStore.rhythm(of: unit, on: $0) } == set)
        }
    }
}
