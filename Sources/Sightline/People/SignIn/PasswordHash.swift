import Crypto
import CryptoExtras
import FoundationEssentials

/// What is kept of a password: a key that scrypt (RFC 7914) derives from it, with everything needed to do so again.
package struct PasswordHash: Equatable, Sendable {
    package let cost: Cost
    package let salt: [UInt8]
    package let key: [UInt8]

    /// How much work it is to try one password.
    package struct Cost: Equatable, Sendable {
        package var log2Rounds: Int
        package var blockSize: Int
        package var parallelism: Int

        package init(log2Rounds: Int = 17, blockSize: Int = 8, parallelism: Int = 1) {
            self.log2Rounds = log2Rounds
            self.blockSize = blockSize
            self.parallelism = parallelism
        }
    }

    package init(cost: Cost, salt: [UInt8], key: [UInt8]) {
        self.cost = cost
        self.salt = salt
        self.key = key
    }

    /// Derives the key of a new password; takes a good part of a second and 128 MB at the usual cost.
    package init(of password: String, cost: Cost, _ context: Context) throws {
        let salt = context.randomBytes(16)
        self.init(cost: cost, salt: salt, key: try Self.derive(PasswordText(password).text, cost, salt))
    }

    /// Whether it is the hash of a password; takes as long as making it.
    package func matches(_ password: String) throws -> Bool { try match(password) != nil }

    /// How a password can be the right one.
    package enum Match: Sendable {
        case normalised
        /// Only as it was typed: the hash is from before passwords were normalised, and should be made anew.
        case asTyped
    }

    /// How it is the hash of a password, or nil; takes as long as making it, and twice that for one which
    /// normalisation changes.
    package func match(_ password: String) throws -> Match? {
        let password = PasswordText(password)
        if try isKey(Self.derive(password.text, cost, salt)) { return .normalised }
        guard password.isChanged else { return nil }
        return try isKey(Self.derive(password.typed, cost, salt)) ? .asTyped : nil
    }

    private func isKey(_ derived: [UInt8]) -> Bool {
        guard derived.count == key.count else { return false }
        return zip(derived, key).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }

    /// What stands in for the hash of an account that doesn't exist, so that looking takes as long as for one that
    /// does; no password matches it.
    package static func decoy(cost: Cost) -> PasswordHash {
        PasswordHash(cost: cost, salt: Array(repeating: 0, count: 16), key: Array(repeating: 0, count: 32))
    }

    private static func derive(_ password: String, _ cost: Cost, _ salt: [UInt8]) throws -> [UInt8] {
        let key = try KDF.Scrypt.deriveKey(
            from: Array(password.utf8),
            salt: salt,
            outputByteCount: 32,
            rounds: 1 << cost.log2Rounds,
            blockSize: cost.blockSize,
            parallelism: cost.parallelism
        )
        return key.withUnsafeBytes { Array($0) }
    }
}
