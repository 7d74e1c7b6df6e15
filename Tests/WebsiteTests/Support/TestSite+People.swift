import Sightline
import Storage
import Website

extension TestSite {
    /// The paths of the links in the letters that wait, the oldest letter first.
    func letterLinks() async throws -> [String] {
        // A moment later, so that letters written now are due.
        let now = clock.now.advanced(bySeconds: 1)
        let letters = try await database.read { try MailStore.due(at: now, limit: 1_000, on: $0) }
        return letters.compactMap { letter in
            letter.body.firstMatch(
                of: /http:\/\/127\.0\.0\.1:8080(\/(?:invitations|password-resets)\/[\w-]+)/
            )
            .map { String($0.1) }
        }
    }

    /// The account of someone new with one role.
    func account(_ role: Role, on unit: Unit.ID) async throws -> Account.ID {
        try await database.write { connection in
            let account = try AccountStore.insert(name: "Robin", context, on: connection)
            try AccountStore.grant(RoleGrant(role: role, unit: unit), to: account.id, context, on: connection)
            return account.id
        }
    }
}
