/// Why a relay didn't take a letter.
///
/// It says nothing of whom the letter was to, so that a log may hold it.
package enum RelayError: Error, Equatable, Sendable {
    /// An address that would break out of its line.
    case address
    /// A relay elsewhere that would be spoken to in the open.
    case notEncrypted
    /// The host doesn't answer at all or in time.
    case unreachable
    /// TLS was asked for, and can't be had or believed.
    case insecure
    /// The user name and password aren't accepted.
    case credentials
    /// The relay answered with a code that says no.
    case refused(code: Int)
    /// Anything else, by libcurl's number.
    case failed(number: Int)
}

extension RelayError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .address: "an address that no letter can go to or come from"
        case .notEncrypted: "the relay isn’t on this machine, and letters would go to it unencrypted"
        case .unreachable: "the relay doesn’t answer"
        case .insecure: "the relay has no TLS, or a certificate that can’t be believed"
        case .credentials: "the relay doesn’t accept the user name and password"
        case .refused(let code): "the relay refused it (\(code))"
        case .failed(let number): "the relay broke off (libcurl \(number))"
        }
    }
}
