import Hummingbird

/// Why a provider's answer let nobody in.
enum ProviderRefusal: Error, Equatable, Sendable {
    /// Not begun in this browser, used already, or too long ago.
    case stale
    case unreachable
    /// The person, or the provider, said no.
    case declined
    /// The provider's answer doesn't bear checking.
    case notBelieved
    /// The provider doesn't vouch for an e-mail address of a domain that is allowed here.
    case notAllowed
    /// An account has the e-mail address; only its holder may link the two.
    case emailTaken
    case inactive
    /// The identity leads into another account.
    case linkedElsewhere
    /// Whoever began to link was somebody else, or has signed out since.
    case signedOut

    var status: HTTPResponse.Status {
        switch self {
        case .stale, .notBelieved: .badRequest
        case .unreachable: .serviceUnavailable
        case .declined, .notAllowed, .inactive, .signedOut: .forbidden
        case .emailTaken, .linkedElsewhere: .conflict
        }
    }
}
