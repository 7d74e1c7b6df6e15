import DatabaseTestSupport
import Sightline
import Statistics
import Storage
import Testing

/// What else tells of evidence, and what becomes of it in the end.
extension EvidenceStoreTests {
    @Test(arguments: TestEngine.available)
    func `a story says which arrows it is evidence of, to those who may read their programmes`(
        engine: TestEngine
    ) async throws {
        try await World.run(on: engine) { world in
            let made = try await world.theorise(visibility: .unit)
            let note = try await Self.story(.note, in: world, seed: 670)
            try await Self.attach(.story(note.id), .for, to: made, in: world, seed: 671)
            let (all, far) = try await world.database.write { connection in
                let context = Samples.context(672)
                let account = try AccountStore.insert(name: "Bo", context, on: connection)
                let grant = RoleGrant(role: .viewer, unit: world.south.id)
                try AccountStore.grant(grant, to: account.id, context, on: connection)
                let south = try #require(try AccountStore.find(account.id, on: connection))
                let everyone = try World.reader(on: connection)
                let reader = Readership(south, everyone.measures, everyone.tree)
                return (
                    try ToldArrow.all(by: .story(note.id), for: everyone, on: connection),
                    try ToldArrow.all(by: .story(note.id), for: reader, on: connection)
                )
            }
            #expect(all.map { [$0.from, $0.to] } == [["Risks are seen early", "Half as many falls"]])
            #expect(far.isEmpty)
        }
    }

    @Test(arguments: TestEngine.available)
    func `what is deleted for good takes with it that it was evidence, and what was said of it`(
        engine: TestEngine
    ) async throws {
        try await World.run(on: engine) { world in
            let made = try await world.theorise()
            let entry = try await Self.signal(made, in: world)
            let note = try await Self.story(.note, in: world, seed: 680)
            let sources: [TheoryEvidence.Source] = [
                .signal(entry.id), .story(note.id), Self.paper, Self.study,
            ]
            for (index, source) in sources.enumerated() {
                try await Self.attach(source, .for, to: made, in: world, seed: 681 + UInt64(index))
            }
            let programme = made.programme
            func left() async throws -> [EvidenceKind] {
                try await world.database.read { connection in
                    let all = try TheoryStore.everything(in: programme.id, on: connection).evidence
                    let kept = try connection.one(
                        "SELECT COUNT(*) FROM revision WHERE kind = 'theory-evidence'",
                        []
                    ) { try $0.integer(0) }
                    #expect(kept.map { Int($0) } == all.count)
                    return all.map(\.kind)
                }
            }
            #expect(try await Set(left()) == Set(EvidenceKind.attached))
            let series = try #require(try await world.series()).id
            try await world.database.write { connection in
                let context = Samples.context(690)
                let item = try BinStore.delete(note.id, reason: "", context, on: connection)
                // In the bin it is out of sight and doesn't count, and is forgotten with it only.
                #expect(try TheoryStore.theory(of: programme.id, on: connection).evidence.count == 4)
                try BinStore.purge(item, context, on: connection)
            }
            #expect(try await Set(left()) == [.signal, .document, .study])
            try await world.database.write { connection in
                let context = Samples.context(691)
                let item = try BinStore.delete(series, reason: "", context, on: connection)
                try BinStore.purge(item, context, on: connection)
            }
            #expect(try await Set(left()) == [.document, .study])
            try await world.database.write { connection in
                let context = Samples.context(692)
                let item = try BinStore.delete(programme.id, reason: "", context, on: connection)
                try BinStore.purge(item, context, on: connection)
            }
            #expect(try await left().isEmpty)
        }
    }
}
