import Hummingbird
import Sightline

/// What a request brings to the gate.
struct Arrival: Sendable {
    let address: Address
    let method: HTTPRequest.Method
    /// The secret of the session's cookie.
    let secret: Secret?
    /// The secret of the cookie of a sign-in through a provider.
    let attempt: Secret?
    /// The secret of the cookie of someone whose password was right and whose code is still to come.
    let secondStep: Secret?
    /// The secret of a form that waits for its sender.
    let draft: Secret?
    let query: Form
    let now: Timestamp
    let client: Client
    /// The name of the host that the browser asked for.
    private let host: String?
    /// The path and the query that were asked for.
    let place: String

    init(
        _ request: Request,
        at address: Address,
        from client: Client,
        isSecure: Bool,
        now: Timestamp
    ) throws(Failure) {
        self.address = address
        method = request.method
        let cookies = request.cookies
        secret = cookies[SessionCookie.name(isSecure: isSecure)].flatMap { Secret($0.value) }
        secondStep = cookies[SessionCookie.secondStepName(isSecure: isSecure)].flatMap { Secret($0.value) }
        attempt = cookies[AttemptCookie.name(isSecure: isSecure)].flatMap { Secret($0.value) }
        draft = cookies[DraftCookie.name(isSecure: isSecure)].flatMap { Secret($0.value) }
        query = try Form(urlEncoded: (request.uri.query ?? "").utf8)
        self.now = now
        self.client = client
        host = request.head.authority
        place = request.uri.string
    }

    /// Where and when the page was asked for, in words.
    var printed: String {
        // What a form has just done is not part of the page.
        let place = notice == nil ? place : address.path
        return "\(host ?? "")\(place) on \(now.words)"
    }

    var notice: Notice? { Notice(rawValue: query[Notice.parameter]) }
}
