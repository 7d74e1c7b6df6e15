import DatabaseTestSupport
import Sightline
import Statistics
import Storage
import Testing

struct PromptsTests {
    /// Two stable years from January 2020, then eight months far above, from January 2022.
    private static let shifted = Samples.stable(24) + Samples.stable(8).map { $0 + 12 }

    @Test(arguments: TestEngine.available)
    func `notes, phases and numbers just before are told, here and beside, and nothing from another time`(
        engine: TestEngine
    ) async throws {
        try await World.run(on: engine) { world in
            try await world.record(Samples.months(Self.shifted), seed: 1)
            try await world.record(Samples.months(Samples.stable(32)), in: world.south, seed: 2)
            let here = try #require(try await world.series())
            let beside = try #require(try await world.series(in: world.south))
            let prompts = try await world.database.write { connection in
                let context = Samples.context(60)
                func note(_ text: String, _ day: String, _ series: Series) throws {
                    let day = Samples.day(day)
                    try AnnotationStore.add(text, .event, on: day, to: series.id, context, on: connection)
                }
                try note("New rota", "2021-11-15", here)
                try note("Long before", "2021-05-15", here)
                try note("Long after", "2022-06-15", here)
                try note("Snow", "2022-01-10", beside)
                let reader = try World.reader(on: connection)
                let reading = try LedgerStore.reading(of: world.north.id, for: reader, on: connection)
                let shift = try #require(
                    reading.entries.first { entry in
                        if case .rule(let signal) = entry.origin {
                            signal.window.rule == .shift
                        } else {
                            false
                        }
                    }
                )
                #expect(shift.firstDay == Samples.day("2022-01-01"))
                return try Prompts(before: shift, for: reader, on: connection)
            }
            #expect(prompts.days == Samples.day("2021-10-01")...Samples.day("2022-01-31"))
            #expect(prompts.prompts.map(\.text) == ["New rota", "Snow"])
            #expect(prompts.prompts.map(\.unit) == [world.north, world.south])
        }
    }

    @Test(arguments: TestEngine.available)
    func
        `cycles that were planned, begun or closed are told once, unless their programme is kept from the reader`(
            engine: TestEngine
        ) async throws
    {
        try await World.run(on: engine) { world in
            try await world.record(Samples.months(Self.shifted), seed: 1)
            // 15 November 2021, in the months before the shift.
            let instant: Int64 = 1_636_934_400
            let shared = try await world.theorise(seed: 61)
            let kept = try await world.theorise(in: world.south, visibility: .unit, seed: 62)
            let cycle = try await world.plan("Does it help?", of: shared, seed: 63, at: instant) {
                $0.measure = world.falls.id
            }
            try await world.finish(cycle, of: shared, .otherwise, .abandon, seed: 64, at: instant + 86_400)
            let hidden = try await world.plan("A secret?", of: kept, seed: 65, at: instant)
            let account = Account(
                id: Samples.context(66).makeID(),
                person: Person(id: Samples.context(67).makeID(), name: "Sam"),
                roles: [RoleGrant(role: .viewer, unit: world.north.id)],
                isActive: true
            )
            func prompts(_ isOperator: Bool) async throws -> [Prompt] {
                try await world.database.read { connection in
                    let all = try World.reader(on: connection)
                    let reader = isOperator ? all : Readership(account, all.measures, all.tree)
                    let reading = try LedgerStore.reading(of: world.north.id, for: all, on: connection)
                    let shift = try #require(
                        reading.entries.first { $0.firstDay == Samples.day("2022-01-01") }
                    )
                    let prompts = try Prompts(before: shift, for: reader, on: connection)
                    let choices = try CauseChoices(
                        for: shift,
                        linked: [],
                        prompts,
                        for: reader,
                        on: connection
                    )
                    let chosen = choices.choices.map(\.cause.link)
                    #expect(chosen.contains(.cycle(cycle.id)))
                    #expect(chosen.contains(.cycle(hidden.id)) == isOperator)
                    return prompts.prompts
                }
            }
            let mine = try await prompts(false)
            #expect(mine.map(\.kind) == [.cycle(.begun), .cycle(.closed(.abandon)), .cycle(.planned)])
            #expect(mine.allSatisfy { $0.source == .cycle(cycle.id, shared.programme.id) })
            #expect(try await prompts(true).contains { $0.text == "A secret?" && $0.unit == world.south })
        }
    }
}
