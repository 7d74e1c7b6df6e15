import Sightline
import Storage
import Testing

/// The drawings of the demo's theories.
struct TheoryDrawingsTests {
    @Test func `the first programme can be read as all three drawings`() async throws {
        try await DemoWorld.run { world in
            let unit = try #require(world.tree.unit(code: "APPLEWICK"))
            let theory = try await world.database.read { connection in
                let all = try ProgrammeStore.all(of: unit.id, on: connection)
                let programme = try #require(all.first { $0.title == "Home First" })
                return try TheoryStore.theory(of: programme.id, on: connection)
            }
            for drawing in TheoryDrawing.allCases {
                let layers = drawing.layers(of: theory)
                #expect(layers.allSatisfy { !$0.nodes.isEmpty })
                #expect(layers.flatMap(\.nodes).count == theory.nodes.count)
            }
            let assumptions = theory.links.map(\.assumptions).filter { !$0.isEmpty }
            #expect(assumptions.count >= 3)
        }
    }
}
