/// How the site is reached.
package struct SiteConfiguration: Sendable {
    package var host: String
    package var port: Int
    /// Whether people reach it through HTTPS, by a proxy in front: cookies are then marked `Secure`.
    package var isBehindHTTPS: Bool
    /// The program that turns an SVG into a PNG.
    package var pictureProgram: String

    package init(
        host: String = "127.0.0.1",
        port: Int = 8080,
        isBehindHTTPS: Bool = false,
        pictureProgram: String = "rsvg-convert"
    ) {
        self.host = host
        self.port = port
        self.isBehindHTTPS = isBehindHTTPS
        self.pictureProgram = pictureProgram
    }
}
