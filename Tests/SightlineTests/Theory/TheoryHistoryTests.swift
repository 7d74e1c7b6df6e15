import DatabaseTestSupport
import Sightline
import Statistics
import Storage
import Testing

/// The theory of a programme as it stood at any instant, and what is different between two.
struct TheoryHistoryTests {
    private static let start: Int64 = 1_700_000_000
    private static let day: Int64 = 86_400

    private static func context(_ days: Int64) -> Context {
        Samples.context(300 + UInt64(days), at: start + days * day)
    }

    private typealias Change = @Sendable (Context, any SQLConnection) throws -> Void

    /// One of every kind of change, a day each.
    private static func changes(of made: Theorised, _ world: World) -> [Change] {
        let programme = made.programme
        return [
            { context, connection in
                var idea = made.idea
                idea.title = "Huddle at night"
                idea.detail = "Line one\nand two"
                try TheoryStore.update(idea, of: programme, context, on: connection)
            },
            { context, connection in
                let (falls, driver) = (world.falls, made.driver)
                try TheoryStore.hang(falls, on: driver, as: .process, of: programme, context, on: connection)
            },
            { context, connection in
                let reason = "I doubt it"
                try TheoryStore.judge(
                    made.toAim,
                    of: programme,
                    .mixed,
                    reason: reason,
                    context,
                    on: connection
                )
            },
            { context, connection in
                let bells = TheoryNode(
                    id: context.makeID(),
                    programme: programme.id,
                    kind: .changeIdea,
                    title: "Bells"
                )
                try TheoryStore.add(bells, to: programme, context, on: connection)
                try TheoryStore.move(bells.id, up: true, of: programme, context, on: connection)
            },
            { context, connection in
                try TheoryStore.remove(made.driver, of: programme, reason: "No", context, on: connection)
            },
            { context, connection in
                var arrow = made.toAim
                arrow.because = "it was seen"
                try TheoryStore.putBack(made.driver.id, of: programme, context, on: connection)
                try TheoryStore.update(arrow, of: programme, context, on: connection)
            },
            { context, connection in
                try TheoryStore.attach(paper(of: made), of: programme, context, on: connection)
            },
            { context, connection in
                var paper = paper(of: made)
                paper.bearing = .against
                paper.source = .study(.init(title: "Lee et al.", place: "Leeds", says: "None", year: 2019))
                try TheoryStore.update(paper, of: programme, context, on: connection)
            },
            { context, connection in
                let paper = paper(of: made)
                try TheoryStore.remove(paper, of: programme, reason: "Poor", context, on: connection)
            },
        ]
    }

    private static func paper(of made: Theorised) -> TheoryEvidence {
        let context = context(60)
        return TheoryEvidence(
            id: context.makeID(),
            programme: made.programme.id,
            link: made.toAim.id,
            source: .study(.init(title: "Lee", place: "Leeds", says: "Fewer", year: 2018)),
            bearing: .for,
            why: "Much like us",
            author: context.author,
            instant: context.now
        )
    }

