import Sightline
import Statistics
import Storage
import Testing

/// What the people of the fictional community made of its signals.
struct SignalStoryTests {
    @Test func `signals are explained, acted on, settled, dismissed and raised, and one is overdue`()
        async throws
    {
        try await DemoWorld.run { world in
            let unit = try #require(world.tree.unit(code: "FOURWAYS"))
            let reading = try await world.database.read { connection in
                try LedgerStore.reading(of: unit.id, for: world.reader, on: connection)
            }
            let states = Dictionary(grouping: reading.entries, by: \.state).mapValues(\.count)
            for state in Signal.State.allCases { #expect(states[state] ?? 0 > 0, "\(state)") }
            #expect(reading.entries.count { $0.isOverdue(on: world.today) } == 1)
            let first = try #require(LedgerQuery().select(reading.entries, on: world.today).first)
            #expect(first.isOverdue(on: world.today))
            #expect(reading.entries.contains { $0.strand == .relationships })
            #expect(reading.standingOut > 0 && reading.standingOut < reading.found)
        }
    }
}
