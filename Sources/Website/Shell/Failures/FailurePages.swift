import Hummingbird
import Logging
import Storage

/// Turns every error into a page that says what happened and what to do next.
///
/// The text of an unexpected error goes to nobody: the log gets its type and place, the visitor the request's
/// id.
struct FailurePages: RouterMiddleware {
    let site: Site

    func handle(
        _ request: Request,
        context: SightlineContext,
        next: (Request, SightlineContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let error as FramedError {
            return response(to: error.underlying, in: error.frame, context)
        } catch {
            return response(to: error, in: await frame(for: request, after: Failure(error), context), context)
        }
    }

    /// The way around of a visitor whose request reached no route, and so no gate.
    private func frame(
        for request: Request,
        after failure: Failure,
        _ context: SightlineContext
    ) async -> Frame {
        switch failure {
        case .notFound, .methodNotAllowed: break
        default: return Frame()
        }
        // Whoever is signed in may see this page's frame, so its address stands for the one that doesn't exist.
        let client = Client(
            request,
            peer: context.peer,
            trustedProxies: site.configuration.trustedProxies
        )
        let isSecure = site.configuration.isBehindHTTPS
        let arrival = try? Arrival(
            request,
            at: .units,
            from: client,
            isSecure: isSecure,
            now: site.clock()
        )
        guard let arrival, arrival.secret != nil
        else { return Frame() }
        let visit = try? await site.database.read { try site.gate.admit(arrival, on: $0) }
        return visit?.frame ?? Frame()
    }

    private func response(to error: any Error, in frame: Frame, _ context: SightlineContext) -> Response {
        let failure = Failure(error)
        if failure == .unexpected { log(error, context) }
        if error is SQLError { site.metrics.countDatabaseError() }
        var response = answer(to: failure, context).response(in: frame)
        if case .methodNotAllowed(let methods) = failure {
            response.headers[.allow] = methods.map(\.rawValue).joined(separator: ", ")
        }
        return response
    }

    private func answer(to failure: Failure, _ context: SightlineContext) -> Answer {
        if failure == .signInNeeded {
            return .page(SignInPage(providers: site.configuration.providers), status: failure.status)
        }
        if failure == .codeNeeded { return .redirect(to: .codes) }
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
