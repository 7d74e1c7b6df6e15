/// Whom an identity provider vouches for, as a way into an account.
///
/// The issuer and its name for the person are the identity; an e-mail address is none, since it can be given to
/// somebody else.
package struct LinkedIdentity: Equatable, Sendable {
    package var issuer: String
    package var subject: String
    package var created: Timestamp

    package init(issuer: String, subject: String, created: Timestamp) {
        self.issuer = issuer
        self.subject = subject
        self.created = created
    }

    /// Names it in a form of its own person.
    package var handle: String {
        String(Digest.sha256(Array("\(issuer)\u{0}\(subject)".utf8)).prefix(16))
    }
}
