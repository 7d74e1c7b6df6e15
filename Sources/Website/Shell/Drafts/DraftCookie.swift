import Hummingbird
import Sightline

/// The cookie that holds the secret of a form that waits for its sender to sign in again.
enum DraftCookie {
    static func name(isSecure: Bool) -> String { CookieName.make("sightline-draft", isSecure: isSecure) }

    static func make(_ secret: Secret, isSecure: Bool) -> Cookie {
        Cookie(
            name: name(isSecure: isSecure),
            value: secret.text,
            maxAge: Int(Draft.keptSeconds),
            path: "/",
            secure: isSecure,
            httpOnly: true,
            sameSite: .lax
        )
    }
}
