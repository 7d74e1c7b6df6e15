/// Who vouches for people: an OpenID provider, as it knows us.
package struct Provider: Equatable, Sendable {
    /// Its own address, exactly as its tokens give it.
    package var issuer: String
    package var clientID: String
    /// Nil for a client without one, which PKCE alone protects.
    package var clientSecret: String?

    package init(issuer: String, clientID: String, clientSecret: String?) {
        self.issuer = issuer
        self.clientID = clientID
        self.clientSecret = clientSecret
    }
}

extension Provider: CustomStringConvertible {
    /// Without the secret, so that it can't slip into a log.
    package var description: String { "Provider(\(issuer), \(clientID))" }
}
