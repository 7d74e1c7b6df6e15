import Crypto
import CryptoExtras
import Foundation
import OpenID
import ProviderTestSupport
import Testing

/// What is believed of a provider's tokens, and what isn't.
struct IdentityTokenTests {
    private let test = TestProvider()
    private static let issuer = TestProvider.issuer
    private static let now = TestProvider.now

    @Test("a token that is right says who it is")
    func right() async throws {
        let identity = try await test.signIn(["amr": "[\"pwd\",\"mfa\"]"])
        #expect(identity.issuer == Self.issuer)
        #expect(identity.subject == "ada-1")
        #expect(identity.email == "ada@example.org")
        #expect(identity.isEmailVerified)
        #expect(identity.name == "Ada")
        #expect(identity.hasSecondFactor())
    }

    @Test("an audience may be a list with us alone, or with others where we are the authorised party")
    func audiences() async throws {
        #expect(try await test.signIn(["aud": "[\"sightline\"]"]).subject == "ada-1")
        let shared = try await test.signIn(["aud": "[\"sightline\",\"other\"]", "azp": "\"sightline\""])
        #expect(shared.subject == "ada-1")
    }

    @Test(
        "a token that says anything else than was asked is not believed",
        arguments: [
            (["aud": "\"other\""], ProviderError.TokenFault.audience),
            (["aud": "[]"], .audience),
            (["aud": "[\"sightline\",\"other\"]"], .authorisedParty),
            (["azp": "\"other\""], .authorisedParty),
            (["iss": "\"https://login.example.com\""], .issuer),
            (["iss": "\"https://login.example.org/\""], .issuer),
            (["exp": "\(now - 61)"], .expired),
            (["exp": "1e999"], .malformed),
            (["exp": nil], .malformed),
            (["iat": "\(now + 61)"], .issuedInFuture),
            (["iat": "\(now - 3_601)"], .tooOld),
            (["iat": nil], .malformed),
            (["nbf": "\(now + 61)"], .notYetValid),
            (["nonce": "\"another\""], .nonce),
            (["nonce": nil], .nonce),
            (["sub": "\"\""], .subject),
            (["sub": nil], .malformed),
        ] as [([String: String?], ProviderError.TokenFault)]
    )
    func wrong(_ change: [String: String?], _ fault: ProviderError.TokenFault) async throws {
        await #expect(throws: ProviderError.token(fault)) { try await test.signIn(change) }
    }

    @Test("clocks may differ by a minute")
    func leeway() async throws {
        let late = ["exp": "\(Self.now - 59)", "iat": "\(Self.now - 600)"]
        #expect(try await test.signIn(late).subject == "ada-1")
        #expect(try await test.signIn(["iat": "\(Self.now + 59)"]).subject == "ada-1")
    }

    @Test(
        "a token without a signature is not believed, however it writes that",
        arguments: ["none", "None", "NONE", ""]
    )
    func none(_ algorithm: String) async throws {
        let token = TestProvider.token(TestProvider.header(algorithm, "one"), TestProvider.claims()) { _ in
            Data()
        }
        await #expect(throws: ProviderError.token(.algorithm)) { try await test.redeem(token) }
    }

    @Test("a token signed with the public key as a shared secret is not believed")
    func confusion() async throws {
        let key = try _RSA.Signing.PrivateKey(keySize: .bits2048)
        let parts = try key.publicKey.getKeyPrimitives()
        let (n, e) = (TestProvider.base64URL(parts.modulus), TestProvider.base64URL(parts.publicExponent))
        test.change {
            $0.keySet = "{\"keys\":[{\"kty\":\"RSA\",\"kid\":\"rsa\",\"n\":\"\(n)\",\"e\":\"\(e)\"}]}"
        }
        // The same key, used as it should be, is believed.
        let good = try TestProvider.token(TestProvider.header("RS256", "rsa"), TestProvider.claims()) {
            data in
            let digest = SHA256.hash(data: data)
            return try key.signature(for: digest, padding: .insecurePKCS1v1_5).rawRepresentation
        }
        #expect(try await test.redeem(good).subject == "ada-1")
        let secrets = [
            Data(key.publicKey.pemRepresentation.utf8), key.publicKey.derRepresentation, parts.modulus,
        ]
        for secret in secrets {
            let header = TestProvider.header("HS256", "rsa")
            let token = TestProvider.token(header, TestProvider.claims()) { data in
                Data(HMAC<SHA256>.authenticationCode(for: data, using: SymmetricKey(data: secret)))
            }
            await #expect(throws: ProviderError.token(.algorithm)) { try await test.redeem(token) }
        }
    }

