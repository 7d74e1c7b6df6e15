import DatabaseTestSupport
import Sightline
import Statistics
import Storage
import Testing

struct ReviewStoreTests {
    private static let start: Int64 = 1_700_000_000
    private static let day: Int64 = 86_400

    /// A shifted series in North with its signal, and an open review of North.
    private struct Reviewed {
        let world: World
        let review: Review

        init(_ world: World) async throws {
            self.world = world
            let shifted = Samples.stable(12) + Array(repeating: 140, count: 10)
            try await world.record(Samples.months(shifted), seed: 301)
            let context = Samples.context(302, at: start + day)
            let review = Review(
                id: context.makeID(),
                unit: world.north.id,
                kind: .monthly,
                day: context.now.day,
                author: context.author,
                instant: context.now
            )
            try await world.database.write { try ReviewStore.open(review, context, on: $0) }
            self.review = review
        }

        func entry() async throws -> LedgerEntry {
            let unit = world.north.id
            return try await world.database.read { connection in
                let reader = try World.reader(on: connection)
                let reading = try LedgerStore.reading(of: unit, for: reader, on: connection)
                return try #require(LedgerQuery().select(reading.entries, on: .last).first)
            }
        }

        func decision(
            _ entry: LedgerEntry?,
            due days: Int = 30,
            seed: UInt64 = 303
        ) throws -> (decision: Decision, context: Context) {
            let context = Samples.context(seed, at: start + day)
            let decision = Decision(
                id: context.makeID(),
                review: review.id,
                unit: world.north.id,
                kind: .adapt,
                text: "Move the round to the morning",
                expected: "Falls come down by a quarter",
                owner: Author(name: "Ines"),
                due: try #require(context.now.day.advanced(by: days)),
                about: entry.map { About($0) } ?? About(),
                name: entry?.name ?? "",
                author: context.author,
                instant: context.now
            )
            return (decision, context)
        }
    }

    @Test(arguments: TestEngine.available)
    func `what is agreed explains a signal, and what is decided has it acted on until the day that was set`(
        engine: TestEngine
    ) async throws {
        try await World.run(on: engine) { world in
            let made = try await Reviewed(world)
            let entry = try await made.entry()
            let context = Samples.context(304, at: Self.start + Self.day)
            let review = made.review
            try await world.database.write { connection in
                try MeaningStore.agree(
                    "A new ward",
                    .suspected,
                    on: entry,
                    in: review,
                    context,
                    on: connection
                )
            }
            let explained = try await made.entry()
            #expect(explained.state == .explained)
            #expect(explained.handling.cause == .init(.suspected, "A new ward"))
            let (decision, later) = try made.decision(explained)
            try await world.database.write { connection in
                try DecisionStore.decide(decision, in: review, about: explained, later, on: connection)
            }
            let acting = try await made.entry()
            #expect(acting.state == .acting)
            #expect(acting.handling.owner == decision.owner)
            #expect(acting.handling.checkBack == decision.due)
            let read = try await world.database.read { connection in
                let reader = try World.reader(on: connection)
                return try DecisionStore.all(about: entry.id, for: reader, on: connection)
            }
            #expect(read == [decision])
        }
    }

    @Test(arguments: TestEngine.available)
    func `a follow-up can settle the signal, and a decision that was followed up is never overdue`(
        engine: TestEngine
    ) async throws {
        try await World.run(on: engine) { world in
            let made = try await Reviewed(world)
            let review = made.review
            let first = try await made.entry()
            let (decision, context) = try made.decision(first)
            try await world.database.write { connection in
                try DecisionStore.decide(decision, in: review, about: first, context, on: connection)
            }
            let acting = try await made.entry()
            let after = Samples.context(305, at: Self.start + 40 * Self.day)
            #expect(decision.isOverdue(on: after.now.day))
            let followUp = FollowUp(
                .partly,
                happened: "Down by a tenth",
                minutes: 20,
                author: after.author,
                instant: after.now
            )
            try await world.database.write { connection in
                try DecisionStore.follow(
                    up: decision,
                    with: followUp,
                    settling: acting,
                    after,
                    on: connection
                )
            }
            let read = try await world.database.read { try DecisionStore.find(decision.id, on: $0) }
            #expect(read?.followUp == followUp)
            #expect(read?.isOverdue(on: .last) == false)
            let unit = world.north.id
            let state = try await world.database.read { connection in
                let reader = try World.reader(on: connection)
                return try LedgerStore.find(first.id, of: unit, for: reader, on: connection)?.state
            }
            #expect(state == .settled)
        }
    }

