/// 256 random bits that whoever holds them may use; the database keeps only their hash.
package struct Secret: Equatable, Sendable {
    /// 43 letters, digits, hyphens and underscores (base64url).
    package let text: String

    init(_ context: Context) {
        text = Self.encode(context.randomBytes(32))
    }

    /// What a person or a browser handed in; nil for what can't be one.
    package init?(_ text: String) {
        guard text.utf8.count == 43, text.utf8.allSatisfy(Self.alphabet.contains) else { return nil }
        self.text = text
    }

    /// What the database keeps; the secret is random, so a plain hash is enough.
    package var hash: String { Digest.sha256(Array(text.utf8)) }

    private static let alphabet = Array(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8
    )

    private static func encode(_ bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        var bits: UInt32 = 0
        var count = 0
        for byte in bytes {
            bits = bits << 8 | UInt32(byte)
            count += 8
            while count >= 6 {
                count -= 6
                text.append(alphabet[Int(bits >> UInt32(count) & 63)])
            }
        }
        if count > 0 { text.append(alphabet[Int(bits << UInt32(6 - count) & 63)]) }
        return String(decoding: text, as: UTF8.self)
    }
}

extension Secret: CustomStringConvertible {
    /// Nothing of it, so that it can't slip into a log.
    package var description: String { "Secret(…)" }
}
