import Crypto

/// What a person's device and the server share, and the codes that both make of it.
///
/// RFC 6238 with what every app for phones takes: HMAC-SHA-1, steps of 30 seconds since 1970, six digits.
package struct CodeSecret: Equatable, Sendable {
    package let bytes: [UInt8]

    package static let stepSeconds: Int64 = 30
    package static let digits = 6

    package init(bytes: [UInt8]) { self.bytes = bytes }

    /// A fresh one, as long as RFC 4226 (section 4, R6) advises.
    init(_ context: Context) { self.init(bytes: context.randomBytes(20)) }

    /// The code of a step.
    package func code(at step: Int64, digits: Int = digits) -> String {
        let counter = stride(from: 56, through: 0, by: -8).map {
            UInt8(truncatingIfNeeded: step >> Int64($0))
        }
        let mac = Array(
            HMAC<Insecure.SHA1>.authenticationCode(for: counter, using: SymmetricKey(data: bytes))
        )
        // Dynamic truncation: RFC 4226, section 5.3.
        let offset = Int(mac[mac.count - 1] & 15)
        var number = mac[offset..<offset + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } & 0x7FFF_FFFF
        var text: [UInt8] = []
        for _ in 0..<digits {
            text.append(UInt8(ascii: "0") + UInt8(number % 10))
            number /= 10
        }
        return String(decoding: text.reversed(), as: UTF8.self)
    }

    /// The step of an instant.
    package static func step(at instant: Timestamp) -> Int64 {
        instant.microseconds / (stepSeconds * 1_000_000)
    }

    /// The step whose code a text is: the present one, the one before or the one after, if it comes after the last
    /// that was used; nil for any other text.
    package func step(of text: String, at now: Timestamp, after last: Int64) -> Int64? {
        let present = Self.step(at: now)
        var found: Int64?
        for step in present - 1...present + 1 where Self.isSame(code(at: step), text) && step > last {
            found = found ?? step
        }
        return found
    }

    /// Compares in a time that doesn't depend on where they differ.
    private static func isSame(_ code: String, _ text: String) -> Bool {
        let (code, text) = (Array(code.utf8), Array(text.utf8))
        guard code.count == text.count else { return false }
        return zip(code, text).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }

    /// As people type it (RFC 4648, base 32, without padding).
    package var base32: String { Base32.encode(bytes) }
}

extension CodeSecret: CustomStringConvertible {
    /// Nothing of it, so that it can't slip into a log.
    package var description: String { "CodeSecret(…)" }
}
