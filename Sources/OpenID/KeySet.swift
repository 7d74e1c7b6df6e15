import FoundationEssentials
import JWTKit

/// The public keys with which a provider signs (RFC 7517).
struct KeySet: Sendable {
    private let keys: [JWK]

    /// The algorithms that are accepted: signatures by a key pair, of which only the provider has the private half.
    static let algorithms: [String] = [
        "RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA",
    ]

    /// Reads a set; keys of kinds that are of no use here are left out, as the standard asks.
    ///
    /// - Throws: `ProviderError.malformed`.
    init(_ bytes: [UInt8]) throws(ProviderError) {
        guard let read = try? JSONDecoder().decode(Document.self, from: Data(bytes)) else {
            throw .malformed(.keys)
        }
        keys = read.keys.compactMap(\.key)
    }

    /// The key that a token's header names, for the algorithm that it names.
    ///
    /// A header without a key's id means the only key for its algorithm, where there is just one.
    func key(_ id: String?, for algorithm: JWK.Algorithm) -> JWK? {
        let fitting = keys.filter { key in
            (id == nil || key.keyIdentifier?.string == id)
                && (key.algorithm == nil || key.algorithm == algorithm)
                && key.keyType == algorithm.keyType
        }
        guard fitting.count == 1, var key = fitting.first else { return nil }
        key.algorithm = algorithm
        return key
    }

    private struct Document: Decodable {
        var keys: [Entry]
    }

    private struct Entry: Decodable {
        var key: JWK?

        init(from decoder: any Decoder) throws {
            let use = try? decoder.container(keyedBy: Field.self).decodeIfPresent(String.self, forKey: .use)
            guard use ?? "sig" == "sig", var key = try? JWK(from: decoder) else { return }
            // A private half has no business here.
            key.privateExponent = nil
            self.key = key
        }

        private enum Field: String, CodingKey { case use }
    }
}

extension JWK.Algorithm {
    /// The kind of key that it is for.
    fileprivate var keyType: JWK.KeyType {
        switch rawValue {
        case "ES256", "ES384", "ES512": .ecdsa
        case "EdDSA": .octetKeyPair
        default: .rsa
        }
    }
}
