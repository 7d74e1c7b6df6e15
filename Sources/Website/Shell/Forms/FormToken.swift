import Crypto
import Hummingbird
import Sightline

/// Proof that a form comes from a page of the session: a keyed digest of the session's own secret, so that
/// there is nothing to store and another site can't know it.
enum FormToken {
    static let field = "form-token"

    static func make(session secret: Secret) -> String {
        let code = HMAC<SHA256>.authenticationCode(
            for: Array(field.utf8),
            using: SymmetricKey(data: Array(secret.text.utf8))
        )
        return code.map { $0 < 16 ? "0\(String($0, radix: 16))" : String($0, radix: 16) }.joined()
    }

    /// Compares in a time that doesn't depend on where they differ.
    static func matches(_ token: String, session secret: Secret) -> Bool {
        let expected = Array(make(session: secret).utf8)
        let given = Array(token.utf8)
        guard expected.count == given.count else { return false }
        return zip(expected, given).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }

    /// Whether a browser says itself that the request comes from a page of this site.
    static func isSurelyOwn(_ request: Request) -> Bool {
        if let name = HeaderName("Sec-Fetch-Site"), let site = request.headers[name] {
            return site == "same-origin"
        }
        return request.headers[.origin] != nil && !isForeign(request)
    }

    /// Whether a browser says that the request comes from a page of another site.
    static func isForeign(_ request: Request) -> Bool {
        if let name = HeaderName("Sec-Fetch-Site"), let site = request.headers[name] {
            return site != "same-origin" && site != "none"
        }
        guard let origin = request.headers[.origin] else { return false }
        guard let authority = request.head.authority, let scheme = origin.firstRange(of: "://") else {
            return true
        }
        return origin[scheme.upperBound...] != authority[...]
    }
}
