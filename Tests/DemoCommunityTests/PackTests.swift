import Exchange
import Sightline
import Storage
import Testing

/// The packs of the demo's community.
struct PackTests {
    @Test func `the community shares one, and the hospital keeps one that nobody above it can read`()
        async throws
    {
        try await DemoWorld.run { world async throws in
            func titles(for name: String) async throws -> [String] {
                try await world.database.read { connection in
                    let all = try AccountStore.all(on: connection)
                    let account = try #require(all.first { $0.person.name == name })
                    let reader = Readership(account, world.measures, world.tree)
                    return try PackStore.all(for: reader, on: connection).map(\.header.title)
                }
            }
            let (shared, kept) = ("Joined-up care, a first set", "Speaking up in the hospital")
            #expect(try await titles(for: "Kit Marsh") == [shared, kept])
            for outsider in ["Wren Lake", "Administrator", "Asha Moor"] {
                #expect(try await titles(for: outsider) == [shared], "\(outsider)")
            }
        }
    }

    @Test func `every version can be read, and a measure comes from an older one`() async throws {
        try await DemoWorld.run { world in
            try await world.database.read { connection in
                for pack in try PackStore.all(for: world.reader, on: connection) {
                    #expect(pack.newest.number == 2 && pack.header.reviewed != nil)
                    for version in 1...2 {
                        let text = try #require(
                            try PackStore.text(of: pack.id, version: version, on: connection)
                        )
                        #expect(PackReader.read(text).problems.map(\.description) == [])
                    }
                }
                let measure = try #require(
                    world.measures.measures.first { $0.key == "safe-to-speak-up" }
                )
                let use = try #require(try PackUseStore.find(measure.id, on: connection))
                #expect(use.version == 1)
                #expect(try PackStore.find(use.pack, on: connection)?.header.name == "speaking-up")
            }
        }
    }
}
