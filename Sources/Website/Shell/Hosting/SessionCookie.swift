import Hummingbird
import Sightline

/// The cookie that holds a session's secret.
enum SessionCookie {
    static func name(isSecure: Bool) -> String { CookieName.make("sightline-session", isSecure: isSecure) }
    /// That of a sign-in that waits for its second step.
    static func secondStepName(isSecure: Bool) -> String {
        CookieName.make("sightline-second-step", isSecure: isSecure)
    }

    /// The cookie of a new session.
    ///
    /// It stays a week longer than the server takes it: it tells whose form it is that comes too late.
    /// - Parameter isSecure: whether the site is reached through HTTPS only.
    static func make(_ secret: Secret, isSecure: Bool) -> Cookie {
        let seconds = Session.Limits().absolute + 7 * 86_400
        return cookie(name(isSecure: isSecure), secret.text, seconds: seconds, isSecure: isSecure)
    }

    /// Makes the browser forget it.
    static func remove(isSecure: Bool) -> Cookie {
        cookie(name(isSecure: isSecure), "", seconds: 0, isSecure: isSecure)
    }

    /// The cookie that ties a second step to the browser in which the password was typed.
    static func makeSecondStep(_ secret: Secret, isSecure: Bool) -> Cookie {
        let name = secondStepName(isSecure: isSecure)
        return cookie(name, secret.text, seconds: SignInStore.secondStepSeconds, isSecure: isSecure)
    }

    static func removeSecondStep(isSecure: Bool) -> Cookie {
        cookie(secondStepName(isSecure: isSecure), "", seconds: 0, isSecure: isSecure)
    }

    private static func cookie(_ name: String, _ value: String, seconds: Int64, isSecure: Bool) -> Cookie {
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
