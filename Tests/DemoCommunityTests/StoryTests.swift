import DemoCommunity
import Sightline
import Statistics
import Storage
import Testing

/// What happened in the fictional community is what the statistics find.
struct StoryTests {
    @Test
    func `Home First worked: more people go home, and fewer bed days are lost`() async throws {
        try await DemoWorld.run { world in
            let rows = try await world.rows()
            let home = try #require(rows["home-first APPLEWICK|"])
            let started = try await world.database.read { try PhaseStore.all(of: home.series.id, on: $0) }
            #expect(started.count == 1 && started.first?.reason.isEmpty == false)
            let shares = try await self.picture(of: home, started, in: world).analysis.phases
                .compactMap { $0.centreLine?[0] }
            #expect(shares.count == 2 && shares[1] > shares[0] * 1.04)
            #expect(rows["home-first BRINDLESEA|"]?.status.variation == .commonCause)
            let lost = try #require(rows["delayed-discharge-days APP-GEN|"])
            let phases = try await world.database.read { try PhaseStore.all(of: lost.series.id, on: $0) }
            #expect(phases.count == 1 && phases.first?.reason.isEmpty == false)
            let picture = try await picture(of: lost, phases, in: world)
            let means = picture.analysis.phases.compactMap { $0.centreLine?[0] }
            #expect(means.count == 2 && means[1] < means[0] * 0.8)
        }
    }

    @Test
    func `text reminders did nothing`() async throws {
        try await DemoWorld.run { world in
            let row = try #require(try await world.rows()["missed-appointments BRI-INF|"])
            #expect(row.status.variation == .commonCause)
            let notes = try await world.database.read { try AnnotationStore.all(of: row.series.id, on: $0) }
            // Two that people wrote, and the flag of the cycle that began.
            #expect(notes.map(\.kind) == [.test, .test, .test])
        }
    }

    @Test
    func `discharge by noon shortened stays and shifted the harm`() async throws {
        try await DemoWorld.run { world in
            let rows = try await world.rows()
            #expect(rows["length-of-stay-65 CLO-HOS|"]?.status.variation == .improvement)
            #expect(rows["readmissions-30-days CLO-HOS|"]?.status.variation == .concern)
            #expect(rows["overtime-hours CLO-COM|"]?.status.variation == .concern)
        }
    }

    @Test
    func `a changed definition is a second version with series of its own`() async throws {
        try await DemoWorld.run { world in
            let measure = try #require(world.measures.measures(named: "joined-up-experience").first)
            #expect(measure.definition.version == 2)
            let (versions, series) = try await world.database.read { connection in
                (
                    try MeasureStore.versions(of: measure.id, on: connection),
                    try SeriesStore.all(of: measure.id, on: connection)
                )
            }
            #expect(
                versions.count == 2 && versions[0].definition.numerator != versions[1].definition.numerator
            )
            let units = Dictionary(grouping: series, by: \.key.version).mapValues { Set($0.map(\.key.unit)) }
            #expect(units[1] == units[2] && (units[1]?.count ?? 0) >= 5)
            let ends = try await world.database.read { connection in
                try series.map {
                    (
                        version: $0.key.version,
                        days: try SeriesStore.observations(of: $0.id, on: connection).days
                    )
                }
            }
            let lastOld = ends.filter { $0.version == 1 }.compactMap(\.days.last).max()
            let firstNew = ends.filter { $0.version == 2 }.compactMap(\.days.first).min()
            #expect(try #require(lastOld) < #require(firstNew))
        }
    }

    @Test
    func `the hospice left, and its data stops on that day`() async throws {
        try await DemoWorld.run { world in
            let hospice = try #require(world.tree.unit(code: "DAP-HSP"))
            #expect(hospice.membership == .left)
            let events = try await world.database.read { try UnitStore.events(of: hospice.id, on: $0) }
            let left = try #require(events.last)
            let latest = try await world.rows().values.filter { $0.unit.id == hospice.id }.compactMap(
                \.status.latestDay
            )
            #expect(latest.count == 3)
            #expect(latest.allSatisfy { $0 < left.day })
        }
    }

    private func picture(
        of row: MeasureTable.Row,
        _ phases: [Phase],
        in world: DemoWorld
    ) async throws -> SeriesPicture {
        let observations = try await world.database.read {
            try SeriesStore.observations(of: row.series.id, on: $0)
        }
        return try AnalysisBuilder.picture(of: row.measure, observations, phases: phases)
    }
}
