import Hummingbird
import Sightline
import Storage
import Testing
import Website

extension TestSite {
    /// Someone with a password, a role and an address.
    struct Member: Sendable {
        let account: Account.ID
        let email: String
        let password = "correct horse battery"
    }

    /// Makes a person with a password.
    func member(
        _ name: String = "Ada",
        _ role: Role = .viewer,
        on unit: Unit.ID? = nil
    ) async throws -> Member {
        let email = "\(name.lowercased().replacing(" ", with: "."))@example.org"
        let hash = try PasswordHash(
            of: "correct horse battery",
            cost: PasswordHash.Cost(log2Rounds: 4),
            context
        )
        let place = unit ?? community
        let id = try await database.write { connection in
            let account = try AccountStore.insert(name: name, email: email, context, on: connection)
            try AccountStore.grant(
                RoleGrant(role: role, unit: place),
                to: account.id,
                context,
                on: connection
            )
            try CredentialStore.change(hash, of: account.id, context, on: connection)
            return account.id
        }
        return Member(account: id, email: email)
    }

    /// Turns codes on for someone; gives what their phone and their drawer hold then.
    func turnCodesOn(for id: Account.ID) async throws -> (secret: CodeSecret, codes: [RecoveryCode]) {
        try await database.write { connection in
            let account = try #require(try AccountStore.find(id, on: connection))
            let secret = try #require(try CodeStore.begin(id, context, on: connection))
            let code = secret.code(at: CodeSecret.step(at: clock.now) - 1)
            let codes = try CodeStore.confirm(code, of: account, context, on: connection)
            return (secret, try #require(codes))
        }
    }

    /// What a phone shows now.
    func code(_ secret: CodeSecret) -> String { secret.code(at: CodeSecret.step(at: clock.now)) }

    /// The subjects of the letters that wait, the oldest letter first.
    func letterSubjects() async throws -> [String] {
        let now = clock.now.advanced(bySeconds: 1)
        return try await database.read { try MailStore.due(at: now, limit: 1_000, on: $0) }.map(\.subject)
    }
}

extension Browser {
    /// Sends the sign-in form.
    mutating func signIn(_ member: TestSite.Member, password: String? = nil) async throws {
        try await post(
            Address.signIn.path,
            ["email": member.email, "password": password ?? member.password]
        )
    }

    /// Sends the form of the second step.
    mutating func give(_ code: String) async throws {
        try await post(Address.secondStep.path, ["one-time-code": code])
    }

    /// Whether it is signed in.
    mutating func isSignedIn() async throws -> Bool {
        try await get(Address.account.path)
        return status == .ok
    }
}
