package import Crypto
package import Foundation
package import OpenID
import Synchronization

/// A provider that lives in a test, signs what it is told to and counts what it is asked.
///
/// Its tokens are put together by hand, so that they can be as wrong as a test wants.
package final class TestProvider: Transport {
    package static let issuer = "https://login.example.org"
    package static let client = "sightline"
    /// 4 March 2026, noon.
    package static let now: Int64 = 1_772_625_600

    package let provider = Provider(issuer: issuer, clientID: client, clientSecret: "s3cret:with/signs")
    package let request = SignInRequest(
        state: "the-state",
        nonce: "the-nonce",
        verifier: String(repeating: "v", count: 43),
        returnAddress: "https://sightline.example.org/return"
    )
    private let state = Mutex(State())

    package init() {}

    package struct State {
        package var key = P256.Signing.PrivateKey()
        package var keyID: String? = "one"
        package var keySet: String?
        package var discovery: [String: String] = [:]
        package var token = ""
        package var userInfo: String?
        package var isDown = false
        package var asked: [ProviderRequest] = []
    }

    package func change(_ body: (inout State) -> Void) { state.withLock { body(&$0) } }
    package var asked: [ProviderRequest] { state.withLock { $0.asked } }
    package func count(_ document: ProviderError.Document) -> Int { asked.count { $0.document == document } }

    package func send(_ request: ProviderRequest) async throws -> ProviderAnswer {
        let state = state.withLock { state in
            state.asked.append(request)
            return state
        }
        guard !state.isDown else { throw ProviderError.unreachable(request.document) }
        let body: String
        switch request.document {
        case .discovery: body = discovery(state.discovery)
        case .keys: body = state.keySet ?? "{\"keys\":[\(Self.jwk(state.key.publicKey, state.keyID))]}"
        case .token:
            body = "{\"id_token\":\"\(state.token)\",\"access_token\":\"open\",\"token_type\":\"Bearer\"}"
        case .userInfo: body = state.userInfo ?? "{}"
        }
        return ProviderAnswer(status: 200, body: Array(body.utf8))
    }

    private func discovery(_ changes: [String: String]) -> String {
        var fields = [
            "issuer": Self.issuer, "authorization_endpoint": "\(Self.issuer)/authorise",
            "token_endpoint": "\(Self.issuer)/token", "jwks_uri": "\(Self.issuer)/keys",
        ]
        fields.merge(changes) { $1 }
        return "{\(fields.map { "\"\($0)\":\"\($1)\"" }.joined(separator: ","))}"
    }

    /// Signs a token with the present key, gives it out for the next code, and redeems one.
    package func signIn(
        _ claims: [String: String?] = [:],
        header: String? = nil,
        by client: ProviderClient? = nil,
        at now: Int64 = TestProvider.now
    ) async throws -> Identity {
        let (key, id) = state.withLock { ($0.key, $0.keyID) }
        let header = header ?? Self.header("ES256", id)
        let token = try Self.token(header, Self.claims(claims)) {
            Data(try key.signature(for: $0).rawRepresentation)
        }
        return try await redeem(token, by: client, at: now)
    }

    /// Redeems a code for a token that is given as it is.
    package func redeem(
        _ token: String,
        by client: ProviderClient? = nil,
        at now: Int64 = TestProvider.now
    ) async throws -> Identity {
        change { $0.token = token }
        let client = client ?? ProviderClient(provider, by: self)
        return try await client.identity(code: "the-code", issuer: nil, for: request, at: now)
    }

    /// Signs the token for whom the provider was asked by this address, to be redeemed with any code.
    ///
    /// - Returns: the query with which the provider sends the browser back.
    package func answer(_ address: String, _ changes: [String: String?] = [:]) throws -> String {
        let items = URLComponents(string: address)?.queryItems ?? []
        let asked = Dictionary(uniqueKeysWithValues: items.map { ($0.name, $0.value ?? "") })
        let claims = ["nonce": "\"\(asked["nonce"] ?? "")\""].merging(changes) { $1 }
        change { state in
            let key = state.key
            state.token =
                (try? Self.token(Self.header("ES256", state.keyID), Self.claims(claims)) {
                    try key.signature(for: $0).rawRepresentation
                }) ?? ""
        }
        return "?code=the-code&state=\(asked["state"] ?? "")"
    }

    // MARK: Making tokens

    /// The claims of a token that is right, with changes as JSON; nil leaves one out.
    package static func claims(_ changes: [String: String?] = [:]) -> String {
        var claims: [String: String?] = [
            "iss": "\"\(issuer)\"", "aud": "\"\(client)\"", "sub": "\"ada-1\"", "exp": "\(now + 600)",
            "iat": "\(now)", "nonce": "\"the-nonce\"", "email": "\"ada@example.org\"",
            "email_verified": "true", "name": "\"Ada\"",
        ]
        claims.merge(changes) { $1 }
        return
            "{\(claims.compactMap { name, value in value.map { "\"\(name)\":\($0)" } }.joined(separator: ","))}"
    }

    package static func header(_ algorithm: String, _ keyID: String?) -> String {
        "{\"alg\":\"\(algorithm)\",\"typ\":\"JWT\"\(keyID.map { ",\"kid\":\"\($0)\"" } ?? "")}"
    }

    package static func token(
        _ header: String,
        _ claims: String,
        _ sign: (Data) throws -> Data
    ) rethrows -> String {
        let signed = "\(base64URL(Data(header.utf8))).\(base64URL(Data(claims.utf8)))"
        return "\(signed).\(base64URL(try sign(Data(signed.utf8))))"
    }

    package static func jwk(_ key: P256.Signing.PublicKey, _ id: String?, _ more: String = "") -> String {
        let point = key.x963Representation
        let (x, y) = (base64URL(point.dropFirst().prefix(32)), base64URL(point.suffix(32)))
        let name = id.map { ",\"kid\":\"\($0)\"" } ?? ""
        return "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"\(x)\",\"y\":\"\(y)\"\(name)\(more)}"
    }

    package static func base64URL(_ data: some DataProtocol) -> String {
        Data(data).base64EncodedString().replacingOccurrences(of: "+", with: "-")
            .replacingOccurrences(of: "/", with: "_").replacingOccurrences(of: "=", with: "")
    }
}
