import Foundation
import OpenID
import Sightline
import Testing
import Website

/// What is said of a file that describes identity providers wrongly, or is made of one that is right.
struct IdentityProviderFileTests {
    private static let fields = [
        "key": "\"riverside\"", "name": "\"Riverside\"", "issuer": "\"https://login.example.org\"",
        "client-id": "\"sightline\"", "client-secret-file": "\"secret\"", "domains": "[\"Example.org\"]",
        "new-accounts": "{\"role\": \"viewer\", \"unit\": \"01900000-0000-7000-8000-000000000000\"}",
        "second-factor-levels": "[\"gold\"]",
    ]

    private func read(
        _ changes: [String: String?],
        _ environment: [String: String] = [:]
    ) throws -> IdentityProvider? {
        var fields: [String: String?] = Self.fields
        fields.merge(changes) { $1 }
        let object = fields.compactMap { name, value in value.map { "\"\(name)\": \($0)" } }.joined(
            separator: ","
        )
        return try read("{\"providers\": [{\(object)}]}", environment).first
    }

    private func read(_ text: String, _ environment: [String: String] = [:]) throws -> [IdentityProvider] {
        let folder = FileManager.default.temporaryDirectory.appending(path: "openid-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "providers.json")
        try Data(text.utf8).write(to: file)
        try Data("s3cret\n".utf8).write(to: folder.appending(path: "secret"))
        try Data("two\nlines\n".utf8).write(to: folder.appending(path: "lines"))
        return try IdentityProviderFile(file.path, environment: environment).providers
    }

    @Test func `a file that is right is read whole`() throws {
        let found = try #require(try read([:]))
        #expect(found.key.pathText == "riverside")
        #expect(found.name == "Riverside")
        #expect(found.provider.issuer == "https://login.example.org")
        #expect(found.provider.clientID == "sightline")
        #expect(found.provider.clientSecret == "s3cret")
        #expect(found.domains == ["example.org"])
        #expect(found.newRole?.role == .viewer)
        #expect(found.secondFactorLevels == ["gold"])
        let bare = try #require(
            try read([
                "client-secret-file": nil, "domains": nil, "new-accounts": nil, "second-factor-levels": nil,
            ])
        )
        #expect(bare.provider.clientSecret == nil && bare.domains.isEmpty && bare.newRole == nil)
        let variable =
            ["client-secret-file": nil, "client-secret-environment": "\"OIDC\""] as [String: String?]
        #expect(try read(variable, ["OIDC": "s"])?.provider.clientSecret == "s")
    }

    @Test(
        arguments: [
            (["issuer": "\"http://login.example.org\""], "providers[0]: issuer: must be an https address"),
            (["issuer": nil], "providers[0]: issuer: is missing"),
            (["issuer": "7"], "providers[0]: issuer: must be a text"),
            (["key": "\"River Side\""], "providers[0]: key: must be of small letters"),
            (["name": "\"\""], "providers[0]: name: must be a text"),
            (["domains": "\"example.org\""], "providers[0]: domains: must be a list of texts"),
            (["domains": "[\"@example.org\"]"], "providers[0]: domains: has “@example.org”"),
            (["domains": "[\"org\"]"], "providers[0]: domains: has “org”"),
            (["domain": "[]"], "providers[0]: domain: is unknown; there are client-id"),
            (["new-accounts": "{\"role\": \"king\"}"], "new-accounts: role: must be one of viewer"),
            (["new-accounts": "{\"role\": \"administrator\"}"], "new-accounts: role: can't be administrator"),
            (
                ["new-accounts": "{\"role\": \"viewer\", \"unit\": \"x\"}"],
                "new-accounts: unit: must be the id"
            ),
            (["client-secret-file": "\"nothing\""], "client-secret-file: "),
            (["client-secret-file": "\"lines\""], "must hold the secret alone"),
            (["client-secret-environment": "\"X\""], "stands beside client-secret-environment"),
            (["client-secret-file": nil, "client-secret-environment": "\"X\""], "names X, which isn't set"),
        ] as [([String: String?], String)]
    )
    func `what is wrong is said with the file, the field and what would be right`(
        change: [String: String?],
        sentence: String
    ) throws {
        let error = try #require(throws: SettingError.self) { try read(change) }
        #expect("\(error)".contains("providers.json"))
        #expect("\(error)".contains(sentence), "\(error)")
        #expect(!"\(error)".contains("s3cret"))
    }

    @Test(arguments: [
        "", "[]", "{", "{\"providers\": {}}", "{\"providers\": []}", "{\"providers\": [], \"x\": 1}",
    ])
    func `a file of another shape is refused`(text: String) {
        #expect(throws: SettingError.self) { try read(text) }
    }

    @Test func `a key or an issuer that is there twice is refused`() {
        let one = Self.fields.map { "\"\($0)\": \($1)" }.joined(separator: ",")
        #expect(throws: SettingError.self) { try read("{\"providers\": [{\(one)},{\(one)}]}") }
        let other = one.replacingOccurrences(of: "\"riverside\"", with: "\"other\"")
        #expect(throws: SettingError.self) { try read("{\"providers\": [{\(one)},{\(other)}]}") }
    }
}
