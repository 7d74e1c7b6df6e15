import Hummingbird
import OpenID
import Sightline
import Storage

/// Signing in through an identity provider, and linking one to an account.
enum ProviderRoutes {
    static func register(on routes: Routes) {
        let site = routes.site
        routes.at(Address.providerSignIn).post(running: { key, _, visit, site in
            try await depart(to: key, linking: nil, visit, site)
        })
        routes.at(Address.providerReturn).get(running: { key, visit, _ in
            try await arrive(from: key, visit, site)
        })
        routes.at(Address.accountProvider).post(running: { key, _, visit, site in
            guard let account = visit.account else { throw Failure.signInNeeded }
            return try await depart(to: key, linking: account.id, visit, site)
        })
        routes.at(.endedIdentities).post { _, form, visit, connection in
            try unlink(form["identity"], visit, site, connection)
        }
    }

    // MARK: To the provider

    /// Sends the browser to a provider, and remembers that it has gone there.
    private static func depart(
        to key: ProviderKey,
        linking account: Account.ID?,
        _ visit: Visit,
        _ site: Site
    ) async throws -> Answer {
        guard let desk = site.providers[key] else { throw Failure.notFound }
        let departure = AttemptStore.Subject.departure(visit.client.address)
        let attempt = ProviderAttempt(
            issuer: desk.description.provider.issuer,
            account: account,
            visit.context
        )
        let destination: String
        do {
            let request = request(attempt, from: key, site)
            destination = try await desk.client.address(for: request, at: visit.now.seconds)
        } catch let error as ProviderError {
            site.warn("A provider can't be used", key, error)
            guard account == nil else { return refused(.unreachable, by: desk) }
            return .page(signInPage(without: desk, site), status: ProviderRefusal.unreachable.status)
        }
        try await site.database.write { connection in
            guard
                try AttemptStore.count(departure, at: visit.now, on: connection) < AttemptStore.mostDepartures
            else { throw Failure.tooManyAttempts }
            try AttemptStore.note([departure], at: visit.now, on: connection)
            try ProviderAttemptStore.insert(attempt, at: visit.now, on: connection)
        }
        let isSecure = site.configuration.isBehindHTTPS
        return .page(DeparturePage(provider: desk.description.name, destination: destination))
            .refreshing(to: destination)
            .setting(AttemptCookie.make(attempt.browser, isSecure: isSecure))
    }

    /// The sign-in page, which says that a provider doesn't answer and offers the other ways.
    private static func signInPage(without desk: ProviderDesk, _ site: Site) -> SignInPage {
        var page = SignInPage(providers: site.configuration.providers)
        page.silentProvider = desk.description.name
        return page
    }

    private static func request(
        _ attempt: ProviderAttempt,
        from key: ProviderKey,
        _ site: Site
    ) -> SignInRequest {
        SignInRequest(
            state: attempt.state.text,
            nonce: attempt.nonce,
            verifier: attempt.verifier,
            // No other address than the site's own is ever given.
            returnAddress: site.configuration.publicAddress + Address.providerReturn(key).path
        )
    }

    // MARK: And back

    private static func arrive(
        from key: ProviderKey,
        _ visit: Visit,
        _ site: Site
    ) async throws -> Answer {
        guard let desk = site.providers[key] else { throw Failure.notFound }
        let answer: Answer
        do {
            answer = try await welcome(from: key, desk, visit, site)
        } catch let refusal as ProviderRefusal {
            answer = refused(refusal, by: desk)
        } catch let error as ProviderError {
            site.warn("A provider vouched for nobody", key, error)
            answer = refused(refusal(error), by: desk)
        }
        return answer.setting(AttemptCookie.remove(isSecure: site.configuration.isBehindHTTPS))
    }

    /// Uses the attempt up before anything else, so that nothing can be tried twice with it.
    private static func welcome(
        from key: ProviderKey,
        _ desk: ProviderDesk,
        _ visit: Visit,
        _ site: Site
    ) async throws -> Answer {
        guard let state = Secret(visit.query["state"]), let browser = visit.attempt else {
            throw ProviderRefusal.stale
        }
        let attempt = try await site.database.write { connection in
            try ProviderAttemptStore.use(
                state: state,
                browser: browser,
                issuer: desk.description.provider.issuer,
                at: visit.now,
                on: connection
            )
        }
        guard let attempt else { throw ProviderRefusal.stale }
        let code = visit.query["code"]
        guard visit.query.optional("error") == nil, !code.isEmpty, code.utf8.count <= 4_096 else {
            throw ProviderRefusal.declined
        }
        let identity = try await desk.client.identity(
            code: code,
            issuer: visit.query.optional("iss"),
            for: request(attempt, from: key, site),
            at: visit.now.seconds
        )
        return try await site.database.write { connection in
            let admission = ProviderAdmission(
                desk: desk,
                identity: identity,
                visit: visit,
                site: site.configuration,
                connection: connection
            )
            guard let account = attempt.account else { return try admission.signIn() }
            return try admission.link(to: account)
        }
    }

    private static func refusal(_ error: ProviderError) -> ProviderRefusal {
        switch error {
        case .unreachable: .unreachable
        case .declined: .declined
        default: .notBelieved
        }
    }

    private static func refused(_ refusal: ProviderRefusal, by desk: ProviderDesk) -> Answer {
        .page(
            ProviderRefusalPage(provider: desk.description.name, refusal: refusal),
            status: refusal.status
        )
    }

    // MARK: Unlinking

    private static func unlink(
        _ handle: String,
        _ visit: Visit,
        _ site: Site,
        _ connection: any SQLConnection
    ) throws -> Answer {
        guard let account = visit.account else { throw Failure.signInNeeded }
        let hasPassword = try CredentialStore.find(account.id, on: connection) != nil
        let linked = try LinkedIdentityStore.all(of: account.id, on: connection)
        guard hasPassword || linked.count > 1 else {
            var page = try AccountPage(for: visit, site.configuration.providers, on: connection)
            page.form = FormState(
                typed: Form(),
                problems: [
                    .init("new-password", "Choose a password first: this is your only way to sign in.")
                ]
            )
            return .unsaved(page)
        }
        try LinkedIdentityStore.unlink(handle: handle, from: account, visit.context, on: connection)
        return .redirect(to: .account, notice: .providerUnlinked)
    }
}

extension Timestamp {
    /// Whole seconds since 1970.
    fileprivate var seconds: Int64 { microseconds / 1_000_000 }
}