    @Test("an algorithm that isn't the key's own is not believed")
    func otherAlgorithm() async throws {
        await #expect(throws: ProviderError.token(.unknownKey)) {
            try await test.signIn(header: TestProvider.header("RS256", "one"))
        }
        await #expect(throws: ProviderError.token(.signature)) {
            try await test.signIn(header: TestProvider.header("ES384", "one"))
        }
        let key = P256.Signing.PrivateKey()
        test.change {
            $0.keySet = "{\"keys\":[\(TestProvider.jwk(key.publicKey, "one", ",\"alg\":\"ES384\""))]}"
        }
        await #expect(throws: ProviderError.token(.unknownKey)) { try await test.signIn() }
    }

    @Test("a token signed by another key, or changed after it was signed, is not believed")
    func forged() async throws {
        let other = P256.Signing.PrivateKey()
        let header = TestProvider.header("ES256", "one")
        let forged = try TestProvider.token(header, TestProvider.claims()) {
            try other.signature(for: $0).rawRepresentation
        }
        await #expect(throws: ProviderError.token(.signature)) { try await test.redeem(forged) }
        let key = P256.Signing.PrivateKey()
        test.change { $0.key = key }
        let token = try TestProvider.token(header, TestProvider.claims()) {
            try key.signature(for: $0).rawRepresentation
        }
        var parts = token.split(separator: ".").map(String.init)
        parts[1] = TestProvider.base64URL(Data(TestProvider.claims(["sub": "\"eve\""]).utf8))
        await #expect(throws: ProviderError.token(.signature)) {
            try await test.redeem(parts.joined(separator: "."))
        }
    }

    @Test("a key that the token brings along is not used")
    func ownKey() async throws {
        let eve = P256.Signing.PrivateKey()
        let jwk = TestProvider.jwk(eve.publicKey, "eve")
        let header =
            "{\"alg\":\"ES256\",\"kid\":\"eve\",\"jwk\":\(jwk),\"jku\":\"https://evil.example/keys\"}"
        let token = try TestProvider.token(header, TestProvider.claims()) {
            try eve.signature(for: $0).rawRepresentation
        }
        await #expect(throws: ProviderError.token(.unknownKey)) { try await test.redeem(token) }
        #expect(!test.asked.contains { $0.address.contains("evil") })
    }

    @Test(
        "what is no token is malformed, and an extension that must be understood isn't",
        arguments: [
            "", "a", "a.b", "a.b.c", "....", String(repeating: "x", count: 40_000),
            TestProvider.token("{\"alg\":\"ES256\",\"crit\":[\"x\"]}", TestProvider.claims()) { _ in Data() },
        ]
    )
    func malformed(_ token: String) async throws {
        await #expect(throws: ProviderError.token(.malformed)) { try await test.redeem(token) }
    }

    @Test("keys for encryption and keys of unknown kinds are left out; without an id the one key is meant")
    func keySets() async throws {
        let key = P256.Signing.PrivateKey()
        let one = TestProvider.jwk(key.publicKey, nil)
        let other = TestProvider.jwk(P256.Signing.PrivateKey().publicKey, "x", ",\"use\":\"enc\"")
        test.change {
            $0.key = key
            $0.keyID = nil
            $0.keySet = "{\"keys\":[{\"kty\":\"oct\",\"k\":\"AA\"},{\"kty\":\"new\"},\(other),\(one)]}"
        }
        #expect(try await test.signIn().subject == "ada-1")
        // Of two keys without an id none is meant.
        let two = TestProvider.jwk(P256.Signing.PrivateKey().publicKey, nil)
        test.change { $0.keySet = "{\"keys\":[\(one),\(two)]}" }
        await #expect(throws: ProviderError.token(.unknownKey)) { try await test.signIn() }
    }

    @Test("a second factor counts where the provider says mfa, or a level that was named")
    func secondFactor() {
        var identity = Identity(issuer: "i", subject: "s", methods: ["pwd", "otp"], assurance: "gold")
        #expect(!identity.hasSecondFactor())
        #expect(identity.hasSecondFactor(levels: ["gold"]))
        #expect(!identity.hasSecondFactor(levels: ["silver"]))
        identity.methods = ["mfa"]
        #expect(identity.hasSecondFactor())
    }
}
