import Sightline
import Testing

/// Who may see the series of a measure that belongs to a unit, at each visibility.
struct KeptMeasureTests {
    private let tree: UnitTree
    private let units: [String: Unit]

    init() {
        // A community of two places; North has two organisations, one of them with a team.
        let shape: [(name: String, parent: String?, kind: Unit.Kind)] = [
            ("Valley", nil, .community), ("North", "Valley", .place), ("South", "Valley", .place),
            ("Clinic", "North", .organisation), ("Ward", "Clinic", .team),
            ("Charity", "North", .organisation),
            ("Council", "South", .organisation),
        ]
        var units: [String: Unit] = [:]
        for (index, entry) in shape.enumerated() {
            units[entry.name] = Unit(
                id: Unit.ID(microseconds: 1, seed: UInt64(index)),
                parent: entry.parent.flatMap { units[$0]?.id },
                kind: entry.kind,
                name: entry.name
            )
        }
        self.units = units
        tree = UnitTree(units.values)
    }

    private func id(_ name: String) throws -> Unit.ID { try #require(units[name]).id }

    private func decision(
        _ role: Role,
        at place: String,
        _ action: Action = .read,
        in unit: String = "Clinic",
        of visibility: Visibility,
        keptBy keeper: String? = "Clinic"
    ) throws -> Access.Decision {
        var measure = Samples.measure()
        measure.unit = try keeper.map(id)
        measure.visibility = visibility
        let account = Account(
            id: Account.ID(microseconds: 1, seed: 91),
            person: Person(id: Person.ID(microseconds: 1, seed: 92), name: "Ada"),
            roles: [RoleGrant(role: role, unit: try id(place))],
            isActive: true
        )
        return Access.decide(account, action, on: try id(unit), of: measure, in: tree)
    }

    @Test(arguments: Role.allCases, ["North", "Valley"])
    func `nobody above an organisation can do anything with what it keeps`(role: Role, place: String) throws {
        for action in Action.allCases {
            let decided = try decision(role, at: place, action, of: .unit)
            #expect(!decided.isAllowed, "\(action)")
            if role.permits(action) { #expect(decided == .denied(.kept(by: try id("Clinic")))) }
        }
    }

    @Test func `those inside who may read it can, and a narrower role reaches only what lies below it`()
        throws
    {
        #expect(try decision(.viewer, at: "Clinic", of: .unit).isAllowed)
        #expect(try decision(.viewer, at: "Clinic", in: "Ward", of: .unit).isAllowed)
        #expect(try decision(.viewer, at: "Ward", in: "Ward", of: .unit).isAllowed)
        #expect(try !decision(.viewer, at: "Ward", in: "Clinic", of: .unit).isAllowed)
        #expect(try !decision(.peopleManager, at: "Clinic", of: .unit).isAllowed)
        #expect(try !decision(.coach, at: "Clinic", of: .unit).isAllowed)
    }

    @Test(arguments: [
        (Visibility.unit, ["Clinic"]), (.place, ["Charity", "Clinic", "North", "Ward"]),
        (.community, ["Charity", "Clinic", "Council", "North", "South", "Valley", "Ward"]),
    ])
    func `a share opens it to the place or the community, and no further`(
        visibility: Visibility,
        readers: [String]
    ) throws {
        let found = try units.keys.filter { try decision(.viewer, at: $0, of: visibility).isAllowed }
        #expect(found.sorted() == readers)
    }

    @Test func `a share is for reading only`() throws {
        #expect(try !decision(.administrator, at: "Charity", .recordData, of: .community).isAllowed)
        #expect(try !decision(.administrator, at: "Council", .annotate, of: .community).isAllowed)
        #expect(try decision(.administrator, at: "Valley", .annotate, of: .community).isAllowed)
    }

    @Test func `a measure that all share is for those whose role reaches the unit, unless it is opened`()
        throws
    {
        #expect(try decision(.viewer, at: "Valley", of: .unit, keptBy: nil).isAllowed)
        #expect(try !decision(.viewer, at: "Charity", of: .unit, keptBy: nil).isAllowed)
        #expect(try decision(.viewer, at: "Charity", of: .place, keptBy: nil).isAllowed)
        #expect(try !decision(.viewer, at: "Council", of: .place, keptBy: nil).isAllowed)
        #expect(try decision(.viewer, at: "Council", of: .community, keptBy: nil).isAllowed)
    }
}

/// An organisation with administrators of its own.
struct SelfGovernanceTests {
    private static func id(_ seed: UInt64) -> Unit.ID { Unit.ID(microseconds: 1, seed: seed) }

    private let tree = UnitTree([
        Unit(id: id(1), parent: nil, kind: .community, name: "Valley"),
        Unit(id: id(2), parent: id(1), kind: .organisation, name: "Clinic", hasOwnAdministrator: true),
        Unit(id: id(3), parent: id(2), kind: .team, name: "Ward"),
        Unit(id: id(4), parent: id(1), kind: .organisation, name: "Charity"),
    ])

    private func decision(_ action: Action, on unit: UInt64, roleAt place: UInt64) -> Access.Decision {
        let account = Account(
            id: Account.ID(microseconds: 1, seed: 91),
            person: Person(id: Person.ID(microseconds: 1, seed: 92), name: "Ada"),
            roles: [RoleGrant(role: .administrator, unit: Self.id(place))],
            isActive: true
        )
        return Access.decide(account, action, on: Self.id(unit), in: tree)
    }

    @Test(arguments: [Action.managePeople, .readAudit])
    func `its people and its audit trail are its own`(action: Action) {
        #expect(decision(action, on: 2, roleAt: 1) == .denied(.selfGoverned(Self.id(2))))
        #expect(decision(action, on: 3, roleAt: 1) == .denied(.selfGoverned(Self.id(2))))
        #expect(decision(action, on: 3, roleAt: 2).isAllowed)
        #expect(decision(action, on: 4, roleAt: 1).isAllowed)
    }

    @Test func `those above may say that it joined or left, and change nothing inside it`() {
        #expect(decision(.editUnits, on: 2, roleAt: 1).isAllowed)
        #expect(decision(.editUnits, on: 3, roleAt: 1) == .denied(.selfGoverned(Self.id(2))))
        #expect(decision(.editUnits, on: 3, roleAt: 2).isAllowed)
    }

    @Test func `what it has in common with others is still read from above`() {
        #expect(decision(.read, on: 3, roleAt: 1).isAllowed)
    }
}
