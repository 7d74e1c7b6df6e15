import Foundation
import Hummingbird
import ProviderTestSupport
import Sightline
import Storage
import Testing
import Website

/// The way to an identity provider and back, as a browser goes it.
struct ProviderVisit {
    let site: TestSite
    static let begin = "/sign-in/providers/example"
    static let back = "/sign-in/providers/example/return"

    /// Begins at the sign-in page, or at the account's, and gives the provider's address.
    func leave(_ browser: inout Browser, linking: Bool = false) async throws -> String {
        if linking { try await browser.get("/account") }
        try await browser.post(linking ? "/account/providers/example" : Self.begin)
        #expect(browser.status == .ok)
        let name = try #require(HTTPFields.Element.Name("Refresh"))
        let refresh = try #require(browser.headers[name])
        return try #require(refresh.split(separator: "url=", maxSplits: 1).last.map(String.init))
    }

    /// Goes there and comes back with a token that says what a test wants.
    func signIn(
        _ browser: inout Browser,
        _ claims: [String: String?] = [:],
        linking: Bool = false
    ) async throws {
        let address = try await leave(&browser, linking: linking)
        try await browser.get(Self.back + site.provider.answer(address, claims))
    }

    func account(_ email: String) async throws -> Account? {
        try await site.database.read { try AccountStore.find(email: email, on: $0) }
    }

    /// An account with a role.
    func addAccount(_ email: String, active: Bool = true) async throws -> Account {
        let (context, unit) = (site.context, site.community)
        return try await site.database.write { connection in
            let account = try AccountStore.insert(name: "Ada", email: email, context, on: connection)
            let grant = RoleGrant(role: .viewer, unit: unit)
            try AccountStore.grant(grant, to: account.id, context, on: connection)
            if !active { try AccountStore.setActive(false, account, context, on: connection) }
            return account
        }
    }

    /// Signs a browser in to an account as its password would.
    func enter(_ account: Account, _ browser: inout Browser) async throws {
        let context = site.context
        let secret = try await site.database.write {
            try SignInStore.startSession(of: account.id, context, on: $0)
        }
        browser.cookie = "sightline-session=\(secret.text)"
    }

    /// What the page calls the visitor, if they are signed in.
    func isSignedIn(_ browser: inout Browser) async throws -> Bool {
        try await browser.get("/account")
        return browser.status == .ok
    }
}
