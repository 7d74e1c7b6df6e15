import Hummingbird
import Logging

/// Turns every error into a page that says what happened and what to do next.
///
/// The text of an unexpected error goes to nobody: the log gets its type and place, the visitor the request's
/// id.
struct FailurePages: RouterMiddleware {
    func handle(
        _ request: Request,
        context: SightlineContext,
        next: (Request, SightlineContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch {
            let framed = error as? FramedError
            return response(to: framed?.underlying ?? error, in: framed?.frame ?? Frame(), context)
        }
    }

    private func response(to error: any Error, in frame: Frame, _ context: SightlineContext) -> Response {
        let failure = Failure(error)
        if failure == .unexpected { log(error, context) }
        var response = answer(to: failure, context).response(in: frame)
        if case .methodNotAllowed(let methods) = failure {
            response.headers[.allow] = methods.map(\.rawValue).joined(separator: ", ")
        }
        return response
    }

    private func answer(to failure: Failure, _ context: SightlineContext) -> Answer {
        if failure == .signInNeeded { return .page(SignInPage(), status: failure.status) }
        return .page(FailurePage(failure: failure, requestID: context.id), status: failure.status)
    }

    private func log(_ error: any Error, _ context: SightlineContext) {
        context.logger.error(
            "Unexpected error",
            metadata: [
                "error": "\(ErrorDigest(error))",
                "route": "\(context.endpointPath ?? "")",
            ]
        )
    }
}
