/// How the site is reached.
package struct SiteConfiguration: Sendable {
    package var host: String
    package var port: Int
    /// Whether people reach it through HTTPS, by a proxy in front: cookies are then marked `Secure`.
    package var isBehindHTTPS: Bool

    package init(host: String = "127.0.0.1", port: Int = 8080, isBehindHTTPS: Bool = false) {
        self.host = host
        self.port = port
        self.isBehindHTTPS = isBehindHTTPS
    }
}
