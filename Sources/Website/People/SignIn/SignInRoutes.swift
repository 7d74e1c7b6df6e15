import Hummingbird
import Sightline
import Storage

/// Signing in by password or by a one-time link, and signing out.
enum SignInRoutes {
    static func register(on routes: Routes) {
        let isSecure = routes.site.configuration.isBehindHTTPS
        let providers = routes.site.configuration.providers
        routes.at(.root).get { _, visit, connection in
            if let account = visit.account, account.roles.isEmpty {
                return .page(RolelessPage(account: account))
            }
            guard let account = visit.account, account.units(permitting: .read).count > 1 else {
                return home(of: visit)
            }
            return .page(try StartPage(for: visit, on: connection))
        }
        routes.at(.signIn)
            .get { _, visit, _ in
                visit.account == nil ? .page(SignInPage(providers: providers)) : home(of: visit)
            }
            .post(running: signIn)
        routes.at(Address.signInLink)
            .get { code, _, _ in .page(SignInLinkPage(code: code)) }
            .post { code, _, visit, connection in try use(code, visit, connection, isSecure: isSecure) }
        routes.at(.session).post { _, _, visit, connection in
            if let session = visit.session {
                try SignInStore.endSession(session, at: visit.now, on: connection)
            }
            return .redirect(to: .signIn).setting(SessionCookie.remove(isSecure: isSecure))
        }
    }

    /// The first unit that the visitor may read; the people of a coach, or all units, where there is none.
    private static func home(of visit: Visit) -> Answer {
        if let unit = visit.account?.units(permitting: .read).first { return .redirect(to: .unit(unit)) }
        return .redirect(to: Access.decide(visit.account, holding: .coach).isAllowed ? .coaching : .units)
    }

    /// Uses a link up; a session that the browser had before is ended, so that nobody can plant one.
    private static func use(
        _ code: SignInCode,
        _ visit: Visit,
        _ connection: any SQLConnection,
        isSecure: Bool
    ) throws -> Answer {
        guard
            let link = code.secret,
            let session = try SignInStore.useLink(
                link,
                device: visit.client.device,
                visit.context,
                on: connection
            )
        else { return .page(SpentLinkPage(), status: .gone) }
        return try begin(session, visit, connection, isSecure: isSecure)
    }

    /// Goes on with someone who is who they say: to their code where they sign in with codes, and else to a session.
    ///
    /// - Parameter hasSecondFactor: whether a provider says that it has asked for more than a password.
    static func proceed(
        _ account: Account.ID,
        through provider: String? = nil,
        hasSecondFactor: Bool = false,
        _ visit: Visit,
        _ connection: any SQLConnection,
        isSecure: Bool
    ) throws -> Answer {
        guard try hasSecondFactor || CodeStore.state(of: account, on: connection) == nil else {
            let secret = try SignInStore.beginSecondStep(of: account, visit.context, on: connection)
            return .redirect(to: .secondStep)
                .setting(SessionCookie.makeSecondStep(secret, isSecure: isSecure))
        }
        let session = try SignInStore.startSession(
            of: account,
            device: provider.map { "\(visit.client.device), through \($0)" } ?? visit.client.device,
            visit.context,
            on: connection
        )
        return try begin(session, visit, connection, isSecure: isSecure)
    }

    /// Sends the browser on with its new session.
    static func begin(
        _ session: Secret,
        _ visit: Visit,
        _ connection: any SQLConnection,
        isSecure: Bool
    ) throws -> Answer {
        if let old = visit.session { try SignInStore.endSession(old, at: visit.now, on: connection) }
        // What they typed before their session ended comes back; what another person typed doesn't.
        let begun = try SignInStore.session(session, at: visit.now, on: connection)
        let draft = try visit.draft.flatMap { secret in
            try begun.flatMap { try DraftStore.find(secret, of: $0.account, at: visit.now, on: connection) }
        }
        let answer = draft.map { Answer.redirect(toPlace: $0.place) } ?? .redirect(to: .root)
        return answer.setting(SessionCookie.make(session, isSecure: isSecure))
    }
}

// MARK: - By password

extension SignInRoutes {
    /// Looks, waits and answers alike whether or not an account has the address.
    @Sendable private static func signIn(
        _: Void,
        _ form: Form,
        _ visit: Visit,
        _ site: Site
    ) async throws -> Answer {
        let email = form["email"]
        let attempt: [AttemptStore.Subject] = [.address(visit.client.address), .email(email)]
        let found = try await site.database.write { connection in
            let account = try AccountStore.find(email: email, on: connection)
            let failures = try failures(email, visit, on: connection)
            // Noted before it is known to fail, so that those who try many at once are counted too.
            if failures.fromAddress < AttemptStore.mostFromAddress {
                try AttemptStore.note(attempt, at: visit.now, on: connection)
            }
            return (
                account: account,
                hash: try account.flatMap { try CredentialStore.find($0.id, on: connection) },
                failures: failures
            )
        }
        guard found.failures.fromAddress < AttemptStore.mostFromAddress else { throw Failure.tooManyAttempts }
        try await Task.sleep(for: .seconds(AttemptStore.delay(after: found.failures.forEmail)))
        let cost = site.configuration.passwordCost
        let password = form.untrimmed("password")
        let hash = found.hash ?? .decoy(cost: cost)
        // Text that no password can be isn't worth the work, and is none.
        let match = try await site.aside { try hash.match(String(password.prefix(PasswordRules.longest))) }
        guard let match, password.count <= PasswordRules.longest, found.hash != nil,
            let account = found.account, account.isActive
        else {
            let problem = FormState.Problem("email", "No account has this address and this password.")
            return .unsaved(page(FormState(typed: form, problems: [problem]), site))
        }
        // What was hashed more cheaply, years ago, or before passwords were normalised, is hashed anew while the
        // password is at hand.
        let renewed =
            hash.cost == cost && match == .normalised
            ? nil : try await site.aside { try PasswordHash(of: password, cost: cost, visit.context) }
        return try await site.database.write { connection in
            try AttemptStore.takeBack(attempt, at: visit.now, on: connection)
            if let renewed { try CredentialStore.renew(renewed, of: account, visit.context, on: connection) }
            return try proceed(account.id, visit, connection, isSecure: site.configuration.isBehindHTTPS)
        }
    }

    private static func page(_ form: FormState, _ site: Site) -> SignInPage {
        SignInPage(form: form, providers: site.configuration.providers)
    }

    private static func failures(
        _ email: String,
        _ visit: Visit,
        on connection: any SQLConnection
    ) throws -> (fromAddress: Int, forEmail: Int) {
        (
            try AttemptStore.count(.address(visit.client.address), at: visit.now, on: connection),
            try AttemptStore.count(.email(email), at: visit.now, on: connection)
        )
    }
}
