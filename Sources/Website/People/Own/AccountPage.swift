import Sightline
import Storage

/// Someone's own account: who they are here, their roles, their password and their sessions.
struct AccountPage: Page {
    let account: Account
    /// The names of the units of their roles, in the order of the roles.
    let roles: [(role: Role, unit: Unit)]
    let hasPassword: Bool
    /// Nil for someone who signs in without codes.
    let codes: CodeStore.State?
    let sessions: [(session: Session, isThis: Bool)]
    let identities: [LinkedIdentity]
    /// Whom people may sign in through here.
    let providers: [IdentityProvider]
    var form = FormState()

    var title: String { "Your account" }
    var section: Section? { nil }

    init(for visit: Visit, _ providers: [IdentityProvider], on connection: any SQLConnection) throws {
        guard let account = visit.account, let secret = visit.session else { throw Failure.signInNeeded }
        self.account = account
        roles = try account.roles.compactMap { grant in
            try UnitStore.find(grant.unit, on: connection).map { (grant.role, $0) }
        }
        hasPassword = try CredentialStore.find(account.id, on: connection) != nil
        identities = try LinkedIdentityStore.all(of: account.id, on: connection)
        self.providers = providers
        codes = try CodeStore.state(of: account.id, on: connection)
        let own = try SignInStore.session(secret, at: visit.now, on: connection)
        sessions = try SignInStore.sessions(of: account.id, at: visit.now, on: connection)
            .map { ($0, $0.handle == own?.handle) }
    }
}
