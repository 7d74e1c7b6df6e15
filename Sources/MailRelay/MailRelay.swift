/// A host that takes letters by SMTP and passes them on, by libcurl.
package struct MailRelay: Equatable, Sendable {
    package var host: String
    package var port: Int
    package var security: Security
    package var credentials: Credentials?
    /// A file with the certificates to believe instead of the system's, for a relay with one of its own.
    package var trustFile: String?
    /// How long one letter may take.
    package var limitInSeconds: Int

    /// How the connection is kept from being read by others.
    package enum Security: String, CaseIterable, Sendable {
        /// Plain at first, then TLS or nothing.
        case starttls
        /// TLS from the first byte.
        case implicit
        /// None, which only a relay on this very machine may have.
        case none
    }

    package struct Credentials: Equatable, Sendable {
        package var user: String
        package var password: String

        package init(user: String, password: String) {
            self.user = user
            self.password = password
        }
    }

    package init(
        host: String,
        port: Int,
        security: Security,
        credentials: Credentials? = nil,
        trustFile: String? = nil,
        limitInSeconds: Int = 30
    ) {
        self.host = host
        self.port = port
        self.security = security
        self.credentials = credentials
        self.trustFile = trustFile
        self.limitInSeconds = limitInSeconds
    }

    /// Whether it is on this very machine.
    package var isOnLoopback: Bool { ["127.0.0.1", "::1", "localhost"].contains(host) }

    /// Hands one letter over; waits until the relay has taken it, so it belongs on a thread that may wait.
    ///
    /// - Parameters:
    ///   - message: the letter as RFC 5322 has it; its lines may end as they like.
    ///   - sender: the address that it comes from.
    ///   - recipient: the address that it goes to.
    /// - Throws: ``RelayError``.
    package func send(_ message: String, from sender: String, to recipient: String) throws(RelayError) {
        guard security != .none || isOnLoopback else { throw .notEncrypted }
        guard Self.isPlain(sender), Self.isPlain(recipient) else { throw .address }
        let transfer = try Transfer(to: self)
        try transfer.run(Self.withNetworkLines(message), from: sender, to: recipient)
    }

    /// Whether an address can be written into a line of the protocol without ending it or adding to it.
    private static func isPlain(_ address: String) -> Bool {
        !address.isEmpty && address.utf8.count <= 254 && address.utf8.contains(UInt8(ascii: "@"))
            && address.unicodeScalars.allSatisfy { scalar in
                scalar.value > 32 && scalar.value != 127 && !"<>,;\"()\\".unicodeScalars.contains(scalar)
                    && !scalar.properties.isWhitespace && scalar.properties.generalCategory != .control
            }
    }

    /// The bytes of a letter, each line ended as the protocol ends it.
    private static func withNetworkLines(_ message: String) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(message.utf8.count + 64)
        for byte in message.utf8 where byte != UInt8(ascii: "\r") {
            if byte == UInt8(ascii: "\n") { bytes.append(UInt8(ascii: "\r")) }
            bytes.append(byte)
        }
        return bytes
    }
}

extension MailRelay: CustomStringConvertible {
    /// Without the password, so that it can't slip into a log.
    package var description: String { "MailRelay(\(host):\(port), \(security.rawValue))" }
}
