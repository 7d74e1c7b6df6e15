import Sightline
import Testing

struct AccessTests {
    private let community = Unit(
        id: Unit.ID(microseconds: 1, seed: 1),
        parent: nil,
        kind: .community,
        name: "Valley"
    )
    private let north: Unit
    private let south: Unit
    private let tree: UnitTree

    init() {
        north = Unit(
            id: Unit.ID(microseconds: 1, seed: 2),
            parent: community.id,
            kind: .organisation,
            name: "North"
        )
        south = Unit(
            id: Unit.ID(microseconds: 1, seed: 3),
            parent: community.id,
            kind: .organisation,
            name: "South"
        )
        tree = UnitTree([community, north, south])
    }

    private func account(_ role: Role, on unit: Unit, isActive: Bool = true) -> Account {
        Account(
            id: Account.ID(microseconds: 1, seed: 9),
            person: Person(id: Person.ID(microseconds: 1, seed: 8), name: "Ada"),
            roles: [RoleGrant(role: role, unit: unit.id)],
            isActive: isActive
        )
    }

    @Test(arguments: Action.allCases)
    func `nobody may do anything without an active account`(action: Action) {
        #expect(Access.decide(nil, action, on: community.id, in: tree) == .denied(.notSignedIn))
        let inactive = account(.administrator, on: community, isActive: false)
        #expect(Access.decide(inactive, action, on: community.id, in: tree) == .denied(.accountInactive))
    }

    @Test(arguments: Action.allCases)
    func `an administrator may do everything, in the unit and below, and nothing elsewhere`(action: Action) {
        let top = account(.administrator, on: community)
        #expect(Access.decide(top, action, on: north.id, in: tree).isAllowed)
        let local = account(.administrator, on: north)
        #expect(Access.decide(local, action, on: north.id, in: tree).isAllowed)
        #expect(Access.decide(local, action, on: south.id, in: tree) == .denied(.notPermitted))
        #expect(Access.decide(local, action, on: community.id, in: tree) == .denied(.notPermitted))
    }

    private static let permitted: [(Role, Set<Action>)] = [
        (.viewer, [.read]),
        (.contributor, [.read, .recordData, .annotate, .recordCycles]),
        (
            .editor,
            [
                .read, .export, .recordData, .annotate, .editMeasures, .editProgrammes, .recordCycles,
                .runReviews, .writeReports,
            ]
        ),
        (.evaluator, [.read, .export, .writeReports]),
        (.peopleManager, [.managePeople]),
        (.coach, []),
        (.administrator, Set(Action.allCases)),
    ]

    @Test(arguments: permitted)
    func `each role permits its actions and no other`(role: Role, permitted: Set<Action>) {
        let someone = account(role, on: north)
        for action in Action.allCases {
            let decision = Access.decide(someone, action, on: north.id, in: tree)
            #expect(decision.isAllowed == permitted.contains(action))
        }
    }

    @Test func `an unknown unit is denied`() {
        let stranger = Unit.ID(microseconds: 1, seed: 77)
        let top = account(.administrator, on: community)
        #expect(Access.decide(top, .read, on: stranger, in: tree) == .denied(.unitUnknown))
    }
}
