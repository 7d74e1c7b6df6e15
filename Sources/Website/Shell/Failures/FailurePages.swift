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
        } catch let kept as KeptForm {
            return response(to: kept.underlying, in: Frame(), context, kept)
        } catch let error as FramedError {
            let kept = error.underlying as? KeptForm
            return response(to: kept?.underlying ?? error.underlying, in: error.frame, context, kept)
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

    /// - Parameter kept: what was typed into a form that couldn't be taken.
    private func response(
        to error: any Error,
        in frame: Frame,
        _ context: SightlineContext,
        _ kept: KeptForm? = nil
    ) -> Response {
        let framed = error as? FramedError
        let cause = framed?.underlying ?? error
        let failure = Failure(cause)
        if failure == .unexpected { log(cause, context) }
        if cause is SQLError { site.metrics.countDatabaseError() }
        var answer = answer(to: failure, context, kept)
        if let kept {
            answer = answer.setting(
                DraftCookie.make(kept.secret, isSecure: site.configuration.isBehindHTTPS)
            )
        }
        var response = answer.response(in: framed?.frame ?? frame)
        if case .methodNotAllowed(let methods) = failure {
            response.headers[.allow] = methods.map(\.rawValue).joined(separator: ", ")
        }
        return response
    }

    private func answer(to failure: Failure, _ context: SightlineContext, _ kept: KeptForm?) -> Answer {
        if failure == .signInNeeded {
            let page = SignInPage(providers: site.configuration.providers, isFormKept: kept != nil)
            return .page(page, status: failure.status)
        }
        if failure == .codeNeeded { return .redirect(to: .codes) }
        // Someone signed in again while the form was open: it comes back with a token of the new session.
        if failure == .formNotOurs, let kept { return .redirect(toPlace: kept.place) }
        var page = FailurePage(failure: failure, requestID: context.id)
        page.formPlace = kept?.place
        return .page(page, status: failure.status)
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
