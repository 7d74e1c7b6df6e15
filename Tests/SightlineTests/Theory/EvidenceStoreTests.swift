import DatabaseTestSupport
import Sightline
import Statistics
import Storage
import Testing

/// What is attached to arrows: who sees it, what counts, what is kept of it and what is forgotten.
struct EvidenceStoreTests {
    static let day: Int64 = 86_400
    /// Stable for two years, then eight months far above.
    static let shifted = Samples.stable(24) + Samples.stable(8).map { $0 + 12 }
    static let paper = TheoryEvidence.Source.document(.init(title: "Minutes", place: "The office"))
    static let study = TheoryEvidence.Source.study(
        .init(title: "Lee, Falls, J Care", place: "Leeds", says: "Half as many falls", year: 2019)
    )

    static func evidence(
        _ source: TheoryEvidence.Source,
        _ bearing: Bearing,
        of made: Theorised,
        seed: UInt64
    ) -> TheoryEvidence {
        let context = Samples.context(seed)
        return TheoryEvidence(
            id: context.makeID(),
            programme: made.programme.id,
            link: made.toAim.id,
            source: source,
            bearing: bearing,
            why: "It was the same ward",
            author: context.author,
            instant: context.now
        )
    }

    @discardableResult
    static func attach(
        _ source: TheoryEvidence.Source,
        _ bearing: Bearing,
        to made: Theorised,
        in world: World,
        seed: UInt64
    ) async throws -> TheoryEvidence {
        let evidence = evidence(source, bearing, of: made, seed: seed)
        try await world.database.write {
            try TheoryStore.attach(evidence, of: made.programme, Samples.context(seed + 500), on: $0)
        }
        return evidence
    }

    /// What the rule gives the arrow to the aim, for whoever may read everything unless someone is named.
    static func tally(
        _ made: Theorised,
        in world: World,
        for account: Account? = nil
    ) async throws -> EvidenceTally {
        try await world.database.read { connection in
            let theory = try TheoryStore.theory(of: made.programme.id, on: connection)
            let measures = MeasureDirectory(try MeasureStore.all(on: connection))
            let tree = try UnitStore.tree(on: connection)
            let reader =
                account.map { Readership($0, measures, tree) } ?? Readership(ofOperator: measures, tree)
            let seen = try EvidenceReading(
                of: theory.evidence,
                in: made.programme,
                for: reader,
                on: connection
            )
            return theory.tally(of: made.toAim, by: [], counting: seen.counted)
        }
    }

    static func story(_ kind: Story.Kind, in world: World, seed: UInt64) async throws -> Story {
        let context = Samples.context(seed)
        let story = Story(
            id: context.makeID(),
            unit: world.north.id,
            kind: kind,
            visibility: .community,
            title: "She walks to the shop",
            day: context.now.day,
            changed: "She was helped at home",
            matters: "It is what she missed",
            author: context.author,
            instant: context.now
        )
        try await world.database.write { try StoryStore.insert(story, context, on: $0) }
        return story
    }

    /// A signal of a measure that hangs on the theory, as the ledger has it.
    static func signal(_ made: Theorised, in world: World) async throws -> LedgerEntry {
        let falls = world.falls
        try await world.database.write {
            try TheoryStore.hang(
                falls,
                on: made.aim,
                as: .outcome,
                of: made.programme,
                Samples.context(600),
                on: $0
            )
        }
        try await world.record(Samples.months(shifted), seed: 601)
        return try #require(try await signals(made, in: world).first)
    }

    static func signals(_ made: Theorised, in world: World) async throws -> [LedgerEntry] {
        try await world.database.read { connection in
            try EvidenceChoices.signals(
                for: made.toAim,
                of: made.programme,
                for: World.reader(on: connection),
                on: connection
            )
        }
    }

    // MARK: What counts

    @Test(arguments: TestEngine.available)
    func `a signal counts until it is dismissed or withdrawn, and is offered as long as it counts`(
        engine: TestEngine
    ) async throws {
        try await World.run(on: engine) { world in
            let made = try await world.theorise()
            let entry = try await Self.signal(made, in: world)
            try await Self.attach(.signal(entry.id), .against, to: made, in: world, seed: 610)
            #expect(try await Self.tally(made, in: world).state == .refuted)
            #expect(try await !Self.signals(made, in: world).contains { $0.id == entry.id })
            try await world.database.write { connection in
                let step = SignalStep.dismiss(reason: "Counted twice")
                let context = Samples.context(611)
                try LedgerStore.take(step, with: entry, seenIn: .new, context, on: connection)
            }
            #expect(try await Self.tally(made, in: world).isEmpty)
            try await world.database.write { connection in
                var dismissed = entry
                dismissed.state = .dismissed
                let step = SignalStep.reopen(reason: "Not twice")
                let context = Samples.context(612)
                try LedgerStore.take(step, with: dismissed, seenIn: .dismissed, context, on: connection)
            }
            #expect(try await Self.tally(made, in: world).state == .refuted)
            // Later numbers take it away, and it stays attached.
            try await world.record(Samples.months(Samples.stable(32)), seed: 613)
            #expect(try await Self.tally(made, in: world).isEmpty)
            #expect(try await Self.signals(made, in: world).isEmpty)
        }
    }

