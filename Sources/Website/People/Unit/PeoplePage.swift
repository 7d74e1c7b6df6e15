import Sightline
import Storage

/// The people of a unit and of those below it: who may do what, and who is invited.
struct PeoplePage: Page {
    let unit: Unit
    let people: [Entry]
    /// People without accounts, with the names of their units.
    let known: [(person: KnownPerson, unitName: String)]
    let invitations: [Invitation]
    /// The roles that the visitor may give here.
    let roles: [Role]
    let mayReadAudit: Bool
    /// Those who sign in with codes.
    let codeUsers: Set<Account.ID>
    /// The roles that need a code by the word of this unit; nil where that isn't the visitor's to say.
    let codeRoles: [Role]?
    /// Whether administrators of the whole community can see what has become of letters.
    var showsLetters = false
    let now: Timestamp
    var form: FormState

    var title: String { "People" }
    var section: Section? { .people }

    /// Someone with a role in the unit or below it.
    struct Entry: Sendable {
        let account: Account
        /// Their roles here, with the names of the units.
        let roles: [(role: Role, unitName: String)]
    }

    init(of id: Unit.ID, for visit: Visit, on connection: any SQLConnection) throws {
        let tree = try UnitStore.tree(on: connection)
        guard let unit = tree[id] else { throw Failure.notFound }
        self.unit = unit
        people = try AccountStore.all(within: id, on: connection).compactMap { account in
            // Whose people an organisation looks after by itself isn't shown to those above it.
            let roles = account.roles.filter {
                tree.contains($0.unit, within: id) && visit.may(.managePeople, on: $0.unit, in: tree)
            }
            let named = roles.compactMap { grant in tree[grant.unit].map { (grant.role, $0.name) } }
            return named.isEmpty ? nil : Entry(account: account, roles: named)
        }
        known = try KnownPersonStore.all(within: id, on: connection).compactMap { person in
            guard visit.may(.managePeople, on: person.unit, in: tree) else { return nil }
            return tree[person.unit].map { (person, $0.name) }
        }
        invitations = try InvitationStore.all(of: id, on: connection)
            .filter { [.open, .expired].contains($0.state(at: visit.now)) }
        roles = Role.allCases.filter {
            Access.mayGive(visit.account, RoleGrant(role: $0, unit: id), to: nil, in: tree)
        }
        codeUsers = try CodeStore.accounts(within: id, on: connection)
        codeRoles =
            visit.may(.requireCodes, on: id, in: tree)
            ? try RequiredCodeStore.roles(of: id, on: connection) : nil
        mayReadAudit = visit.may(.readAudit, on: id, in: tree)
        now = visit.now
        form = FormState(["role": Role.viewer.rawValue])
    }
}
