import DatabaseTestSupport
import Sightline
import Statistics
import Storage
import Testing

struct SeriesPreviewTests {
    @Test(arguments: TestEngine.available)
    func `a preview is what recording makes of a series`(engine: TestEngine) async throws {
        try await World.run(on: engine) { world in
            try await world.record(Samples.months([1, 2, 3]), seed: 20)
            let proposal = Proposal(
                measure: world.falls.id,
                unit: world.north.id,
                observations: Samples.months([9, 4], from: 2)
            )
            let preview = try await Self.preview([proposal], in: world)[0]
            #expect(preview.countBefore == 3 && preview.countAfter == 4)
            #expect(preview.changes == ChangeCounts(appended: 1, revised: 1))
            #expect(preview.picture?.analysis.values == [1, 2, 9, 4])

            try await world.record(proposal.observations, seed: 21)
            let series = try #require(try await world.series())
            let recorded = try await world.database.read {
                try SeriesPictureStore.picture(of: series.id, on: $0)
            }
            #expect(recorded?.picture.analysis.values == preview.picture?.analysis.values)
        }
    }

    @Test(arguments: TestEngine.available)
    func `a preview writes nothing, and knows new series`(engine: TestEngine) async throws {
        try await World.run(on: engine) { world in
            let proposal = Proposal(
                measure: world.falls.id,
                unit: world.south.id,
                observations: Samples.months([1, 2])
            )
            let preview = try await Self.preview([proposal], in: world)[0]
            #expect(preview.countBefore == 0 && preview.countAfter == 2)
            #expect(try await world.series(in: world.south) == nil)
        }
    }

    @Test(arguments: TestEngine.available)
    func `numbers that no chart can hold are refused`(engine: TestEngine) async throws {
        try await World.run(on: engine) { world in
            let observations = Samples.months([1e300])
            let proposal = Proposal(measure: world.falls.id, unit: world.north.id, observations: observations)
            let problem = ObservationProblem.outOfRange(observations.days[0], 1e300)
            await #expect(throws: RecordError.badObservation(proposal: 0, problem: problem)) {
                try await Self.preview([proposal], in: world)
            }
        }
    }

    private static func preview(_ proposals: [Proposal], in world: World) async throws -> [SeriesPreview] {
        try await world.database.read { connection in
            try SeriesPreview.all(of: proposals, mode: .merge, Samples.context(30), on: connection)
        }
    }
}