    /// Closes a review as its page does.
    private static func close(_ review: Review, of world: World, _ context: Context) async throws {
        let unit = world.north
        try await world.database.write { connection in
            let reader = try World.reader(on: connection)
            let today = context.now.day
            let preparation = try ReviewPreparation(
                of: unit.id,
                since: nil,
                today: today,
                for: reader,
                on: connection
            )
            let decisions = try DecisionStore.all(of: review.id, for: reader, on: connection)
            try MinutesStore.close(
                review,
                saying: { Minutes(of: $0, preparation, [], decisions, [], in: unit, today: today) },
                context,
                on: connection
            )
        }
    }

    private static func minutes(of review: Review, in world: World) async throws -> Minutes {
        try await world.database.read { connection in
            let reader = try World.reader(on: connection)
            return try MinutesStore.minutes(of: review.id, for: reader, on: connection)
        }
    }

    @Test(arguments: TestEngine.available)
    func `minutes freeze when a review is closed: later changes don't reach them, additions stand beside`(
        engine: TestEngine
    ) async throws {
        try await World.run(on: engine) { world in
            let made = try await Reviewed(world)
            var review = made.review
            let (decision, context) = try made.decision(nil)
            try await world.database.write { connection in
                try DecisionStore.decide(decision, in: made.review, context, on: connection)
            }
            // It must say how many were there and how long it took.
            await #expect(throws: ReviewProblems.self) {
                try await Self.close(made.review, of: world, context)
            }
            (review.present, review.minutes) = (6, 45)
            try await Self.close(review, of: world, context)
            let before = try await Self.minutes(of: review, in: world)
            let head = "Monthly review of North on 15 November 2023. 6 people were there for 45 minutes."
            #expect(before[.head].map(\.text) == [head])
            #expect(before[.decisions].first?.text.contains("Move the round to the morning.") == true)
            #expect(!before[.signals].isEmpty)
            var changed = decision
            changed.text = "Something else"
            let (other, id) = (changed, review.id)
            let closed = try #require(try await world.database.read { try ReviewStore.find(id, on: $0) })
            try await world.database.write { connection in
                try DecisionStore.change(other, context, on: connection)
                try ReviewStore.note(
                    "It was the evening",
                    isAddition: true,
                    on: closed,
                    context,
                    on: connection
                )
            }
            #expect(try await Self.minutes(of: review, in: world) == before)
            let notes = try await world.database.read { try ReviewStore.notes(of: id, on: $0) }
            #expect(notes.map(\.isAddition) == [true])
            await #expect(throws: ReviewProblems([ReviewProblem("decided", .closed)])) {
                try await world.database.write { connection in
                    try DecisionStore.decide(decision, in: closed, context, on: connection)
                }
            }
        }
    }

    @Test(arguments: TestEngine.available)
    func `a review and a decision come back out of the bin as they were, or are gone with all they said`(
        engine: TestEngine
    ) async throws {
        try await World.run(on: engine) { world in
            let made = try await Reviewed(world)
            let entry = try await made.entry()
            let review = made.review
            let (decision, context) = try made.decision(entry)
            try await world.database.write { connection in
                try MeaningStore.agree(
                    "A ward",
                    .known,
                    on: entry,
                    in: review,
                    context,
                    on: connection
                )
                try DecisionStore.decide(decision, in: review, context, on: connection)
                let item = try BinStore.delete(decision.id, reason: "", context, on: connection)
                #expect(try DecisionStore.find(decision.id, on: connection) == nil)
                let other = try BinStore.delete(review.id, reason: "", context, on: connection)
                #expect(throws: BinError.underBinned(.review)) {
                    try BinStore.restore(item, context, on: connection)
                }
                #expect(try MeaningStore.all(of: entry.id, on: connection).isEmpty)
                try BinStore.restore(other, context, on: connection)
                try BinStore.restore(item, context, on: connection)
                #expect(try DecisionStore.find(decision.id, on: connection) == decision)
                #expect(try MeaningStore.all(of: entry.id, on: connection).count == 1)
                let last = try BinStore.delete(review.id, reason: "", context, on: connection)
                try BinStore.purge(last, context, on: connection)
                #expect(try ReviewStore.find(review.id, on: connection) == nil)
                for table in ["review", "decision", "review_meaning"] {
                    let count = try connection.one("SELECT COUNT(*) FROM \(table)", []) { try $0.integer(0) }
                    #expect(count == 0, "\(table)")
                }
            }
        }
    }

    @Test(arguments: TestEngine.available)
    func `the preparation lays out what is overdue, what changed since the last review, and what is open`(
        engine: TestEngine
    ) async throws {
        try await World.run(on: engine) { world in
            let made = try await Reviewed(world)
            let (decision, context) = try made.decision(nil, due: 3)
            let theory = try await world.theorise()
            let cycle = try await world.plan(of: theory, seed: 310, at: Self.start)
            try await world.database.write { connection in
                try DecisionStore.decide(decision, in: made.review, context, on: connection)
            }
            let today = try #require(context.now.day.advanced(by: 60))
            let unit = world.north.id
            let preparation = try await world.database.read { connection in
                try ReviewPreparation(
                    of: unit,
                    since: Timestamp(microseconds: 0),
                    today: today,
                    for: try World.reader(on: connection),
                    on: connection
                )
            }
            #expect(preparation.overdue.map(\.id) == [decision.id])
            #expect(preparation.stuck.map(\.cycle.id) == [cycle.id])
            #expect(!preparation.signals.isEmpty)
            #expect(preparation.changes.contains { if case .signalFound = $0.kind { true } else { false } })
            #expect(preparation.lateCount == 1)
        }
    }

    @Test(arguments: TestEngine.available)
    func `a signal that people dealt with is told when it is withdrawn, any other is counted`(
        engine: TestEngine
    ) async throws {
        try await World.run(on: engine) { world in
            _ = try await Reviewed(world)
            let unit = world.north.id
            func reading() async throws -> [LedgerEntry] {
                try await world.database.read { connection in
                    let reader = try World.reader(on: connection)
                    return try LedgerStore.reading(of: unit, for: reader, on: connection).entries
                }
            }
            let entries = try await reading()
            let entry = try #require(entries.first)
            let step = SignalStep.dismiss(reason: "Counted twice")
            let dealt = Samples.context(339, at: Self.start + Self.day)
            try await world.database.write {
                try LedgerStore.take(step, with: entry, seenIn: .new, dealt, on: $0)
            }
            // What is recorded after the review takes its signals away.
            let later = Self.start + 9 * Self.day
            try await world.record(Samples.months(Samples.stable(22)), seed: 340, at: later)
            #expect(try await reading().allSatisfy(\.isWithdrawn))
            func preparation(since seconds: Int64) async throws -> ReviewPreparation {
                try await world.database.read { connection in
                    try ReviewPreparation(
                        of: unit,
                        since: Timestamp(microseconds: seconds * 1_000_000),
                        today: Samples.day("2024-01-01"),
                        for: try World.reader(on: connection),
                        on: connection
                    )
                }
            }
            for since in [Self.start + 2 * Self.day, 0] {
                let found = try await preparation(since: since)
                #expect(found.changes.map(\.about.signal) == [entry.id])
                #expect(found.changes.first?.instant == Timestamp(microseconds: later * 1_000_000))
                #expect(found.gone == entries.count - 1)
            }
            let over = try await preparation(since: later + 1)
            #expect(over.changes.isEmpty && over.gone == 0)
        }
    }
}
