import DatabaseTestSupport
import Sightline
import Statistics
import Storage
import Testing

struct DecisionPromptTests {
    @Test(arguments: TestEngine.available)
    func `what a review decided just before a signal is among its prompts, and who left hands on what waits`(
        engine: TestEngine
    ) async throws {
        try await World.run(on: engine) { world in
            try await world.record(
                Samples.months(Samples.stable(24) + Samples.stable(8).map { $0 + 12 }),
                seed: 1
            )
            // 15 November 2021, two months before the shift of January 2022.
            let context = Samples.context(330, at: 1_636_970_400)
            let unit = world.north
            let (old, new) = try await world.database.write { connection in
                (
                    try AccountStore.insert(name: "Ines", context, on: connection).person,
                    try AccountStore.insert(name: "Tomas", context, on: connection).person
                )
            }
            let review = Review(
                id: context.makeID(),
                unit: unit.id,
                kind: .monthly,
                day: context.now.day,
                author: context.author,
                instant: context.now
            )
            let decision = Decision(
                id: context.makeID(),
                review: review.id,
                unit: unit.id,
                kind: .adapt,
                text: "Two nurses at night",
                expected: "Fewer falls",
                owner: Author(name: old.name, person: old.id),
                due: try #require(context.now.day.advanced(by: 30)),
                author: context.author,
                instant: context.now
            )
            let prompts = try await world.database.write { connection in
                try ReviewStore.open(review, context, on: connection)
                try DecisionStore.decide(decision, in: review, context, on: connection)
                let reader = try World.reader(on: connection)
                let reading = try LedgerStore.reading(of: unit.id, for: reader, on: connection)
                let shift = try #require(
                    reading.entries.first { $0.firstDay == Samples.day("2022-01-01") }
                )
                return try Prompts(before: shift, for: reader, on: connection).prompts
            }
            let told = try #require(prompts.first { $0.kind == .decision(decision.id) })
            #expect(told.text == "Two nurses at night")
            #expect(told.unit == unit)
            try await world.database.write { connection in
                let accounts = try AccountStore.all(on: connection)
                let leaving = try #require(accounts.first { $0.person.id == old.id })
                let successor = try #require(accounts.first { $0.person.id == new.id })
                try AccountStore.deactivate(leaving, successor: successor, context, on: connection)
                let handed = try DecisionStore.find(decision.id, on: connection)
                #expect(handed?.owner == Author(name: "Tomas", person: new.id))
            }
        }
    }
}
