import Hummingbird

/// Where a request comes from, as far as that can be known.
struct Client: Sendable {
    /// The address of the host; empty where the connection has none.
    let address: String
    /// The browser in a word or two, for a person's list of their sessions.
    let device: String

    /// - Parameters:
    ///   - peer: the host at the other end of the connection.
    ///   - trustedProxies: how many proxies of ours a request passes. Each appends the host that it was asked by to
    ///     `X-Forwarded-For`, so that the visitor's is so many places from the right; what stands further left anyone
    ///     can write.
    init(_ request: Request, peer: String?, trustedProxies: Int) {
        let passed = Self.header.map { request.headers[values: $0] } ?? []
        let hosts = passed.joined(separator: ",").split(separator: ",")
        let place = hosts.count - trustedProxies
        address =
            trustedProxies > 0 && hosts.indices.contains(place)
            ? String(hosts[place].drop(while: { $0 == " " }).prefix(64)) : peer ?? ""
        device = Self.device(of: request.headers[.userAgent] ?? "")
    }

    private static let header = HeaderName("X-Forwarded-For")

    private static func device(of agent: String) -> String {
        let browsers = [("Edg", "Edge"), ("Firefox", "Firefox"), ("Chrome", "Chrome"), ("Safari", "Safari")]
        let systems = [
            ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"),
            ("Mac OS", "Mac"), ("Linux", "Linux"),
        ]
        let browser = browsers.first { agent.contains($0.0) }?.1 ?? "A browser"
        let system = systems.first { agent.contains($0.0) }?.1
        return system.map { "\(browser) on \($0)" } ?? browser
    }
}
