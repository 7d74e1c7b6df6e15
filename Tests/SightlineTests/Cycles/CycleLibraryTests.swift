import DatabaseTestSupport
import Sightline
import Statistics
import Storage
import Testing

struct CycleLibraryTests {
    @Test(arguments: TestEngine.available)
    func `what holds most of the words comes first, whatever their endings and case`(
        engine: TestEngine
    ) async throws {
        try await World.run(on: engine) { world in
            let made = try await world.theorise("Huddle at the board every morning")
            let huddle = try await world.plan("Does a HUDDLE help?", of: made, seed: 100)
            try await world.finish(
                huddle,
                of: made,
                .otherwise,
                .abandon,
                learned: "Nobody came",
                seed: 101
            )
            let socks = try await world.theorise("Red socks, 100% of the time", in: world.south, seed: 102)
            let library = try await world.database.read { connection in
                try CycleLibrary(
                    search: "Morning huddles",
                    for: try World.reader(on: connection),
                    on: connection
                )
            }
            #expect(library.items.map(\.cycle?.id) == [huddle.id])
            #expect(library.items.first?.count == 2)
            #expect(library.triedIn == [world.north.id])
            for search in ["sock", "SOCKS", "100%"] {
                let found = try await world.database.read { connection in
                    try CycleLibrary(search: search, for: try World.reader(on: connection), on: connection)
                }
                #expect(found.items.map(\.idea.id) == [socks.idea.id], "\(search)")
                #expect(found.items.first?.cycle == nil)
            }
            let everything = try await world.database.read { connection in
                try CycleLibrary(search: "% _", for: try World.reader(on: connection), on: connection)
            }
            #expect(everything.items.count == 2)
        }
    }

    @Test(arguments: TestEngine.available)
    func `nobody finds what a unit keeps from them`(engine: TestEngine) async throws {
        try await World.run(on: engine) { world in
            let shared = try await world.theorise(seed: 110)
            let kept = try await world.theorise(visibility: .unit, seed: 111)
            for (index, made) in [shared, kept].enumerated() {
                _ = try await world.plan(of: made, seed: UInt64(112 + index))
            }
            let account = Account(
                id: Samples.context(1).makeID(),
                person: Person(id: Samples.context(2).makeID(), name: "Sam"),
                roles: [RoleGrant(role: .viewer, unit: world.south.id)],
                isActive: true
            )
            let found = try await world.database.read { connection in
                let reader = Readership(
                    account,
                    MeasureDirectory(try MeasureStore.all(on: connection)),
                    try UnitStore.tree(on: connection)
                )
                return try CycleLibrary(search: "huddle", for: reader, on: connection)
            }
            #expect(Set(found.items.map(\.programme.id)) == [shared.programme.id])
        }
    }
}
