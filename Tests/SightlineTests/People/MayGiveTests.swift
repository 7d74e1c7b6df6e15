import Sightline
import Testing

/// Who may give whom a role.
struct MayGiveTests {
    private static func id(_ seed: UInt64) -> Unit.ID { Unit.ID(microseconds: 1, seed: seed) }

    private let tree = UnitTree([
        Unit(id: id(1), parent: nil, kind: .community, name: "Valley"),
        Unit(id: id(2), parent: id(1), kind: .organisation, name: "Clinic", hasOwnAdministrator: true),
        Unit(id: id(3), parent: id(1), kind: .organisation, name: "Charity"),
    ])

    private func account(_ seed: UInt64, _ roles: (Role, UInt64)...) -> Account {
        Account(
            id: Account.ID(microseconds: 1, seed: seed),
            person: Person(id: Person.ID(microseconds: 1, seed: seed), name: "Ada"),
            roles: roles.map { RoleGrant(role: $0.0, unit: Self.id($0.1)) },
            isActive: true
        )
    }

    @Test func `a people manager gives others every role but administrator`() {
        let manager = account(1, (.peopleManager, 3))
        for role in Role.allCases {
            let may = Access.mayGive(
                manager,
                RoleGrant(role: role, unit: Self.id(3)),
                to: account(2),
                in: tree
            )
            #expect(may == (role != .administrator))
        }
    }

    @Test(arguments: Role.allCases)
    func `a people manager gives themselves nothing`(role: Role) {
        let manager = account(1, (.peopleManager, 3))
        #expect(!Access.mayGive(manager, RoleGrant(role: role, unit: Self.id(3)), to: manager, in: tree))
    }

    @Test(arguments: Role.allCases)
    func `nobody above an organisation with its own administrator gives a role in it`(role: Role) {
        let top = account(1, (.administrator, 1), (.peopleManager, 1))
        #expect(!Access.mayGive(top, RoleGrant(role: role, unit: Self.id(2)), to: top, in: tree))
        #expect(Access.mayGive(top, RoleGrant(role: role, unit: Self.id(3)), to: top, in: tree))
    }

    @Test func `an account is for those to change who look after all its roles`() {
        let top = account(1, (.administrator, 1))
        let both = account(2, (.viewer, 2), (.viewer, 3))
        #expect(!Access.mayManage(top, both, in: tree))
        #expect(Access.mayManage(top, account(3, (.viewer, 3)), in: tree))
        #expect(!Access.mayManage(account(4, (.peopleManager, 3)), account(5, (.administrator, 3)), in: tree))
        #expect(!Access.mayManage(top, account(6), in: tree))
    }
}
