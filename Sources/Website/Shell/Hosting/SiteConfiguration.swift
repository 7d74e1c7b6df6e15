package import OpenID
package import Sightline

/// How the site is reached.
package struct SiteConfiguration: Sendable {
    package var host: String
    package var port: Int
    /// Whether people reach it through HTTPS, its own or that of a proxy in front: cookies are then marked `Secure`.
    package var isBehindHTTPS: Bool
    /// How many proxies of ours stand in front: their word on where a request comes from is taken.
    package var trustedProxies: Int
    /// What letters put before a path, without a slash at the end: `https://sightline.example.org`.
    package var publicAddress: String
    /// How much work it is to try a password.
    package var passwordCost: PasswordHash.Cost
    /// The certificate to serve HTTPS with; nil to leave that to a proxy.
    package var tls: TLSFiles?
    /// Where numbers about the server itself are served; nil for nowhere.
    package var metrics: MetricsPlace?
    /// Whom people may sign in through, in the order of their buttons.
    package var providers: [IdentityProvider] = []
    /// How requests reach those.
    package var providerTransport: any Transport = HTTPTransport()
    /// How long a form may take to arrive.
    package var formTime = Limits.formTime
    /// How letters leave; nil where they wait for a server that can send them.
    package var mail: MailDelivery?
    /// The program that turns an SVG into a PNG.
    package var pictureProgram: String

    package init(
        host: String = "127.0.0.1",
        port: Int = 8080,
        isBehindHTTPS: Bool = false,
        trustedProxies: Int = 0,
        publicAddress: String = "http://127.0.0.1:8080",
        passwordCost: PasswordHash.Cost = PasswordHash.Cost(),
        mail: MailDelivery? = nil,
        pictureProgram: String = "rsvg-convert"
    ) {
        self.host = host
        self.port = port
        self.isBehindHTTPS = isBehindHTTPS
        self.trustedProxies = trustedProxies
        self.publicAddress = publicAddress
        self.passwordCost = passwordCost
        self.mail = mail
        self.pictureProgram = pictureProgram
    }
}
