import Sightline
import Storage

/// One person, as those see them who look after a unit's people.
struct PersonPage: Page {
    let unit: Unit
    let account: Account
    /// Their roles in units that the visitor looks after.
    let roles: [(grant: RoleGrant, unitName: String, mayEnd: Bool)]
    /// The roles that the visitor may give them here.
    let givable: [Role]
    /// Whether name, address and account are the visitor's to change.
    let mayManage: Bool
    /// Whether they sign in with codes.
    let hasCodes: Bool
    /// Whether the visitor may turn the codes off: not their own, for that asks for proof.
    let mayEndCodes: Bool
    /// Other people whom this one may be the same as.
    let others: [Account]
    let history: History
    var details: FormState
    var form = FormState()

    var title: String { account.person.name }
    var section: Section? { .people }

    /// - Throws: `Failure.notFound` for someone without a role in the unit or below it.
    init(
        of address: (unit: Unit.ID, account: Account.ID),
        for visit: Visit,
        on connection: any SQLConnection
    ) throws {
        let tree = try UnitStore.tree(on: connection)
        guard
            let unit = tree[address.unit],
            let account = try AccountStore.find(address.account, on: connection)
        else { throw Failure.notFound }
        let inside = account.roles.filter {
            tree.contains($0.unit, within: unit.id) && visit.may(.managePeople, on: $0.unit, in: tree)
        }
        guard !inside.isEmpty else { throw Failure.notFound }
        self.unit = unit
        self.account = account
        roles = inside.compactMap { grant in
            let mayEnd = Access.mayGive(visit.account, grant, to: account, in: tree)
            return tree[grant.unit].map { (grant, $0.name, mayEnd) }
        }
        givable = Role.allCases.filter { role in
            let grant = RoleGrant(role: role, unit: unit.id)
            return !account.roles.contains(grant)
                && Access.mayGive(visit.account, grant, to: account, in: tree)
        }
        let mayManage = Access.mayManage(visit.account, account, in: tree)
        self.mayManage = mayManage
        hasCodes = try CodeStore.state(of: account.id, on: connection) != nil
        mayEndCodes = mayManage && hasCodes && account.id != visit.account?.id
        others =
            mayManage
            ? try AccountStore.all(within: unit.id, on: connection).filter {
                $0.id != account.id && Access.mayManage(visit.account, $0, in: tree)
            } : []
        history = try History(of: .person, account.person.id, on: connection)
        details = FormState(account.person.fields, revision: history.newest)
    }
}
