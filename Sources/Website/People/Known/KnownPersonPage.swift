import Sightline
import Storage

/// One person without an account, as those see them who look after a unit's people.
struct KnownPersonPage: Page {
    let unit: Unit
    let known: KnownPerson
    /// The unit that knows them: this one or one below it.
    let home: Unit
    /// The roles that the visitor may invite them to.
    let roles: [Role]
    /// The invitation that waits for them.
    let invitation: Invitation?
    /// Accounts and other people whom this one may be the same as, by their ids.
    let others: [(id: String, person: Person)]
    var details: FormState
    var inviting: FormState

    var title: String { known.person.name }
    var section: Section? { .people }

    /// - Throws: `Failure.notFound` for someone whom neither the unit nor one below it knows.
    init(
        of address: (unit: Unit.ID, person: Person.ID),
        for visit: Visit,
        on connection: any SQLConnection
    ) throws {
        let tree = try UnitStore.tree(on: connection)
        guard
            let unit = tree[address.unit],
            let known = try KnownPersonStore.find(address.person, on: connection),
            let home = tree[known.unit], tree.contains(home.id, within: unit.id),
            visit.may(.managePeople, on: home.id, in: tree)
        else { throw Failure.notFound }
        self.unit = unit
        self.known = known
        self.home = home
        roles = Role.allCases.filter {
            Access.mayGive(visit.account, RoleGrant(role: $0, unit: home.id), to: nil, in: tree)
        }
        invitation = try InvitationStore.all(of: home.id, on: connection).first {
            $0.invitee == known.id && $0.state(at: visit.now) == .open
        }
        let accounts = try AccountStore.all(within: unit.id, on: connection)
            .filter { $0.isActive && Access.mayManage(visit.account, $0, in: tree) }
        let people = try KnownPersonStore.all(within: unit.id, on: connection).filter {
            $0.id != known.id && visit.may(.managePeople, on: $0.unit, in: tree)
        }
        others =
            accounts.map { ($0.person.id.pathText, $0.person) } + people.map { ($0.id.pathText, $0.person) }
        details = FormState(["name": known.person.name, "email": known.person.email ?? ""])
        inviting = FormState(["invite-email": known.person.email ?? "", "invited-role": Role.viewer.rawValue])
    }
}
