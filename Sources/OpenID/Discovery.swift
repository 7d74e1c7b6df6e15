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
        authorisationAddress = read.authorisation
        tokenAddress = read.token
        keysAddress = read.keys
        userInfoAddress = read.userInfo
        let methods = read.methods ?? ["client_secret_basic"]
        takesSecretInForm = !methods.contains("client_secret_basic") && methods.contains("client_secret_post")
        namesIssuerInAnswers = read.namesIssuer ?? false
        for address in [authorisationAddress, tokenAddress, keysAddress, userInfoAddress].compactMap(\.self)
        where !WebAddress.isSafe(address) {
            throw .insecure(address)
        }
    }

    private struct Document: Decodable {
        var issuer: String
        var authorisation: String
        var token: String
        var keys: String
        var userInfo: String?
        var methods: [String]?
        var namesIssuer: Bool?

        private enum CodingKeys: String, CodingKey {
            case issuer
            case authorisation = "authorization_endpoint"
            case token = "token_endpoint"
            case keys = "jwks_uri"
            case userInfo = "userinfo_endpoint"
            case methods = "token_endpoint_auth_methods_supported"
            case namesIssuer = "authorization_response_iss_parameter_supported"
        }
    }
}
