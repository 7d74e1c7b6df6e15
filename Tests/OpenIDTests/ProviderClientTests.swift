import Crypto
import Foundation
import OpenID
import ProviderTestSupport
import Testing

/// How a provider is found, asked and asked again.
struct ProviderClientTests {
    private let test = TestProvider()
    private var client: ProviderClient { ProviderClient(test.provider, by: test) }

    @Test("people are sent to the provider with the digest of a verifier, a state and a nonce")
    func address() async throws {
        let address = try await client.address(for: test.request, at: TestProvider.now)
        let parts = try #require(URLComponents(string: address))
        let query = Dictionary(uniqueKeysWithValues: (parts.queryItems ?? []).map { ($0.name, $0.value) })
        #expect(address.hasPrefix("https://login.example.org/authorise?"))
        #expect(query["response_type"] == "code")
        #expect(query["scope"] == "openid email profile")
        #expect(query["client_id"] == "sightline")
        #expect(query["redirect_uri"] == "https://sightline.example.org/return")
        #expect(query["state"] == "the-state")
        #expect(query["nonce"] == "the-nonce")
        #expect(query["code_challenge_method"] == "S256")
        #expect(!address.contains(test.request.verifier))
    }

    @Test("the challenge is RFC 7636's own example")
    func challenge() {
        var request = test.request
        request.verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
        #expect(request.challenge == "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM")
    }

    @Test("a code is redeemed with the verifier, and the secret goes where the provider takes it")
    func redeeming() async throws {
        _ = try await test.signIn()
        let asked = try #require(test.asked.first { $0.document == .token })
        let form = try #require(asked.form)
        #expect(form.contains("grant_type=authorization_code"))
        #expect(form.contains("code_verifier=\(test.request.verifier)"))
        #expect(!form.contains("client_secret"))
        let pair = Data("sightline:s3cret%3Awith%2Fsigns".utf8).base64EncodedString()
        #expect(asked.headers["Authorization"] == "Basic \(pair)")
    }

    @Test("a key that isn't known yet is asked for once a minute at most")
    func rotation() async throws {
        let client = client
        _ = try await test.signIn(by: client)
        _ = try await test.signIn(by: client)
        #expect(test.count(.keys) == 1)
        test.change {
            $0.key = P256.Signing.PrivateKey()
            $0.keyID = "two"
        }
        // Too soon after the last time.
        await #expect(throws: ProviderError.token(.unknownKey)) {
            try await test.signIn(by: client, at: TestProvider.now + 30)
        }
        #expect(test.count(.keys) == 1)
        #expect(try await test.signIn(by: client, at: TestProvider.now + 60).subject == "ada-1")
        #expect(test.count(.keys) == 2)
        for second in 61..<90 {
            await #expect(throws: ProviderError.token(.unknownKey)) {
                let header = TestProvider.header("ES256", "made-up-\(second)")
                return try await test.signIn(header: header, by: client, at: TestProvider.now + Int64(second))
            }
        }
        #expect(test.count(.keys) == 2)
    }

    @Test("a provider that describes another issuer is not used")
    func otherIssuer() async throws {
        test.change { $0.discovery = ["issuer": "https://login.example.com"] }
        await #expect(throws: ProviderError.issuerDiffers("https://login.example.com")) {
            try await client.address(for: test.request, at: TestProvider.now)
        }
    }

    @Test(
        "nothing is sent to an address without https, but on this machine",
        arguments: ["authorization_endpoint", "token_endpoint", "jwks_uri", "userinfo_endpoint"]
    )
    func insecure(_ field: String) async throws {
        for address in ["http://login.example.org/x", "ftp://login.example.org/", "//x", "", "javascript:1"] {
            test.change { $0.discovery = [field: address] }
            await #expect(throws: ProviderError.insecure(address)) {
                try await client.address(for: test.request, at: TestProvider.now)
            }
        }
        test.change { $0.discovery = [field: "http://127.0.0.1:9400/x"] }
        #expect(try await !client.address(for: test.request, at: TestProvider.now).isEmpty)
    }

    @Test(
        "an issuer must be https, or http on this machine",
        arguments: [
            ("https://login.example.org", true), ("http://127.0.0.1:9400", true),
            ("http://localhost:1", true),
            ("http://[::1]:9400", true), ("http://login.example.org", false),
            ("http://127.0.0.1.evil.org", false),
            ("https://user:word@login.example.org", false), ("https://", false), ("login.example.org", false),
            ("https://login.example.org/#x", false), ("https://login.example.org/\nx", false),
        ]
    )
    func issuers(_ address: String, _ isSafe: Bool) {
        #expect(WebAddress.isSafe(address) == isSafe)
    }

    @Test("an answer that names another issuer, or none where it must, is refused")
    func mixedUp() async throws {
        for (issuer, must) in [("https://evil.example", "false"), (nil, "true")] as [(String?, String)] {
            let mixed = TestProvider()
            mixed.change { $0.discovery = ["authorization_response_iss_parameter_supported": must] }
            let client = ProviderClient(mixed.provider, by: BooleanDiscovery(test: mixed))
            await #expect(throws: ProviderError.answerOfAnother) {
                try await client.identity(code: "c", issuer: issuer, for: mixed.request, at: TestProvider.now)
            }
            #expect(mixed.count(.token) == 0)
        }
    }

    @Test("a provider that is down says so, and is asked again the next time")
    func down() async throws {
        let client = client
        test.change { $0.isDown = true }
        await #expect(throws: ProviderError.unreachable(.discovery)) {
            try await client.address(for: test.request, at: TestProvider.now)
        }
        test.change { $0.isDown = false }
        #expect(try await !client.address(for: test.request, at: TestProvider.now).isEmpty)
    }

    @Test("an e-mail address that the token lacks is asked for, and believed of the same person only")
    func userInfo() async throws {
        test.change {
            $0.discovery = ["userinfo_endpoint": "https://login.example.org/me"]
            $0.userInfo = "{\"sub\":\"ada-1\",\"email\":\"ada@example.org\",\"email_verified\":\"true\"}"
        }
        let thin: [String: String?] = ["email": nil, "email_verified": nil]
        let identity = try await test.signIn(thin)
        #expect(identity.email == "ada@example.org")
        #expect(identity.isEmailVerified)
        let asked = try #require(test.asked.first { $0.document == .userInfo })
        #expect(asked.headers["Authorization"] == "Bearer open")
        test.change {
            $0.userInfo = "{\"sub\":\"eve\",\"email\":\"eve@example.org\",\"email_verified\":true}"
        }
        await #expect(throws: ProviderError.token(.subject)) { try await test.signIn(thin) }
    }

    @Test("a provider's secret slips into no text about it")
    func description() {
        #expect(!"\(test.provider)".contains("s3cret"))
    }
}

/// A provider whose description has true and false in it, which are no texts.
private struct BooleanDiscovery: Transport {
    let test: TestProvider

    func send(_ request: ProviderRequest) async throws -> ProviderAnswer {
        var answer = try await test.send(request)
        let text = String(decoding: answer.body, as: UTF8.self)
        answer.body = Array(
            text.replacingOccurrences(of: "\"true\"", with: "true")
                .replacingOccurrences(of: "\"false\"", with: "false").utf8
        )
        return answer
    }
}
