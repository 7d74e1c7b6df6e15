/// Why nobody was vouched for.
///
/// Nothing in it is about a person, so that a log may hold it.
package enum ProviderError: Error, Equatable, Sendable {
    /// What was asked for, of a provider that didn't answer in time or at all.
    case unreachable(Document)
    case refused(Document, status: Int)
    case tooLarge(Document, limitInBytes: Int)
    case malformed(Document)
    /// The provider's description is of another issuer than the one that it was asked as.
    case issuerDiffers(String)
    /// An address that is neither https nor on this machine.
    case insecure(String)
    /// The provider sent the person back with an error, by its name in the protocol.
    case declined(String)
    /// The answer says that it comes from another issuer, or doesn't say it where it must.
    case answerOfAnother
    case token(TokenFault)

    package enum Document: String, Sendable {
        case discovery, keys, token
        case userInfo = "user info"
    }

    /// What is wrong with an identity token.
    package enum TokenFault: String, Error, Sendable {
        case malformed
        /// Not one of the asymmetric algorithms that are accepted.
        case algorithm
        case unknownKey = "unknown key"
        case signature
        case issuer
        case audience
        case authorisedParty = "authorised party"
        case expired
        case issuedInFuture = "issued in the future"
        case tooOld = "too old"
        case notYetValid = "not yet valid"
        case nonce
        case subject
    }
}
