import FoundationEssentials
import JWTKit

/// Signs people in at one provider: authorisation code with PKCE, as OpenID Connect Core 1.0 section 3.1 has it.
package actor ProviderClient {
    package nonisolated let provider: Provider
    private let transport: any Transport
    private var discovery: (found: Discovery, at: Int64)?
    private var keys: (found: KeySet, at: Int64)?

    /// What a provider says of itself is asked for again after so many seconds.
    static let freshSeconds: Int64 = 3_600
    /// Its keys are asked for again, for a key that isn't known yet, at most once in so many seconds.
    static let rotationSeconds: Int64 = 60

    package init(_ provider: Provider, by transport: any Transport = HTTPTransport()) {
        self.provider = provider
        self.transport = transport
    }

    /// The address at the provider to which to send someone.
    ///
    /// - Parameter now: seconds since 1970.
    /// - Throws: `ProviderError`.
    package func address(for request: SignInRequest, at now: Int64) async throws -> String {
        let place = try await described(at: now).authorisationAddress
        let query = WebAddress.fields([
            ("response_type", "code"), ("scope", "openid email profile"), ("client_id", provider.clientID),
            ("redirect_uri", request.returnAddress), ("state", request.state), ("nonce", request.nonce),
            ("code_challenge", request.challenge), ("code_challenge_method", "S256"),
        ])
        return "\(place)\(place.contains("?") ? "&" : "?")\(query)"
    }

    /// Whom the provider vouches for with the code that it sent someone back with.
    ///
    /// - Parameters:
    ///   - code: the code, for one use.
    ///   - issuer: the issuer that the answer named, if it did.
    ///   - now: seconds since 1970.
    /// - Throws: `ProviderError`.
    package func identity(
        code: String,
        issuer: String?,
        for request: SignInRequest,
        at now: Int64
    ) async throws -> Identity {
        let description = try await described(at: now)
        guard issuer == provider.issuer || issuer == nil && !description.namesIssuerInAnswers else {
            throw ProviderError.answerOfAnother
        }
        let tokens = try await tokens(for: code, request, description)
        do {
            let token = try IdentityToken(tokens.identity)
            guard let key = try await key(for: token, at: now) else {
                throw ProviderError.TokenFault.unknownKey
            }
            let claims = try await token.claims(signedBy: key)
            try claims.check(for: provider, nonce: request.nonce, at: now)
            return try await completed(Identity(claims), tokens, description)
        } catch let fault as ProviderError.TokenFault {
            throw ProviderError.token(fault)
        }
    }

    // MARK: What the provider says

    private func described(at now: Int64) async throws -> Discovery {
        if let discovery, now - discovery.at < Self.freshSeconds { return discovery.found }
        guard WebAddress.isSafe(provider.issuer) else { throw ProviderError.insecure(provider.issuer) }
        let address = Discovery.address(of: provider.issuer)
        let found = try Discovery(await document(.discovery, at: address), of: provider.issuer)
        discovery = (found, now)
        return found
    }

    /// The key of a token: of those that are known, or of the keys as they are now.
    private func key(for token: IdentityToken, at now: Int64) async throws -> JWK? {
        if let keys, now - keys.at < Self.freshSeconds {
            if let known = keys.found.key(token.keyID, for: token.algorithm) { return known }
            guard now - keys.at >= Self.rotationSeconds else { return nil }
        }
        let address = try await described(at: now).keysAddress
        let found = try KeySet(await document(.keys, at: address))
        keys = (found, now)
        return found.key(token.keyID, for: token.algorithm)
    }

    private func document(_ document: ProviderError.Document, at address: String) async throws -> [UInt8] {
        try await body(of: ProviderRequest(document: document, address: address))
    }

    private func body(of request: ProviderRequest) async throws -> [UInt8] {
        let answer = try await transport.send(request)
        guard answer.status == 200 else {
            throw ProviderError.refused(request.document, status: answer.status)
        }
        return answer.body
    }

    // MARK: Tokens

    private struct Tokens: Decodable {
        var identity: String
        var access: String?

        private enum CodingKeys: String, CodingKey {
            case identity = "id_token"
            case access = "access_token"
        }
    }

    private func tokens(
        for code: String,
        _ request: SignInRequest,
        _ description: Discovery
    ) async throws -> Tokens {
        var fields = [
            ("grant_type", "authorization_code"), ("code", code), ("redirect_uri", request.returnAddress),
            ("code_verifier", request.verifier), ("client_id", provider.clientID),
        ]
        var outgoing = ProviderRequest(document: .token, address: description.tokenAddress)
        if let secret = provider.clientSecret {
            if description.takesSecretInForm {
                fields.append(("client_secret", secret))
            } else {
                let pair = "\(WebAddress.encode(provider.clientID)):\(WebAddress.encode(secret))"
                outgoing.headers["Authorization"] = "Basic \(Data(pair.utf8).base64EncodedString())"
            }
        }
        outgoing.form = WebAddress.fields(fields)
        let bytes = try await body(of: outgoing)
        guard let tokens = try? JSONDecoder().decode(Tokens.self, from: Data(bytes)) else {
            throw ProviderError.malformed(.token)
        }
        return tokens
    }

    private struct UserInfo: Decodable {
        var sub: String
        var email: String?
        var emailVerified: Truth?
        var name: String?

        private enum CodingKeys: String, CodingKey {
            case sub, email, name
            case emailVerified = "email_verified"
        }
    }

    /// Asks for the e-mail address where the token has none: some providers keep their tokens thin.
    private func completed(
        _ identity: Identity,
        _ tokens: Tokens,
        _ description: Discovery
    ) async throws -> Identity {
        guard identity.email == nil, let address = description.userInfoAddress,
            let access = tokens.access, access.utf8.allSatisfy({ (33...126).contains($0) })
        else { return identity }
        var request = ProviderRequest(document: .userInfo, address: address)
        request.headers["Authorization"] = "Bearer \(access)"
        let bytes = try await body(of: request)
        guard let info = try? JSONDecoder().decode(UserInfo.self, from: Data(bytes)) else {
            throw ProviderError.malformed(.userInfo)
        }
        // It must be about the same person (section 5.3.2).
        guard info.sub == identity.subject else { throw ProviderError.token(.subject) }
        var identity = identity
        identity.email = info.email
        identity.isEmailVerified = info.emailVerified?.value ?? false
        identity.name = identity.name ?? info.name
        return identity
    }
}
