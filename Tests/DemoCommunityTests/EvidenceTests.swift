import Sightline
import Storage
import Testing

/// What is held for and against the arrows of the demo's theories.
struct EvidenceTests {
    private struct Found {
        let theory: Theory
        let cycles: [Cycle]
        let counted: Set<TheoryEvidence.ID>

        func state(_ from: String, _ to: String) throws -> LinkState {
            let link = try #require(
                theory.links.first { link in
                    (theory[link.from]?.title.hasPrefix(from) ?? false)
                        && (theory[link.to]?.title.hasPrefix(to) ?? false)
                }
            )
            return theory.state(of: link, by: cycles, counting: counted)
        }
    }

    private static func found(_ title: String, in code: String, _ world: DemoWorld) async throws -> Found {
        let unit = try #require(world.tree.unit(code: code))
        return try await world.database.read { connection in
            let programme = try #require(
                try ProgrammeStore.all(of: unit.id, on: connection).first { $0.title == title }
            )
            let theory = try TheoryStore.theory(of: programme.id, on: connection)
            let seen = try EvidenceReading(
                of: theory.evidence,
                in: programme,
                for: world.reader,
                on: connection
            )
            let cycles = try CycleStore.all(of: programme.id, on: connection)
            return Found(theory: theory, cycles: cycles, counted: seen.counted)
        }
    }

    @Test func `the first programme has evidence of every kind, and arrows of every state`() async throws {
        try await DemoWorld.run { world in
            let found = try await Self.found("Home First", in: "APPLEWICK", world)
            #expect(Set(found.theory.evidence.map(\.kind)) == Set(EvidenceKind.attached))
            #expect(found.counted.count == found.theory.evidence.count, "all of it counts")
            #expect(try found.state("Care at home starts", "90 of 100") == .supported)
            #expect(try found.state("Ward and community staff", "Care at home starts") == .mixed)
            #expect(try found.state("Wards and councils", "Ward and community staff") == .refuted)
            #expect(try found.state("A shared budget", "A visit at home") == .untested)
            let next = try await Self.found("Home First in Brindlesea", in: "BRINDLESEA", world)
            #expect(next.theory.evidence.isEmpty, "a copy has no evidence of its own yet")
        }
    }

    @Test func `what was given up is refuted by its cycle, and by what others found`() async throws {
        try await DemoWorld.run { world in
            let found = try await Self.found("Fewer missed appointments", in: "BRI-INF", world)
            #expect(try found.state("Two-way text reminders", "Missed appointments") == .refuted)
            #expect(Set(found.theory.evidence.map(\.kind)) == [.study, .document])
        }
    }
}
