extension IdentityToken.Claims {
    /// The seconds by which a provider's clock and ours may differ.
    static let leeway = 60.0
    /// A token is made for the moment: one older than so many seconds was kept by somebody.
    static let oldest = 3_600.0

    /// Checks what the token says against what was asked (OpenID Connect Core 1.0, section 3.1.3.7).
    ///
    /// - Parameters:
    ///   - nonce: what the request for it held.
    ///   - now: seconds since 1970.
    func check(
        for provider: Provider,
        nonce asked: String,
        at now: Int64
    ) throws(ProviderError.TokenFault) {
        let now = Double(now)
        guard iss == provider.issuer else { throw .issuer }
        guard aud.values.contains(provider.clientID) else { throw .audience }
        guard azp == nil && aud.values.count == 1 || azp == provider.clientID else { throw .authorisedParty }
        guard exp.isFinite, now < exp + Self.leeway else { throw .expired }
        guard iat.isFinite, iat <= now + Self.leeway else { throw .issuedInFuture }
        guard iat >= now - Self.oldest else { throw .tooOld }
        guard nbf ?? now <= now + Self.leeway else { throw .notYetValid }
        guard nonce == asked else { throw .nonce }
        guard !sub.isEmpty, sub.utf8.count <= 255 else { throw .subject }
    }
}
