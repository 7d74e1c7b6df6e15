import OpenID
import Sightline
import Storage

/// Lets someone in for whom a provider vouches, or links the two, in one transaction.
///
/// The rules, in order:
/// 1. The issuer and its name for the person are the identity. What is linked leads into its account.
/// 2. An account that is there already is never entered because of an e-mail address: its holder links the provider
///    while signed in, on the page of the account.
/// 3. Who has no account gets one only with an address that the provider has confirmed and that is of a domain that
///    the provider is trusted with. Open invitations to that very address are accepted with it.
struct ProviderAdmission {
    let desk: ProviderDesk
    let identity: Identity
    let visit: Visit
    let site: SiteConfiguration
    let connection: any SQLConnection

    private var provider: IdentityProvider { desk.description }

    /// Starts a session of the identity's account, which is made where there is none yet.
    ///
    /// - Throws: `ProviderRefusal`.
    func signIn() throws -> Answer {
        let known = try LinkedIdentityStore.account(
            issuer: identity.issuer,
            subject: identity.subject,
            on: connection
        )
        return try begin(try known ?? newAccount())
    }

    /// Lets the identity into the account of the person who is signed in and asked for it.
    ///
    /// - Throws: `ProviderRefusal`.
    func link(to id: Account.ID) throws -> Answer {
        guard let account = visit.account, account.id == id else { throw ProviderRefusal.signedOut }
        let known = try LinkedIdentityStore.account(
            issuer: identity.issuer,
            subject: identity.subject,
            on: connection
        )
        guard known == nil || known?.id == id else { throw ProviderRefusal.linkedElsewhere }
        if known == nil {
            try link(account, visit.context)
            if let email = account.person.email {
                try Letters(site: site, context: visit.context, connection: connection)
                    .tellOfNewProvider(provider.name, email)
            }
        }
        return .redirect(to: .account, notice: .providerLinked)
    }

    /// The one place where someone whom a provider vouches for gets a session.
    ///
    /// As after a password, their code comes first where they sign in with codes, unless the provider says that it has
    /// asked for a second factor itself.
    private func begin(_ account: Account) throws -> Answer {
        guard account.isActive else { throw ProviderRefusal.inactive }
        return try SignInRoutes.proceed(
            account.id,
            through: provider.name,
            hasSecondFactor: identity.hasSecondFactor(levels: provider.secondFactorLevels),
            visit,
            connection,
            isSecure: site.isBehindHTTPS
        )
    }

    private func newAccount() throws -> Account {
        guard let email = provider.vouches(for: identity) else { throw ProviderRefusal.notAllowed }
        guard try AccountStore.find(email: email, on: connection) == nil else {
            throw ProviderRefusal.emailTaken
        }
        let made = try AccountStore.insert(name: name(or: email), email: email, visit.context, on: connection)
        let invitations = try InvitationStore.useAll(to: email, at: visit.now, on: connection)
        for invitation in invitations {
            let context = Context(author: invitation.author, now: visit.now, origin: visit.client.address)
            let grant = RoleGrant(role: invitation.role, unit: invitation.unit)
            try AccountStore.grant(grant, to: made.id, context, on: connection)
        }
        if invitations.isEmpty, let grant = provider.newRole,
            try UnitStore.find(grant.unit, on: connection) != nil
        {
            try AccountStore.grant(grant, to: made.id, visit.context, on: connection)
        }
        let account = try AccountStore.find(made.id, on: connection) ?? made
        try AuditStore.append(AuditEntry.newAccount(account), visit.context, on: connection)
        try link(account, visit.context)
        return account
    }

    private func link(_ account: Account, _ context: Context) throws {
        let linked = LinkedIdentity(issuer: identity.issuer, subject: identity.subject, created: visit.now)
        // Two browsers may do it at the same moment.
        guard try LinkedIdentityStore.link(linked, to: account, context, on: connection) else {
            throw ProviderRefusal.stale
        }
    }

    /// What the provider calls them, on one line, or else what stands before the @.
    private func name(or email: String) -> String {
        let plain = (identity.name ?? "").unicodeScalars.filter {
            $0.properties.generalCategory != .control && $0.properties.generalCategory != .format
        }
        var name = Form()
        name.append(String(String(String.UnicodeScalarView(plain)).prefix(120)), to: "name")
        return name.optional("name") ?? String(email.prefix { $0 != "@" })
    }
}
