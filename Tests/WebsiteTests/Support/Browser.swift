import Hummingbird
import HummingbirdTesting
import Testing

/// A visitor's browser: it keeps cookies and sends forms with the token of its pages.
struct Browser {
    let client: any TestClientProtocol
    var cookie: String?
    /// The token of the last page that had a form.
    private(set) var token: String?
    /// The page that it shows.
    private(set) var page = ""
    /// The same where it isn't text.
    private(set) var bytes: [UInt8] = []
    private(set) var status = HTTPResponse.Status.ok
    private(set) var headers = HTTPFields()

    init(_ client: any TestClientProtocol) { self.client = client }

    /// Where the last answer sends the browser.
    var location: String? { headers[.location] }

    mutating func get(_ path: String, headers: HTTPFields = [:]) async throws {
        try await send(.get, path, headers, nil)
    }

    /// Sends a form as the page that is shown would, and doesn't follow where it leads.
    mutating func post(
        _ path: String,
        _ fields: [String: String] = [:],
        headers: HTTPFields = [:]
    ) async throws {
        var fields = fields
        if let token { fields["form-token"] = fields["form-token"] ?? token }
        let body = fields.map { "\(Self.encoded($0))=\(Self.encoded($1))" }.joined(separator: "&")
        var headers = headers
        headers[.contentType] = "application/x-www-form-urlencoded"
        try await send(.post, path, headers, ByteBuffer(string: body))
    }

    /// Goes where the last answer leads.
    mutating func follow() async throws { try await get(try #require(location)) }

    mutating func send(
        _ method: HTTPRequest.Method,
        _ path: String,
        _ headers: HTTPFields,
        _ body: ByteBuffer?
    ) async throws {
        var headers = headers
        if let cookie { headers[.cookie] = cookie }
        let answer = try await client.execute(uri: path, method: method, headers: headers, body: body)
        for set in answer.headers[values: .setCookie] { keep(set) }
        status = answer.status
        self.headers = answer.headers
        page = String(buffer: answer.body)
        bytes = Array(buffer: answer.body)
        token = page.firstMatch(of: /name="form-token" value="([0-9a-f]+)"/).map { String($0.1) } ?? token
    }

    /// Keeps a cookie as a browser does: in place of one of the same name, and not at all when it is to go.
    private mutating func keep(_ set: String) {
        let pair = String(set.prefix { $0 != ";" })
        let name = pair.prefix { $0 != "=" } + "="
        var cookies = (cookie ?? "").split(separator: "; ").map(String.init).filter { !$0.hasPrefix(name) }
        if !set.contains("Max-Age=0") { cookies.append(pair) }
        cookie = cookies.isEmpty ? nil : cookies.joined(separator: "; ")
    }

    static func encoded(_ text: String) -> String {
        text.utf8.map { byte in
            let isPlain = Character(UnicodeScalar(byte)).isLetter && byte < 128 || (48...57).contains(byte)
            let digits = String(byte, radix: 16, uppercase: true)
            return isPlain ? String(UnicodeScalar(byte)) : "%\(byte < 16 ? "0" : "")\(digits)"
        }.joined()
    }
}
