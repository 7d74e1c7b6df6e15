import Hummingbird
import Sightline

/// The cookie that holds a session's secret.
enum SessionCookie {
    static func name(isSecure: Bool) -> String { CookieName.make("sightline-session", isSecure: isSecure) }

    /// The cookie of a new session; it outlives no session, which the server ends first.
    ///
    /// - Parameter isSecure: whether the site is reached through HTTPS only.
    static func make(_ secret: Secret, isSecure: Bool) -> Cookie {
        cookie(secret.text, seconds: Session.Limits().absolute, isSecure: isSecure)
    }

    /// Makes the browser forget it.
    static func remove(isSecure: Bool) -> Cookie { cookie("", seconds: 0, isSecure: isSecure) }

    private static func cookie(_ value: String, seconds: Int64, isSecure: Bool) -> Cookie {
        Cookie(
            name: name(isSecure: isSecure),
            value: value,
            maxAge: Int(seconds),
            path: "/",
            secure: isSecure,
            httpOnly: true,
            sameSite: .lax
        )
    }
}