    @Test(arguments: TestEngine.available)
    func `what people raised without a measure is offered where it was raised, and counts`(
        engine: TestEngine
    ) async throws {
        try await World.run(on: engine) { world in
            let made = try await world.theorise()
            let context = Samples.context(620)
            func raise(in unit: Unit.ID) async throws -> Signal.ID {
                let raised = RaisedSignal(
                    id: context.makeID(),
                    unit: unit,
                    series: nil,
                    strand: .relationships,
                    meaning: .unwanted,
                    day: context.now.day,
                    words: "The two teams no longer meet",
                    author: context.author,
                    instant: context.now
                )
                try await world.database.write { try LedgerStore.raise(raised, context, on: $0) }
                return raised.id
            }
            let here = try await raise(in: made.programme.unit)
            _ = try await raise(in: world.south.id)
            #expect(try await Self.signals(made, in: world).map(\.id) == [here])
            try await Self.attach(.signal(here), .against, to: made, in: world, seed: 621)
            #expect(try await Self.tally(made, in: world).state == .refuted)
            #expect(try await Self.signals(made, in: world).isEmpty)
        }
    }

    @Test(arguments: TestEngine.available)
    func `a story counts while those whom it tells of agree, and for nobody who may not read it`(
        engine: TestEngine
    ) async throws {
        try await World.run(on: engine) { world in
            let made = try await world.theorise()
            try await Self.attach(Self.study, .for, to: made, in: world, seed: 620)
            let story = try await Self.story(.story, in: world, seed: 621)
            let source = TheoryEvidence.Source.story(story.id)
            await #expect(throws: TheoryProblems([TheoryProblem("evidence-target", .unknownEvidence)])) {
                try await Self.attach(source, .against, to: made, in: world, seed: 622)
            }
            let consent = Consent(
                id: Samples.context(623).makeID(),
                who: "Mrs H",
                audience: .unit,
                day: story.day,
                author: story.author,
                instant: story.instant
            )
            let south = world.south.id
            let (near, far) = try await world.database.write { connection in
                let context = Samples.context(624)
                try StoryStore.record(consent, to: story, context, on: connection)
                func account(_ unit: Unit.ID) throws -> Account {
                    let made = try AccountStore.insert(name: "Bo", context, on: connection)
                    let grant = RoleGrant(role: .viewer, unit: unit)
                    try AccountStore.grant(grant, to: made.id, context, on: connection)
                    return try #require(try AccountStore.find(made.id, on: connection))
                }
                return (try account(world.north.id), try account(south))
            }
            try await Self.attach(source, .against, to: made, in: world, seed: 625)
            #expect(try await Self.tally(made, in: world).state == .mixed)
            #expect(try await Self.tally(made, in: world, for: near).state == .mixed)
            #expect(try await Self.tally(made, in: world, for: far).state == .supported)
            try await world.database.write { connection in
                let now = try #require(try StoryStore.find(story.id, on: connection))
                let context = Samples.context(626)
                try StoryStore.withdraw(consent.id, of: now, reason: "", context, on: connection)
            }
            for account in [nil, near, far] {
                #expect(try await Self.tally(made, in: world, for: account).state == .supported)
            }
        }
    }

    @Test(arguments: TestEngine.available)
    func `a signal of a measure that a unit keeps moves no state that others see`(
        engine: TestEngine
    ) async throws {
        try await World.run(on: engine) { world in
            let made = try await world.theorise()
            var kept = Samples.measure("kept", seed: 630)
            (kept.unit, kept.visibility, kept.title) = (world.north.id, .unit, "Secret falls")
            let secret = kept
            let account = try await world.database.write { connection in
                let context = Samples.context(631)
                try MeasureStore.insert(secret, context, on: connection)
                try TheoryStore.hang(
                    secret,
                    on: made.aim,
                    as: .outcome,
                    of: made.programme,
                    context,
                    on: connection
                )
                let made = try AccountStore.insert(name: "Bo", context, on: connection)
                let grant = RoleGrant(role: .editor, unit: world.community.id)
                try AccountStore.grant(grant, to: made.id, context, on: connection)
                return try #require(try AccountStore.find(made.id, on: connection))
            }
            try await world.record(Samples.months(Self.shifted), of: secret, seed: 632)
            let entry = try #require(try await Self.signals(made, in: world).first)
            try await Self.attach(.signal(entry.id), .against, to: made, in: world, seed: 633)
            #expect(try await Self.tally(made, in: world).state == .refuted)
            #expect(try await Self.tally(made, in: world, for: account).isEmpty)
            let offered = try await world.database.read { connection in
                let measures = MeasureDirectory(try MeasureStore.all(on: connection))
                let reader = Readership(account, measures, try UnitStore.tree(on: connection))
                return try EvidenceChoices.signals(
                    for: made.toDriver,
                    of: made.programme,
                    for: reader,
                    on: connection
                )
            }
            #expect(offered.isEmpty)
        }
    }

    // MARK: Changes

    @Test(arguments: TestEngine.available)
    func `evidence is changed, taken away and put back, and its history has all of it`(
        engine: TestEngine
    ) async throws {
        try await World.run(on: engine) { world in
            let made = try await world.theorise()
            let first = try await Self.attach(Self.study, .for, to: made, in: world, seed: 640)
            var changed = first
            (changed.bearing, changed.why) = (.unclear, "Another kind of ward")
            let after = changed
            let programme = made.programme
            let found = try await world.database.write { connection -> [TheoryEvidence] in
                try TheoryStore.update(after, of: programme, Samples.context(641), on: connection)
                // What says the same is no change.
                try TheoryStore.update(after, of: programme, Samples.context(642), on: connection)
                let context = Samples.context(643)
                try TheoryStore.remove(after, of: programme, reason: "Old", context, on: connection)
                #expect(try TheoryStore.theory(of: programme.id, on: connection).evidence.isEmpty)
                let all = try TheoryStore.everything(in: programme.id, on: connection).evidence
                let gone = try #require(all.first)
                #expect(gone.removal?.reason == "Old")
                try TheoryStore.putBack(gone, of: programme, Samples.context(644), on: connection)
                return try TheoryStore.theory(of: programme.id, on: connection).evidence
            }
            #expect(found == [after])
            let revisions = try await world.database.read {
                try RevisionStore.all(.evidence, first.id, on: $0)
            }
            #expect(revisions.map { $0.fields["in-theory"] } == ["yes", "no", "yes", "yes"])
            #expect(revisions.map { $0.fields["bearing"] } == ["unclear", "unclear", "unclear", "for"])
        }
    }

    @Test(arguments: TestEngine.available)
    func `what is wrong is named, all at once, and nothing is kept`(engine: TestEngine) async throws {
        try await World.run(on: engine) { world in
            let made = try await world.theorise()
            let empty = TheoryEvidence.Source.study(.init(title: "", place: "", year: 2_400))
            var bad = Self.evidence(empty, .for, of: made, seed: 650)
            bad.why = ""
            let (wrong, programme) = (bad, made.programme)
            let context = Samples.context(651)
            let problems = await #expect(throws: TheoryProblems.self) {
                try await world.database.write {
                    try TheoryStore.attach(wrong, of: programme, context, on: $0)
                }
            }
            #expect(
                problems?.problems.map(\.field) == [
                    "evidence-title", "evidence-place", "evidence-year", "evidence-says", "evidence-why",
                ]
            )
            #expect(problems?.problems[2].reason == .notAYear(latest: 2023))
            let note = try await Self.story(.note, in: world, seed: 652)
            let first = try await Self.attach(.story(note.id), .for, to: made, in: world, seed: 653)
            let twice = TheoryProblems([TheoryProblem("evidence-target", .attachedAlready)])
            await #expect(throws: twice) {
                try await Self.attach(.story(note.id), .against, to: made, in: world, seed: 654)
            }
            // Taken away, it can be attached anew; the old one then stays away.
            try await world.database.write {
                try TheoryStore.remove(first, of: programme, reason: "No", Samples.context(655), on: $0)
            }
            try await Self.attach(.story(note.id), .against, to: made, in: world, seed: 656)
            let stays = TheoryProblems([TheoryProblem("in-theory", .attachedAlready)])
            await #expect(throws: stays) {
                try await world.database.write { connection in
                    let all = try TheoryStore.everything(in: programme.id, on: connection).evidence
                    let gone = try #require(all.first { $0.id == first.id })
                    try TheoryStore.putBack(gone, of: programme, context, on: connection)
                }
            }
        }
    }

    @Test(arguments: TestEngine.available)
    func `the trail says what was done, and of a signal or a story nothing but its kind`(
        engine: TestEngine
    ) async throws {
        try await World.run(on: engine) { world in
            let made = try await world.theorise()
            let note = try await Self.story(.note, in: world, seed: 660)
            var told = try await Self.attach(.story(note.id), .for, to: made, in: world, seed: 661)
            told.why = "She is my neighbour"
            try await Self.attach(Self.paper, .against, to: made, in: world, seed: 662)
            let (changed, programme) = (told, made.programme)
            let records = try await world.database.write { connection in
                let (second, third) = (Samples.context(663), Samples.context(664))
                try TheoryStore.update(changed, of: programme, second, on: connection)
                try TheoryStore.remove(changed, of: programme, reason: "She moved", third, on: connection)
                return try AuditStore.records(within: world.north.id, limit: 20, on: connection) {
                    $0.entry.subject.kind == .programme
                }
            }
            let changes = records.flatMap(\.entry.changes).filter { $0.field.contains("evidence") }
            #expect(
                changes.map { [$0.before, $0.after] } == [
                    ["story, for", ""], ["", "changed"],
                    ["", "document, against | Minutes | The office | It was the same ward"],
                    ["", "story, for"],
                ]
            )
        }
    }
}
