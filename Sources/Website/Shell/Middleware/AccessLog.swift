import Hummingbird
import Logging

/// Logs and counts each request without anything personal: the shape of the address, never its ids, codes or queries.
struct AccessLog: RouterMiddleware {
    let metrics: Metrics

    func handle(
        _ request: Request,
        context: SightlineContext,
        next: (Request, SightlineContext) async throws -> Response
    ) async throws -> Response {
        let start = ContinuousClock.now
        let response = try await next(request, context)
        let milliseconds = (ContinuousClock.now - start) / .milliseconds(1)
        // The router calls what has no route by a word of its own.
        let route = context.endpointPath.flatMap { $0.hasPrefix("/") ? $0 : nil } ?? ""
        metrics.count(
            Self.word(request.method),
            route,
            status: response.status.code,
            seconds: milliseconds / 1_000
        )
        context.logger.info(
            "Request",
            metadata: [
                "method": "\(Self.word(request.method))",
                "route": "\(route)",
                "status": "\(response.status.code)",
                "ms": "\((milliseconds * 10).rounded() / 10)",
            ]
        )
        return response
    }

    /// A method by its name; anyone can make up others, which would fill the books.
    private static func word(_ method: HTTPRequest.Method) -> String {
        switch method {
        case .get, .head, .post, .put, .patch, .delete, .options: method.rawValue
        default: "other"
        }
    }
}
