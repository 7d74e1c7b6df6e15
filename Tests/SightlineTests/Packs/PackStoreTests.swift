import DatabaseTestSupport
import Sightline
import Statistics
import Storage
import Testing

struct PackStoreTests {
    static func content(
        _ title: String = "Falls on wards",
        _ keys: [String] = ["slips", "trips"]
    ) -> PackContent {
        let header = PackHeader(
            name: "falls",
            title: title,
            purpose: "To see whether fewer people fall",
            author: "The falls group",
            licence: "CC BY 4.0"
        )
        return PackContent(
            header,
            keys.map { key in
                var measure = Samples.measure(key)
                measure.title = "All \(key)"
                return PackedMeasure(measure)
            }
        )
    }

    @discardableResult
    private static func keep(
        _ content: PackContent = content(),
        text: String = "one",
        seen: Int = 0,
        in unit: Unit,
        _ world: World,
        seed: UInt64 = 60
    ) async throws -> Pack {
        let context = Samples.context(seed)
        return try await world.database.write { connection in
            try PackStore.keep(
                content,
                text: text,
                in: unit.id,
                seen: seen,
                reason: "As agreed",
                context,
                on: connection
            )
        }
    }

    private static func plan(_ unit: Unit, _ world: World) async throws -> PackPlan {
        let all = content("Falls on wards", ["slips", "trips", "falls"])
        return try await world.database.read { try PackPlan(all, in: unit, on: $0) }
    }

    @Test(arguments: TestEngine.available)
    func `the same name again is the next version, and the older one stays as it was`(
        engine: TestEngine
    ) async throws {
        try await World.run(on: engine) { world in
            let pack = try await Self.keep(in: world.north, world)
            #expect(pack.newest.number == 1 && pack.visibility == .unit)
            let next = try await Self.keep(
                Self.content("Falls"),
                text: "two",
                seen: 1,
                in: world.north,
                world,
                seed: 61
            )
            #expect(next.id == pack.id && next.newest.number == 2)
            let elsewhere = try await Self.keep(in: world.south, world, seed: 62)
            #expect(elsewhere.id != pack.id && elsewhere.newest.number == 1)
            try await world.database.read { connection in
                let found = try #require(try PackStore.find(pack.id, on: connection))
                #expect(found == next && found.header.title == "Falls" && found.newest.count == 2)
                let versions = try PackStore.versions(of: pack.id, on: connection)
                #expect(versions.map(\.number) == [2, 1] && versions.last == pack.newest)
                #expect(try PackStore.text(of: pack.id, version: 1, on: connection) == "one")
                #expect(try PackStore.text(of: pack.id, version: 3, on: connection) == nil)
                #expect(try PackStore.holds("one", in: pack.id, on: connection))
                #expect(try !PackStore.holds("three", in: pack.id, on: connection))
                #expect(try PackStore.find(name: "falls", of: world.north.id, on: connection)?.id == pack.id)
            }
        }
    }