    @Test(arguments: TestEngine.available)
    func `at every instant the history gives what the store gave then`(engine: TestEngine) async throws {
        try await World.run(on: engine) { world in
            let made = try await world.theorise()
            let programme = made.programme
            var seen: [(instant: Timestamp, theory: Theory)] = []
            for (index, change) in Self.changes(of: made, world).enumerated() {
                let context = Self.context(Int64(index) + 1)
                let theory = try await world.database.write { connection in
                    try change(context, connection)
                    return try TheoryStore.theory(of: programme.id, on: connection)
                }
                seen.append((context.now, theory))
            }
            let history = try await world.database.read { try TheoryHistory(of: programme.id, on: $0) }
            #expect(history.versions.map(\.number) == Array(1...10))
            #expect(history.versions.map(\.author) == Array(repeating: "Ada", count: 10))
            for (version, then) in zip(history.versions.dropFirst(), seen) {
                #expect(version.instant == then.instant)
                let told = history.theory(at: then.instant)
                #expect(told.nodes == then.theory.nodes, "version \(version.number)")
                #expect(told.links == then.theory.links, "version \(version.number)")
                #expect(told.measures == then.theory.measures, "version \(version.number)")
                #expect(told.evidence == then.theory.evidence, "version \(version.number)")
                // A moment before the next change it is the same.
                #expect(history.theory(at: then.instant.advanced(bySeconds: 3_600)) == told)
            }
            let comparison = TheoryComparison(from: seen[6].theory, to: seen[7].theory)
            #expect(comparison.evidence.map(\.change) == [.changed])
            #expect(
                Set(comparison.evidence[0].fields.map(\.name)) == [
                    "bearing", "evidence-title", "evidence-says", "evidence-year",
                ]
            )
            let before = made.programme.instant.advanced(bySeconds: -1)
            #expect(history.theory(at: before).nodes.isEmpty)
            #expect(history.version(on: before.advanced(bySeconds: -Self.day).day) == nil)
            #expect(history.version(on: seen[2].instant.day)?.number == 4)
        }
    }

    @Test(arguments: TestEngine.available)
    func `what was there before revisions were kept is told from its rows`(engine: TestEngine) async throws {
        try await World.run(on: engine) { world in
            let made = try await world.theorise()
            try await world.unwatched.write { connection in
                try connection.execute("DELETE FROM revision")
            }
            let before = try await world.database.read {
                try TheoryStore.theory(of: made.programme.id, on: $0)
            }
            let (first, second) = (Self.context(1), Self.context(2))
            try await world.database.write { connection in
                var idea = made.idea
                idea.title = "Huddle at night"
                try TheoryStore.update(idea, of: made.programme, first, on: connection)
                try TheoryStore.remove(
                    made.toAim,
                    of: made.programme,
                    reason: "No",
                    second,
                    on: connection
                )
            }
            let history = try await world.database.read {
                try TheoryHistory(of: made.programme.id, on: $0)
            }
            #expect(history.versions.map(\.author) == ["", "Ada", "Ada"])
            let early = first.now.advanced(bySeconds: -1)
            #expect(history.theory(at: early) == before)
            #expect(history.theory(at: first.now)[made.idea.id]?.title == "Huddle at night")
            #expect(history.theory(at: first.now).links.count == 2)
            #expect(history.theory(at: second.now).links.count == 1)
        }
    }

    @Test func `a comparison tells what came, what went and what says something else`() throws {
        let context = Samples.context(320)
        let programme = context.makeID(of: Programme.self)
        func node(_ title: String) -> TheoryNode {
            TheoryNode(id: context.makeID(), programme: programme, kind: .changeIdea, title: title)
        }
        let (kept, gone, new) = (node("Kept"), node("Gone"), node("New"))
        func link(_ from: TheoryNode, _ to: TheoryNode) -> TheoryLink {
            TheoryLink(
                id: context.makeID(),
                programme: programme,
                from: from.id,
                to: to.id,
                because: "it is so"
            )
        }
        let (old, added) = (link(gone, kept), link(new, kept))
        var renamed = kept
        renamed.title = "Kept, in other words"
        let hung = TheoryMeasure(node: kept.id, measure: context.makeID(), tag: .outcome)
        let before = Theory(nodes: [kept, gone], links: [old], measures: [])
        let after = Theory(nodes: [renamed, new], links: [added], measures: [hung])
        let found = TheoryComparison(from: before, to: after)
        #expect(found.nodes.map(\.change) == [.changed, .added, .removed])
        #expect(found.nodes.first?.fields.map(\.name) == ["title", "hung-measures"])
        #expect(found.nodes.first?.fields.first?.before == "Kept")
        #expect(found.links.map(\.change) == [.added, .removed])
        #expect(found.change(of: new.id) == .added && found.change(of: kept.id) == .changed)
        #expect(TheoryComparison(from: after, to: after).isEmpty)
        // The other way round, what came is what goes.
        let back = TheoryComparison(from: after, to: before)
        #expect(back.change(of: new.id) == .removed && back.change(of: gone.id) == .added)
    }
}
