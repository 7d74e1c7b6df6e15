import DatabaseTestSupport
import Sightline
import Statistics
import Storage
import Testing

/// Starting a theory from a template, or from a copy of another.
struct TheoryStartTests {
    private static func blank(in unit: Unit, _ visibility: Visibility, seed: UInt64) -> Programme {
        let context = Samples.context(seed)
        return Programme(
            id: context.makeID(),
            unit: unit.id,
            visibility: visibility,
            title: "Started",
            purpose: "From another",
            author: context.author,
            instant: context.now
        )
    }

    @Test(arguments: TestEngine.available, TheoryTemplate.all.map(\.id))
    func `a template makes a whole theory, in which every idea leads to the aim`(
        engine: TestEngine,
        id: String
    ) async throws {
        try await World.run(on: engine) { world in
            let template = try #require(TheoryTemplate.named(id))
            let programme = Self.blank(in: world.north, .unit, seed: 330)
            let theory = try await world.database.write { connection in
                let context = Samples.context(331)
                try ProgrammeStore.insert(programme, context, on: connection)
                try TheoryStore.start(programme, from: template, context, on: connection)
                return try TheoryStore.theory(of: programme.id, on: connection)
            }
            #expect(theory.nodes.count == template.nodes.count)
            #expect(theory.links.count == template.nodes.flatMap(\.arrows).count)
            let aim = try #require(theory.nodes.first { $0.kind == .aim })
            let leading = Set(theory.nodes(leadingTo: aim.id).map(\.id))
            for node in theory.nodes where node.id != aim.id {
                #expect(leading.contains(node.id), "\(node.title) leads to the aim")
            }
            #expect(theory.nodes.count { $0.kind == .changeIdea } >= 3)
            #expect(theory.links.contains { !$0.assumptions.isEmpty })
        }
    }

    /// Hangs measures, the last of which is kept, and puts in all that isn't copied.
    private static func load(
        _ made: Theorised,
        with measures: [Measure],
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        let (kept, other) = (try #require(measures.last), made.programme)
        try MeasureStore.insert(kept, context, on: connection)
        for measure in measures {
            try TheoryStore.hang(measure, on: made.idea, as: .process, of: other, context, on: connection)
        }
        var aim = made.aim
        (aim.measure, aim.target) = (kept.id, 4)
        try TheoryStore.update(aim, of: other, context, on: connection)
        try TheoryStore.judge(made.toAim, of: other, .refuted, reason: "No", context, on: connection)
        let paper = TheoryEvidence(
            id: context.makeID(),
            programme: other.id,
            link: made.toAim.id,
            source: .document(.init(title: "Minutes", place: "The office")),
            bearing: .against,
            why: "They say so",
            author: context.author,
            instant: context.now
        )
        try TheoryStore.attach(paper, of: other, context, on: connection)
        let gone = TheoryNode(id: context.makeID(), programme: other.id, kind: .input, title: "Gone")
        try TheoryStore.add(gone, to: other, context, on: connection)
        try TheoryStore.remove(gone, of: other, reason: "No", context, on: connection)
    }

    /// What an editor of a unit may read.
    private static func editor(
        of unit: Unit,
        _ context: Context,
        on connection: any SQLConnection
    ) throws -> Readership {
        let editor = try AccountStore.insert(name: "Bo", context, on: connection)
        let grant = RoleGrant(role: .editor, unit: unit.id)
        try AccountStore.grant(grant, to: editor.id, context, on: connection)
        let account = try #require(try AccountStore.find(editor.id, on: connection))
        let measures = MeasureDirectory(try MeasureStore.all(on: connection))
        return Readership(account, measures, try UnitStore.tree(on: connection))
    }

    @Test(arguments: TestEngine.available)
    func `a copy has the nodes and the arrows, and not what belongs to the other place`(
        engine: TestEngine
    ) async throws {
        try await World.run(on: engine) { world in
            let made = try await world.theorise()
            let cycle = try await world.plan(of: made, seed: 332)
            try await world.finish(cycle, of: made, seed: 333)
            var kept = Samples.measure("kept", seed: 334)
            (kept.unit, kept.visibility) = (world.north.id, .unit)
            let secret = kept
            let programme = Self.blank(in: world.south, .community, seed: 335)
            let (copy, old) = try await world.database.write { connection in
                let context = Samples.context(336)
                try Self.load(made, with: [world.falls, secret], context, on: connection)
                let reader = try Self.editor(of: world.south, context, on: connection)
                #expect(reader.mayCopy(made.programme, into: programme))
                try ProgrammeStore.insert(programme, context, on: connection)
                try TheoryStore.start(
                    programme,
                    fromCopyOf: made.programme,
                    for: reader,
                    context,
                    on: connection
                )
                return (
                    try TheoryStore.everything(in: programme.id, on: connection),
                    try TheoryStore.theory(of: made.programme.id, on: connection)
                )
            }
            #expect(copy.nodes.map(\.title) == old.nodes.map(\.title))
            #expect(Set(copy.nodes.map(\.id)).isDisjoint(with: old.nodes.map(\.id)))
            #expect(copy.links.map(\.because) == old.links.map(\.because))
            #expect(copy.links.allSatisfy { $0.judgement == nil })
            #expect(copy.evidence.isEmpty && old.evidence.count == 1)
            #expect(copy.measures.map(\.measure) == [world.falls.id], "one that is kept stays where it is")
            #expect(copy.nodes.allSatisfy { $0.measure == nil && $0.target == nil })
            let cycles = try await world.database.read { try CycleStore.all(of: programme.id, on: $0) }
            #expect(cycles.isEmpty)
        }
    }

    @Test(arguments: TestEngine.available)
    func `what was written for fewer is not copied for more, but by those who may share it`(
        engine: TestEngine
    ) async throws {
        try await World.run(on: engine) { world in
            let made = try await world.theorise(visibility: .unit)
            let (viewer, chief) = try await world.database.write { connection in
                let context = Samples.context(337)
                func account(_ role: Role) throws -> Account {
                    let account = try AccountStore.insert(name: "\(role)", context, on: connection)
                    for grant in [
                        RoleGrant(role: role, unit: world.north.id),
                        RoleGrant(role: .editor, unit: world.south.id),
                    ] {
                        try AccountStore.grant(grant, to: account.id, context, on: connection)
                    }
                    return try #require(try AccountStore.find(account.id, on: connection))
                }
                return (try account(.viewer), try account(.administrator))
            }
            try await world.database.read { connection in
                let measures = MeasureDirectory(try MeasureStore.all(on: connection))
                let tree = try UnitStore.tree(on: connection)
                let reader = Readership(viewer, measures, tree)
                let (here, there) = (
                    Self.blank(in: world.north, .unit, seed: 338),
                    Self.blank(in: world.south, .unit, seed: 339)
                )
                #expect(reader.mayCopy(made.programme, into: here))
                #expect(!reader.mayCopy(made.programme, into: there))
                #expect(Readership(chief, measures, tree).mayCopy(made.programme, into: there))
            }
        }
    }
}
