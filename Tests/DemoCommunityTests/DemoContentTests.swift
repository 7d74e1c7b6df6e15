import DatabaseTestSupport
import DemoCommunity
import Exchange
import Sightline
import Statistics
import Storage
import Testing

struct DemoContentTests {
    @Test
    func `a dozen organisations in four places count at least forty measures for everybody`() async throws {
        try await DemoWorld.run { world in
            let units = world.tree.units
            #expect(units.count { $0.kind == .place } == 4)
            #expect(units.count { $0.kind == .organisation } == 12)
            let counted = Set(try await world.rows().values.map(\.measure.id))
            #expect(counted.count >= 40)
            let stakeholders = Dictionary(
                grouping: world.measures.measures.filter { counted.contains($0.id) }
            ) {
                $0.stakeholder
            }
            #expect(Stakeholder.allCases.allSatisfy { stakeholders[$0, default: []].count >= 10 })
            #expect(Set(world.measures.measures.map(\.definition.period)).isSuperset(of: [.month, .week]))
        }
    }

    @Test
    func `it ends with the last whole month, and only what a unit that left would owe is missing`()
        async throws
    {
        try await DemoWorld.run { world in
            let month = Period.month.start(of: world.today)
            for (name, row) in try await world.rows() where row.measure.definition.period == .month {
                let latest = try #require(row.status.latestDay)
                #expect(latest < month, "\(name)")
                let next = try #require(Period.month.next(after: latest))
                if !name.contains("DAP-HSP"), name != "package-cost BRI-COU|" {
                    #expect(next == month, "\(name)")
                }
            }
        }
    }

    @Test
    func `one series is late, although England's figures are years old and a hospice has left`() async throws
    {
        try await DemoWorld.run { world in
            for root in world.tree.roots {
                let home = try await world.database.read { connection in
                    try UnitHome(of: root.id, today: world.today, for: world.reader, on: connection)
                }
                let late = root.code == "FOURWAYS" ? ["package-cost"] : []
                #expect(home.due.map(\.measure.key) == late, "\(root.name)")
            }
        }
    }

    @Test
    func `one day gives one demo, and another day another`() async throws {
        let first = try await export(today: Day("2026-11-23"))
        let again = try await export(today: Day("2026-11-23"))
        let later = try await export(today: Day("2026-12-23"))
        #expect(first == again)
        #expect(first != later)
        #expect(first.count > 15_000)
    }

    @Test
    func `a database that holds something stays as it is`() async throws {
        try await DemoWorld.run { world in
            let content = try DemoContent(today: world.today)
            #expect(try await content.fill(world.database, now: DemoWorld.now) == false)
        }
    }

    @Test
    func `recordings tell of people over months, none in the future`() async throws {
        try await DemoWorld.run { world in
            let recordings = try await world.database.read { try RecordingStore.newest(20, on: $0) }
            let fictional = recordings.filter { $0.author.name != "The demo" }
            #expect(fictional.count >= 4)
            #expect(Set(fictional.map(\.author.name)).count >= 2)
            #expect(fictional.contains { $0.changes.revised > 0 }, "provisional figures are confirmed")
            #expect(recordings.allSatisfy { $0.instant <= DemoWorld.now && !$0.reason.isEmpty })
        }
    }

    @Test
    func `a file of organisations that breaks its form is told by row and column`() {
        let file = "period,org_code,type,attendances,breaches,admissions\n2024-01-01,RXX,1,many,0,0\n"
        #expect(throws: DemoError.field(row: 2, column: "attendances", text: "many")) {
            try DemoContent(today: DemoWorld.now.day, organisations: Array(file.utf8))
        }
    }

    /// Every observation, as text.
    private func export(today: Day?) async throws -> [String] {
        try await TestEngine.sqlite.withDatabase(Schema.migrations) { database in
            let content = try DemoContent(today: try #require(today))
            _ = try await content.fill(database, now: DemoWorld.now)
            return try await database.read { connection in
                var lines: [String] = []
                for measure in try MeasureStore.all(on: connection) {
                    let tree = try UnitStore.tree(on: connection)
                    for series in try SeriesStore.all(of: measure.id, on: connection) {
                        let place =
                            "\(measure.key) \(series.key.version) \(tree[series.key.unit]?.code ?? "")"
                        let observations = try SeriesStore.observations(of: series.id, on: connection)
                        for index in observations.indices {
                            lines.append("\(place) \(series.key.group) \(observations[index])")
                        }
                    }
                }
                return lines.sorted()
            }
        }
    }

    @Test
    func `every recording of the community names its file, and no series waits long for its next edition`()
        async throws
    {
        try await DemoWorld.run { world in
            let row = try #require(try await world.rows()["four-hour-wait APP-GEN|"])
            let editions = try await world.database.read {
                try SeriesStore.editions(of: row.series.id, on: $0)
            }
            #expect(editions.count > 10)
            for edition in editions {
                let origin = try #require(edition.recording.origin)
                #expect(origin.fileName.wholeMatch(of: /fourways-20\d\d-\d\d\.csv/) != nil)
                #expect(origin.rows > 20 && origin.sha256.count == 64)
            }
            for (later, earlier) in zip(editions, editions.dropFirst()) {
                let days = later.recording.instant.day.number - earlier.recording.instant.day.number
                #expect(days < 100, "\(later.number)")
            }
        }
    }

    @Test
    func `one series has too few points, one number is withheld, and rare events are rare`() async throws {
        try await DemoWorld.run { world in
            let rows = try await world.rows()
            #expect(rows["home-care-hours DAP-COU|"]?.status.variation == .tooFew)
            let charity = try #require(rows["preferred-place-of-death BRI-CAR|"])
            let infections = try #require(rows["infection-bed-days APP-GEN|"])
            let (deaths, gaps) = try await world.database.read { connection in
                (
                    try SeriesStore.observations(of: charity.series.id, on: connection),
                    try SeriesStore.observations(of: infections.series.id, on: connection)
                )
            }
            #expect(
                deaths.indices.count { deaths[$0].flags.contains(.suppressed) && deaths.isMissing(at: $0) }
                    == 1
            )
            #expect((20...100).contains(gaps.count))
        }
    }
}
