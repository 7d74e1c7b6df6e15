package import OpenID
package import Sightline

/// An identity provider that people may sign in through, as the site's operator describes it.
package struct IdentityProvider: Sendable {
    package var key: ProviderKey
    /// What the button says.
    package var name: String
    package var provider: Provider
    /// The domains of the e-mail addresses whose people get an account at their first sign-in: exactly these, without
    /// what lies below them.
    package var domains: [String]
    /// What a new account may do, unless an invitation says so; nil: nothing yet.
    package var newRole: RoleGrant?
    /// The levels of assurance (`acr`) that stand for a second factor.
    package var secondFactorLevels: [String]

    package init(
        key: ProviderKey,
        name: String,
        provider: Provider,
        domains: [String] = [],
        newRole: RoleGrant? = nil,
        secondFactorLevels: [String] = []
    ) {
        self.key = key
        self.name = name
        self.provider = provider
        self.domains = domains
        self.newRole = newRole
        self.secondFactorLevels = secondFactorLevels
    }

    /// Whether the provider's word is taken on an address: it has made sure of it, and it is of a domain of its own.
    func vouches(for identity: Identity) -> String? {
        guard let email = identity.email, identity.isEmailVerified, InvitationList.isAddress(email),
            let at = email.lastIndex(of: "@")
        else { return nil }
        let domain = email[email.index(after: at)...].lowercased()
        return domains.contains(domain) ? email : nil
    }
}

/// A provider, and what signs people in at it for as long as the site runs.
struct ProviderDesk: Sendable {
    let description: IdentityProvider
    let client: ProviderClient

    init(_ description: IdentityProvider, by transport: any Transport) {
        self.description = description
        client = ProviderClient(description.provider, by: transport)
    }
}
