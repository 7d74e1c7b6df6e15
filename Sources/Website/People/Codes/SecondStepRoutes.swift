import Hummingbird
import Sightline
import Storage

/// The second step of signing in: a code, of someone whose password was right.
enum SecondStepRoutes {
    static func register(on routes: Routes) {
        routes.at(.secondStep)
            .get { _, visit, connection in
                guard
                    let secret = visit.secondStep,
                    try SignInStore.secondStep(secret, at: visit.now, on: connection) != nil
                else { return .redirect(to: .signIn) }
                return .page(SecondStepPage())
            }
            .post(running: take)
    }

    @Sendable private static func take(
        _: Void,
        _ form: Form,
        _ visit: Visit,
        _ site: Site
    ) async throws -> Answer {
        let isSecure = site.configuration.isBehindHTTPS
        let over = Answer.redirect(to: .signIn, notice: .secondStepOver)
            .setting(SessionCookie.removeSecondStep(isSecure: isSecure))
        guard let secret = visit.secondStep else { return over }
        let waiting = try await site.database.read {
            try SignInStore.secondStep(secret, at: visit.now, on: $0)
        }
        guard let waiting else { return over }
        try await CodeCheck(account: waiting, visit: visit, site: site).wait()
        return try await site.database.write { connection in
            // Looked up again: it may have been used while this one waited.
            guard let account = try SignInStore.secondStep(secret, at: visit.now, on: connection) else {
                return over
            }
            let check = CodeCheck(account: account, visit: visit, site: site)
            guard try check.accepts(form["one-time-code"], on: connection) else {
                try SignInStore.failSecondStep(secret, on: connection)
                let problem = FormState.Problem(
                    "one-time-code",
                    "That is no code of yours, or it has been used."
                )
                return .unsaved(SecondStepPage(form: FormState(problems: [problem])))
            }
            guard try SignInStore.endSecondStep(secret, at: visit.now, on: connection) else { return over }
            let session = try SignInStore.startSession(
                of: account.id,
                device: visit.client.device,
                visit.context,
                on: connection
            )
            return try SignInRoutes.begin(session, visit, connection, isSecure: isSecure)
                .setting(SessionCookie.removeSecondStep(isSecure: isSecure))
        }
    }
}
