import Hummingbird

/// Tells browsers on every answer what a page of this site may do: very little.
struct SecurityHeaders: RouterMiddleware {
    let isBehindHTTPS: Bool

    func handle(
        _ request: Request,
        context: SightlineContext,
        next: (Request, SightlineContext) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        for (name, value) in Self.always { response.headers[name] = value }
        if isBehindHTTPS { response.headers[.strictTransportSecurity] = "max-age=63072000" }
        if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
        return response
    }

    private static let always: [(HeaderName, String)] = {
        var headers: [(HeaderName, String)] = [
            (.contentSecurityPolicy, contentSecurityPolicy),
            (.xContentTypeOptions, "nosniff"),
        ]
        for (name, value) in [
            // Everything here is for those whom it was made for, public links too.
            ("X-Robots-Tag", "noindex, nofollow"),
            ("Referrer-Policy", "same-origin"),
            ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
            ("Cross-Origin-Opener-Policy", "same-origin"),
            ("Cross-Origin-Resource-Policy", "same-origin"),
        ] {
            if let name = HeaderName(name) { headers.append((name, value)) }
        }
        return headers
    }()

    private static let contentSecurityPolicy = [
        "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self'", "connect-src 'self'",
        "form-action 'self'", "frame-ancestors 'none'", "base-uri 'none'",
    ].joined(separator: "; ")
}
