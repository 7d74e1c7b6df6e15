import Sightline
import Statistics
import Storage
import Testing

/// The programmes of the demo's community.
struct ProgrammeTests {
    @Test func `a ramp of four small tests leads to the change that the chart shows`() async throws {
        try await DemoWorld.run { world in
            let unit = try #require(world.tree.unit(code: "APPLEWICK"))
            let (programme, theory, readings) = try await world.database.read { connection in
                let programme = try #require(
                    try ProgrammeStore.all(of: unit.id, on: connection).first { $0.title == "Home First" }
                )
                return (
                    programme, try TheoryStore.theory(of: programme.id, on: connection),
                    try CycleReading.all(of: programme, on: connection)
                )
            }
            #expect(programme.state == .active && programme.unbalanced.isEmpty)
            #expect(readings.map(\.cycle.number) == [1, 2, 3, 4])
            #expect(readings.honesty == (4, 4))
            let cycles = readings.map(\.cycle)
            let states = theory.links.map { theory.state(of: $0, by: cycles) }
            #expect(states.contains(.untested) && states.contains(.mixed))
            // The numbers shift in the month in which the last cycle begins.
            let measure = try #require(readings.last?.cycle.measure)
            let notes = try await world.database.read { connection in
                let series = try SeriesStore.all(of: measure, on: connection).first { $0.key.unit == unit.id }
                return try AnnotationStore.all(of: try #require(series).id, on: connection)
            }
            #expect(Set(notes.compactMap(\.cycle)) == Set(cycles.map(\.id)))
            let shift = try #require(notes.first { $0.text.hasPrefix("The Home First team starts") })
            #expect(notes.contains { $0.cycle == readings.last?.cycle.id && $0.day == shift.day })
        }
    }

    @Test func `what a place believes changed while it was tested, and others start from it`() async throws {
        try await DemoWorld.run { world in
            let place = try #require(world.tree.unit(code: "APPLEWICK"))
            let next = try #require(world.tree.unit(code: "BRINDLESEA"))
            try await world.database.read { connection in
                let programme = try #require(
                    try ProgrammeStore.all(of: place.id, on: connection).first { $0.title == "Home First" }
                )
                let history = try TheoryHistory(of: programme.id, on: connection)
                #expect(history.versions.count == 5)
                let removals = try TheoryStore.removals(of: programme.id, on: connection)
                #expect(removals.count == 2 && removals.allSatisfy { !$0.reason.isEmpty })
                let copy = try #require(try ProgrammeStore.all(of: next.id, on: connection).first)
                let (old, new) = (
                    try TheoryStore.theory(of: programme.id, on: connection),
                    try TheoryStore.theory(of: copy.id, on: connection)
                )
                #expect(new.nodes.map(\.title) == old.nodes.map(\.title))
                #expect(new.links.count == old.links.count)
                let top = try #require(world.tree.units.first { $0.parent == nil })
                let kinds = try BinStore.items(within: top.id, on: connection).map(\.kind)
                #expect(kinds.contains(.cycle))
            }
        }
    }

    @Test func `what one place gave up is found by another before it starts`() async throws {
        try await DemoWorld.run { world in
            let retrying = try #require(world.tree.unit(code: "DAP-COM"))
            let gaveUp = try #require(world.tree.unit(code: "BRI-INF"))
            let (idea, library) = try await world.database.read { connection in
                let programme = try #require(try ProgrammeStore.all(of: retrying.id, on: connection).first)
                let idea = try #require(
                    try TheoryStore.nodes(of: programme.id, on: connection)
                        .first { $0.kind == .changeIdea }
                )
                let library = try CycleLibrary(
                    LibrarySearch(like: idea.title),
                    for: world.reader,
                    on: connection
                )
                return (idea, library)
            }
            let found = library.items.filter { $0.idea.id != idea.id }
            #expect(found.map(\.programme.unit) == [gaveUp.id])
            #expect(found.first?.cycle?.decision == .abandon)
        }
    }
}
