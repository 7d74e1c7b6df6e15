import Hummingbird
import Sightline

/// The cookie that binds a sign-in through a provider to the browser that began it.
enum AttemptCookie {
    static func name(isSecure: Bool) -> String { CookieName.make("sightline-attempt", isSecure: isSecure) }

    static func make(_ secret: Secret, isSecure: Bool) -> Cookie {
        cookie(secret.text, seconds: ProviderAttempt.validSeconds, isSecure: isSecure)
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
            // It must come along when the provider sends the browser back.
            sameSite: .lax
        )
    }
}
