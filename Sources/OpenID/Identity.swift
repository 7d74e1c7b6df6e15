/// Someone for whom a provider vouches.
package struct Identity: Equatable, Sendable {
    package var issuer: String
    /// The provider's own name for them, which it never gives to anyone else.
    package var subject: String
    /// Nil where the provider gave none.
    package var email: String?
    /// Whether the provider has made sure that the address is theirs.
    package var isEmailVerified: Bool
    package var name: String?
    /// How they showed who they are, as RFC 8176 names it: `pwd`, `otp`, `mfa` and so on.
    package var methods: [String]
    /// The level of assurance, in the provider's own terms.
    package var assurance: String?

    package init(
        issuer: String,
        subject: String,
        email: String? = nil,
        isEmailVerified: Bool = false,
        name: String? = nil,
        methods: [String] = [],
        assurance: String? = nil
    ) {
        self.issuer = issuer
        self.subject = subject
        self.email = email
        self.isEmailVerified = isEmailVerified
        self.name = name
        self.methods = methods
        self.assurance = assurance
    }

    init(_ claims: IdentityToken.Claims) {
        self.init(
            issuer: claims.iss,
            subject: claims.sub,
            email: claims.email,
            isEmailVerified: claims.emailVerified?.value ?? false,
            name: claims.name,
            methods: claims.amr?.values ?? [],
            assurance: claims.acr
        )
    }

    /// Whether the provider says that it asked for a second factor: `mfa` among the methods (RFC 8176), or a level of
    /// assurance that its operator named as one.
    ///
    /// Two methods side by side are not enough: a provider may list two that are both known by heart.
    package func hasSecondFactor(levels: [String] = []) -> Bool {
        methods.contains("mfa") || assurance.map(levels.contains) ?? false
    }
}
