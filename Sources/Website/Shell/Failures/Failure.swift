package import Hummingbird

/// Why a request gets no answer of its own.
///
/// It knows its status, and ``FailurePage`` its words.
package enum Failure: Error, Equatable, Sendable {
    case signInNeeded
    /// A role of theirs needs one-time codes: these come first.
    case codeNeeded
    case forbidden
    /// A unit keeps it to itself; these people can be asked.
    case kept(by: String, ask: [String])
    case notFound
    /// Why the request makes no sense, as a sentence for the person who sent it.
    case badRequest(String)
    /// A form that didn't come from a page of this session.
    case formNotOurs
    case methodNotAllowed([HTTPRequest.Method])
    case tooLarge(limitInBytes: Int)
    case timedOut
    /// Too much was tried in vain from one address.
    case tooManyAttempts
    case notReady
    /// The host has no program that draws a PNG; the same picture is there as SVG.
    case pngNeedsProgram(svg: Address)
    /// Anything else: its text is for the log, never for the visitor.
    case unexpected

    package var status: HTTPResponse.Status {
        switch self {
        case .signInNeeded: .unauthorized
        case .forbidden, .kept, .formNotOurs, .codeNeeded: .forbidden
        case .notFound: .notFound
        case .badRequest: .badRequest
        case .methodNotAllowed: .methodNotAllowed
        case .tooLarge: .contentTooLarge
        case .timedOut: .requestTimeout
        case .tooManyAttempts: .tooManyRequests
        case .notReady: .serviceUnavailable
        case .pngNeedsProgram: .notImplemented
        case .unexpected: .internalServerError
        }
    }
}

/// An error of the product that a visitor can cause, and what it is to them.
package protocol FailureConvertible: Error {
    var failure: Failure { get }
}

extension Failure {
    /// What an error that reached the edge is to the visitor.
    init(_ error: any Error) {
        switch error {
        case let failure as Failure: self = failure
        case let convertible as any FailureConvertible: self = convertible.failure
        case let error as any HTTPResponseError: self.init(status: error.status)
        default: self = .unexpected
        }
    }

    /// What the web framework means by a status.
    private init(status: HTTPResponse.Status) {
        switch status {
        case .notFound: self = .notFound
        case .contentTooLarge: self = .tooLarge(limitInBytes: Limits.formBytes)
        case .badRequest: self = .badRequest("The request is malformed.")
        default: self = .unexpected
        }
    }
}

/// An error after the visitor was known, so that the page about it keeps their navigation.
struct FramedError: Error {
    let underlying: any Error
    let frame: Frame
}
