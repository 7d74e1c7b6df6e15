import FoundationEssentials

/// What a provider says of itself (OpenID Connect Discovery 1.0).
struct Discovery: Equatable, Sendable {
    var authorisationAddress: String
    var tokenAddress: String
    var keysAddress: String
    var userInfoAddress: String?
    /// Whether the client's secret goes into the form of a token request, and not into its header.
    var takesSecretInForm: Bool
    /// Whether each answer must say which issuer it comes from (RFC 9207).
    var namesIssuerInAnswers: Bool

    static func address(of issuer: String) -> String {
        "\(issuer.hasSuffix("/") ? String(issuer.dropLast()) : issuer)/.well-known/openid-configuration"
    }

    /// Reads what was found at an issuer's address.
    ///
    /// - Throws: `ProviderError.malformed`, `.issuerDiffers` or `.insecure`.
    init(_ bytes: [UInt8], of issuer: String) throws(ProviderError) {
        guard let read = try? JSONDecoder().decode(Document.self, from: Data(bytes)) else {
            throw .malformed(.discovery)
        }
        guard read.issuer == issuer else { throw .issuerDiffers(read.issuer) }
        authorisationAddress = read.authorization_endpoint
        tokenAddress = read.token_endpoint
        keysAddress = read.jwks_uri
        userInfoAddress = read.userinfo_endpoint
        let methods = read.token_endpoint_auth_methods_supported ?? ["client_secret_basic"]
        takesSecretInForm = !methods.contains("client_secret_basic") && methods.contains("client_secret_post")
        namesIssuerInAnswers = read.authorization_response_iss_parameter_supported ?? false
        for address in [authorisationAddress, tokenAddress, keysAddress, userInfoAddress].compactMap(\.self)
        where !WebAddress.isSafe(address) {
            throw .insecure(address)
        }
    }

    /// Named as the standard names them.
    private struct Document: Decodable {
        var issuer: String
        var authorization_endpoint: String
        var token_endpoint: String
        var jwks_uri: String
        var userinfo_endpoint: String?
        var token_endpoint_auth_methods_supported: [String]?
        var authorization_response_iss_parameter_supported: Bool?
    }
}
