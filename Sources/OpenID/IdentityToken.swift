import FoundationEssentials
import JWTKit

/// A provider's signed word on who someone is (OpenID Connect Core 1.0, section 2), not yet believed.
struct IdentityToken: Sendable {
    let text: String
    let algorithm: JWK.Algorithm
    let keyID: String?

    /// Reads the header of a token.
    ///
    /// - Throws: `TokenFault.malformed`, or `.algorithm` for `none`, for those with a shared secret and for any other
    ///   that isn't on the list.
    init(_ text: String) throws(ProviderError.TokenFault) {
        let bytes = Array(text.utf8)
        guard bytes.count <= 32_768, let header = try? DefaultJWTParser().parse(bytes, as: Claims.self).header
        else {
            throw .malformed
        }
        guard let name = header.alg, KeySet.algorithms.contains(name),
            let algorithm = JWK.Algorithm(rawValue: name)
        else { throw .algorithm }
        // An extension that must be understood is none that is understood here.
        guard header[dynamicMember: "crit"] == nil else { throw .malformed }
        self.text = text
        self.algorithm = algorithm
        keyID = header.kid
    }

    /// Its claims, if one of the provider's keys signed it.
    ///
    /// - Throws: `TokenFault.signature`.
    func claims(signedBy key: JWK) async throws(ProviderError.TokenFault) -> Claims {
        var key = key
        // The collection holds no other key, and the key no other algorithm than the one that was accepted.
        let id: JWKIdentifier = "signer"
        key.keyIdentifier = id
        let keys = JWTKeyCollection()
        do {
            try await keys.add(jwk: key, isDefault: true)
            return try await keys.verify(text, as: Claims.self)
        } catch let error as JWTError where error.errorType == .malformedToken {
            throw .malformed
        } catch {
            throw .signature
        }
    }

    /// What a token says.
    struct Claims: JWTPayload {
        var iss: String
        var sub: String
        var aud: OneOrMany
        var azp: String?
        var exp: Double
        var iat: Double
        var nbf: Double?
        var nonce: String?
        var email: String?
        var emailVerified: Truth?
        var name: String?
        var amr: OneOrMany?
        var acr: String?

        private enum CodingKeys: String, CodingKey {
            case iss, sub, aud, azp, exp, iat, nbf, nonce, email, name, amr, acr
            case emailVerified = "email_verified"
        }

        /// The claims are checked by ``check(for:nonce:at:)``, which is told the time.
        func verify(using _: some JWTAlgorithm) {}
    }
}

/// A text or a list of them.
struct OneOrMany: Codable, Equatable, Sendable {
    var values: [String]

    init(_ values: [String]) { self.values = values }

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let one = try? container.decode(String.self) {
            values = [one]
        } else {
            values = try container.decode([String].self)
        }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(values)
    }
}

/// True or false; some providers write it as a text.
struct Truth: Codable, Equatable, Sendable {
    var value: Bool

    init(_ value: Bool) { self.value = value }

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        value = (try? container.decode(Bool.self)) ?? ((try? container.decode(String.self)) == "true")
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(value)
    }
}
