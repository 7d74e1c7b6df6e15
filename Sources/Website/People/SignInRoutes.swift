import Hummingbird
import Sightline
import Storage

/// Signing in with a one-time link, and signing out.
enum SignInRoutes {
    static func register(on routes: Routes) {
        let isSecure = routes.site.configuration.isBehindHTTPS
        routes.at(.root).get { _, visit, connection in
            guard let account = visit.account, account.units(permitting: .read).count > 1 else {
                return home(of: visit)
            }
            return .page(try StartPage(for: visit, on: connection))
        }
        routes.at(.signIn).get { _, visit, _ in visit.account == nil ? .page(SignInPage()) : home(of: visit) }
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

    /// The first unit that the visitor may read, or all units where there is none.
    private static func home(of visit: Visit) -> Answer {
        .redirect(to: visit.account?.units(permitting: .read).first.map { .unit($0) } ?? .units)
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
            let session = try SignInStore.useLink(link, visit.context, on: connection)
        else { return .page(SpentLinkPage(), status: .gone) }
        if let old = visit.session { try SignInStore.endSession(old, at: visit.now, on: connection) }
        return .redirect(to: .root).setting(SessionCookie.make(session, isSecure: isSecure))
    }
}