    @Test(arguments: TestEngine.available)
    func `two who keep a version at once don't overwrite each other, and the same text is no version`(
        engine: TestEngine
    ) async throws {
        try await World.run(on: engine) { world in
            try await Self.keep(in: world.north, world)
            await #expect(throws: PackError.changed(newest: 1)) {
                try await Self.keep(text: "two", seen: 0, in: world.north, world)
            }
            await #expect(throws: PackError.unchanged) {
                try await Self.keep(text: "one", seen: 1, in: world.north, world)
            }
            var unsound = Self.content()
            unsound.header.name = "No Name"
            unsound.measures = []
            let spoilt = unsound
            await #expect(throws: PackProblems.self) {
                try await Self.keep(spoilt, text: "two", seen: 1, in: world.north, world)
            }
        }
    }

    @Test func `the difference between two versions names what came, what went and what changed`() {
        let old = Self.content("Falls", ["slips", "trips"])
        #expect(PackDifference(from: old, to: old).isNothing)
        var new = Self.content("Fewer falls", ["trips", "bumps"])
        var measure = new.measures[0].measure
        measure.definition.numerator = "People who tripped"
        measure.chart.minimumPoints = 20
        new.measures[0] = PackedMeasure(measure)
        let difference = PackDifference(from: old, to: new)
        #expect(difference.header.map(\.field) == ["title"])
        #expect(difference.added == ["All bumps"] && difference.gone == ["All slips"])
        #expect(difference.changed.map(\.title) == ["All trips"])
        #expect(difference.changed.first?.changes.map(\.field) == ["numerator"])
    }

    // MARK: Who may read it

    @Test(arguments: TestEngine.available)
    func `what a unit keeps is read by roles inside it, and what it shares by those it is shared with`(
        engine: TestEngine
    ) async throws {
        try await World.run(on: engine) { world in
            let kept = try await Self.keep(in: world.north, world)
            let shared = Pack(id: kept.id, unit: kept.unit, visibility: .community, newest: kept.newest)
            func reader(_ role: Role, on unit: Unit) async throws -> Readership {
                try await world.database.read { connection in
                    let account = Account(
                        id: Samples.context(63).makeID(),
                        person: Person(id: Samples.context(64).makeID(), name: "Kim"),
                        roles: [RoleGrant(role: role, unit: unit.id)],
                        isActive: true
                    )
                    return Readership(account, MeasureDirectory([]), try UnitStore.tree(on: connection))
                }
            }
            let own = try await reader(.viewer, on: world.north)
            let above = try await reader(.administrator, on: world.community)
            let beside = try await reader(.editor, on: world.south)
            let manager = try await reader(.peopleManager, on: world.north)
            #expect(own.may(.read, kept) && !above.may(.read, kept) && !beside.may(.read, kept))
            #expect(!manager.may(.read, kept) && !manager.may(.read, shared))
            #expect(above.may(.share, shared) && beside.may(.read, shared))
            #expect(!beside.may(.editMeasures, shared) && !own.may(.editMeasures, shared))
            let context = Samples.context(65)
            try await world.database.write { try PackStore.share(kept, .community, context, on: $0) }
            try await world.database.read { connection throws in
                #expect(try PackStore.all(for: beside, on: connection) == [shared])
                #expect(try PackStore.kept(within: world.community.id, from: above, on: connection) == 0)
                #expect(try RevisionStore.all(.pack, kept.id, on: connection).count == 2)
                let subject = AuditEntry.subject(kept)
                #expect(try AuditStore.newestShare(of: subject, on: connection)?.author.name == "Ada")
            }
            try await world.database.write { try PackStore.share(shared, .unit, context, on: $0) }
            try await world.database.read { connection throws in
                #expect(try PackStore.all(for: above, on: connection).isEmpty)
                #expect(try PackStore.kept(within: world.community.id, from: above, on: connection) == 1)
            }
        }
    }

    // MARK: Using it

    @Test(arguments: TestEngine.available)
    func `its measures are made once, with the pack and the version noted, and what is there stays`(
        engine: TestEngine
    ) async throws {
        try await World.run(on: engine) { world in
            let pack = try await Self.keep(in: world.north, world)
            let plan = try await Self.plan(world.south, world)
            // One that all share has the key of the third.
            #expect(plan.rows.map(\.outcome) == [.new, .new, .keyTaken] && plan.keeper == world.south.id)
            let context = Samples.context(67)
            let made = try await world.database.write {
                try PackUseStore.make(plan, from: pack, version: 1, context, on: $0)
            }
            #expect(made.map(\.key) == ["slips", "trips"])
            #expect(made.allSatisfy { $0.unit == world.south.id && $0.visibility == .unit })
            let again = try await Self.plan(world.south, world)
            #expect(again.new.isEmpty && again.rows.first?.outcome == .there(made[0].id))
            try await world.database.read { connection in
                let use = try #require(try PackUseStore.find(made[0].id, on: connection))
                #expect(use.pack == pack.id && use.version == 1)
                #expect(try PackUseStore.all(of: pack.id, on: connection).count == 2)
                #expect(try PackUseStore.find(world.falls.id, on: connection) == nil)
                #expect(try MeasureStore.find(made[0].id, on: connection) == made[0])
            }
            let top = try await Self.plan(world.community, world)
            #expect(top.keeper == nil && top.new.count == 2)
        }
    }

    @Test(arguments: TestEngine.available)
    func `either all of them are made or none, and the trail tells nothing of a pack that is kept`(
        engine: TestEngine
    ) async throws {
        try await World.run(on: engine) { world in
            let pack = try await Self.keep(in: world.north, world)
            let plan = try await Self.plan(world.south, world)
            let context = Samples.context(68)
            // Someone takes the key of the second meanwhile.
            var taken = Samples.measure("trips", seed: 69)
            taken.unit = world.south.id
            let other = taken
            try await world.database.write { try MeasureStore.insert(other, context, on: $0) }
            await #expect(throws: MeasureProblems.self) {
                try await world.database.write {
                    _ = try PackUseStore.make(plan, from: pack, version: 1, Samples.context(70), on: $0)
                }
            }
            let fresh = try await Self.plan(world.south, world)
            #expect(fresh.rows.map(\.outcome) == [.new, .keyTaken, .keyTaken])
            try await world.database.write {
                _ = try PackUseStore.make(fresh, from: pack, version: 1, Samples.context(71), on: $0)
            }
            let told = try await world.database.read { connection in
                try AuditStore.records(within: world.south.id, limit: 50, on: connection) { _ in true }
            }
            let changes = told.flatMap(\.entry.changes).filter { $0.field == "from a pack" }
            #expect(changes.map(\.after) == ["a pack that its unit keeps, version 1"])
        }
    }

    // MARK: The bin

    @Test(arguments: TestEngine.available)
    func `it comes back from the bin with all of its versions, and for good it leaves only whose it was`(
        engine: TestEngine
    ) async throws {
        try await World.run(on: engine) { world in
            let pack = try await Self.keep(in: world.north, world)
            let plan = try await Self.plan(world.north, world)
            let context = Samples.context(72)
            let made = try await world.database.write {
                try PackUseStore.make(plan, from: pack, version: 1, context, on: $0)
            }
            let item = try await world.database.write {
                try BinStore.delete(pack.id, reason: "A slip", context, on: $0)
            }
            await #expect(throws: PackError.inBin) { try await Self.keep(in: world.north, world, seed: 73) }
            try await world.database.write { connection in
                #expect(try PackStore.find(pack.id, on: connection) == nil)
                #expect(try !BinStore.isEmpty(world.north.id, on: connection))
                try BinStore.restore(item, context, on: connection)
                #expect(try PackStore.find(pack.id, on: connection) == pack)
                let again = try BinStore.delete(pack.id, reason: "", Samples.context(74), on: connection)
                try BinStore.purge(again, context, on: connection)
                #expect(try PackStore.versions(of: pack.id, on: connection).isEmpty)
                #expect(try PackUseStore.find(made[0].id, on: connection) == nil)
                #expect(try MeasureStore.find(made[0].id, on: connection) == made[0])
                let keeping = try #require(try PackStore.keeping(of: pack.id, on: connection))
                #expect(keeping.unit == world.north.id && keeping.visibility == .unit)
            }
            // Its name is free.
            #expect(try await Self.keep(in: world.north, world, seed: 75).newest.number == 1)
        }
    }
}
