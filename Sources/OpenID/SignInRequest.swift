import Crypto
import FoundationEssentials

/// What a sign-in is asked with, and what its answer must fit.
package struct SignInRequest: Equatable, Sendable {
    /// Comes back with the answer.
    package var state: String
    /// Comes back inside the token.
    package var nonce: String
    /// What only who asked knows (RFC 7636): 43 to 128 unreserved characters.
    package var verifier: String
    /// Where the provider sends people back to.
    package var returnAddress: String

    package init(state: String, nonce: String, verifier: String, returnAddress: String) {
        self.state = state
        self.nonce = nonce
        self.verifier = verifier
        self.returnAddress = returnAddress
    }

    /// The verifier's digest, which the provider is told beforehand.
    package var challenge: String { Self.base64URL(SHA256.hash(data: Data(verifier.utf8))) }

    static func base64URL(_ bytes: some Sequence<UInt8>) -> String {
        String(
            Data(bytes).base64EncodedString().compactMap { character in
                switch character {
                case "+": "-"
                case "/": "_"
                case "=": nil
                default: character
                }
            }
        )
    }
}
