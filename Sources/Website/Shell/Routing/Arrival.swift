import Hummingbird
import Sightline

/// What a request brings to the gate.
struct Arrival: Sendable {
    let address: Address
    let method: HTTPRequest.Method
    /// The secret of the session's cookie.
    let secret: Secret?
    let query: Form
    let now: Timestamp
    let client: Client

    init(_ request: Request, at address: Address, from client: Client, now: Timestamp) throws(Failure) {
        self.address = address
        method = request.method
        secret = request.cookies[SessionCookie.name].flatMap { Secret($0.value) }
        query = try Form(urlEncoded: (request.uri.query ?? "").utf8)
        self.now = now
        self.client = client
    }

    var notice: Notice? { Notice(rawValue: query[Notice.parameter]) }
}
