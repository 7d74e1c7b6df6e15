import Hummingbird
import Sightline
import Storage

/// Someone's own account.
enum AccountRoutes {
    static func register(on routes: Routes) {
        let providers = routes.site.configuration.providers
        routes.at(.account).get { _, visit, connection in
            .page(try AccountPage(for: visit, providers, on: connection))
        }
        routes.at(.accountPassword).post(running: changePassword)
        routes.at(.endedSessions).post { _, form, visit, connection in
            guard let account = visit.account else { throw Failure.signInNeeded }
            try SignInStore.endSessions(
                of: account.id,
                handle: try handle(form["session"]),
                except: visit.session,
                at: visit.now,
                on: connection
            )
            return .redirect(to: .account, notice: .sessionsEnded)
        }
    }

    /// The handle of one session, or nil for all.
    private static func handle(_ text: String) throws(Failure) -> String? {
        guard text.utf8.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) }) else {
            throw .badRequest("That session isn’t in the list any more.")
        }
        return text.isEmpty ? nil : text
    }

    /// Whether someone knows the password of their account, asked slower and slower: the session may be stolen.
    private static func isRight(
        _ given: String,
        _ hash: PasswordHash,
        _ account: Account,
        _ visit: Visit,
        _ site: Site
    ) async throws -> Bool {
        let subject = AttemptStore.Subject.oldPassword(account.id)
        let failures = try await site.database.write { connection in
            let failures = try AttemptStore.count(subject, at: visit.now, on: connection)
            if failures < AttemptStore.mostCodes {
                try AttemptStore.note([subject], at: visit.now, on: connection)
            }
            return failures
        }
        guard failures < AttemptStore.mostCodes else { throw Failure.tooManyAttempts }
        try await Task.sleep(for: .seconds(AttemptStore.delay(after: failures)))
        guard try await site.aside({ try hash.matches(given) }) else { return false }
        try await site.database.write {
            try AttemptStore.takeBack([subject], at: visit.now, on: $0)
        }
        return true
    }

    @Sendable private static func changePassword(
        _: Void,
        _ form: Form,
        _ visit: Visit,
        _ site: Site
    ) async throws -> Answer {
        guard let account = visit.account else { throw Failure.signInNeeded }
        var (password, problems) = PasswordFields.read(form, of: account.person, site.passwordRules)
        let old = try await site.database.read { try CredentialStore.find(account.id, on: $0) }
        if let old, try await !isRight(form.untrimmed("password"), old, account, visit, site) {
            problems.insert(.init("password", "That isn’t your password."), at: 0)
        }
        guard problems.isEmpty else {
            let state = FormState(typed: form, problems: problems)
            return try await site.database.read { connection in
                var page = try AccountPage(for: visit, site.configuration.providers, on: connection)
                page.form = state
                return .unsaved(page)
            }
        }
        let cost = site.configuration.passwordCost
        let hash = try await site.aside { [password] in
            try PasswordHash(of: password, cost: cost, visit.context)
        }
        return try await site.database.write { connection in
            try CredentialStore.change(hash, of: account.id, visit.context, on: connection)
            try SignInStore.endSessions(of: account.id, except: visit.session, at: visit.now, on: connection)
            try SignInStore.endSecondSteps(of: account.id, on: connection)
            try SignInStore.endLinks(of: account.id, .reset, at: visit.now, on: connection)
            if let email = account.person.email {
                let letters = Letters(
                    site: site.configuration,
                    context: visit.context,
                    connection: connection
                )
                try letters.tellOfNewPassword(email)
            }
            return .redirect(to: .account, notice: .passwordChanged)
        }
    }
}
