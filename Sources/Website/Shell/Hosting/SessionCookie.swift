import Hummingbird
import Sightline

/// The cookie that holds a session's secret.
enum SessionCookie {
    static let name = "sightline-session"

    /// The cookie of a new session.
    ///
    /// It stays a week longer than the server takes it: it tells whose form it is that comes too late.
    /// - Parameter isSecure: whether the site is reached through HTTPS only.
    static func make(_ secret: Secret, isSecure: Bool) -> Cookie {
        cookie(secret.text, seconds: Session.Limits().absolute + 7 * 86_400, isSecure: isSecure)
    }

    /// Makes the browser forget it.
    static func remove(isSecure: Bool) -> Cookie { cookie("", seconds: 0, isSecure: isSecure) }

    private static func cookie(_ value: String, seconds: Int64, isSecure: Bool) -> Cookie {
        Cookie(
            name: name,
            value: value,
            maxAge: Int(seconds),
            path: "/",
            secure: isSecure,
            httpOnly: true,
            sameSite: .lax
        )
    }
}
