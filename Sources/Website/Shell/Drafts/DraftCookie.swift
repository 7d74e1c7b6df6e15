import Hummingbird
import Sightline

/// The cookie that holds the secret of a form that waits for its sender to sign in again.
enum DraftCookie {
    static let name = "sightline-draft"

    static func make(_ secret: Secret, isSecure: Bool) -> Cookie {
        Cookie(
            name: name,
            value: secret.text,
            maxAge: Int(Draft.keptSeconds),
            path: "/",
            secure: isSecure,
            httpOnly: true,
            sameSite: .lax
        )
    }
}
