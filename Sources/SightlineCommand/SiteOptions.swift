import ArgumentParser
import FoundationEssentials
import Glibc
import Logging
import Sightline
import Storage
import StorageSQLite
import Website

/// How the website is reached, for every command that serves it.
struct SiteOptions: ParsableArguments {
    @Option(help: "The host name or address to listen on; 0.0.0.0 for every network that the machine is in.")
    var host = "127.0.0.1"

    @Option(help: "The port to listen on; 0 for any that is free.")
    var port = 8080

    @Flag(help: "A proxy in front serves it through HTTPS: cookies are then never sent without.")
    var behindHTTPS = false

    @Option(
        help: ArgumentHelp(
            "What people type to reach it, for links in letters; unless given, http:// with host and port.",
            valueName: "address"
        )
    )
    var publicAddress: String?

    @Option(help: "How many proxies of yours a request passes: they are believed on where it comes from.")
    var trustedProxies = 0

    @Option(
        help: ArgumentHelp(
            "The certificate to serve HTTPS with, in PEM, and those that vouch for it; SIGHUP reads it anew.",
            valueName: "file"
        )
    )
    var tlsCertificate: String?

    @Option(help: ArgumentHelp("The key of the certificate, in PEM.", valueName: "file"))
    var tlsKey: String?

    @Option(
        name: .customLong("openid"),
        help: ArgumentHelp(
            "The identity providers that people may sign in through, as JSON.",
            valueName: "file"
        )
    )
    var providers: String?

    @Option(help: "A port of its own for /metrics, the numbers that Prometheus reads.")
    var metricsPort: Int?

    @Option(help: "The host name or address of that port.")
    var metricsHost = "127.0.0.1"

    @OptionGroup var mail: MailOptions

    @Option(
        help: "How much to log to standard error: debug, info (each request), notice, warning or error.",
        transform: readLogLevel
    )
    var logLevel = Logger.Level.info

    func validate() throws {
        guard (0...65_535).contains(port) else { throw ValidationError("--port must be from 0 to 65535.") }
        guard (0...10).contains(trustedProxies) else {
            throw ValidationError("--trusted-proxies must be from 0 to 10.")
        }
        guard (tlsCertificate == nil) == (tlsKey == nil) else {
            throw ValidationError("--tls-certificate and --tls-key belong together: give both or none.")
        }
        if let metricsPort {
            guard (1...65_535).contains(metricsPort), metricsPort != port else {
                throw ValidationError("--metrics-port must be from 1 to 65535, and not the port of the site.")
            }
        }
        if let publicAddress, !publicAddress.hasPrefix("http://"), !publicAddress.hasPrefix("https://") {
            throw ValidationError(
                "--public-address must begin with https:// or http://, not \(publicAddress)."
            )
        }
    }

    /// Serves until the process is told to stop, then closes the database; backs an SQLite file up when asked.
    func serve(_ database: any SQLDatabase, of options: DatabaseOptions) async throws {
        let logger = logger
        let desk = Task {
            guard let database = database as? SQLiteDatabase else { return }
            await SQLiteBackupDesk.serve(database, at: options.database) { error in
                logger.error("a backup failed", metadata: ["error": "\(error)"])
            }
        }
        defer { desk.cancel() }
        try await serve(database)
    }

    private func serve(_ database: any SQLDatabase) async throws {
        let host = host
        let scheme = scheme
        let configuration = try await configuration(database)
        let link = Address.signInLink(try await database.write { try Administrator.link(now: .now, on: $0) })
        try await Server.run(
            configuration: configuration,
            database: database,
            logger: logger,
            clock: { .now },
            whenRunning: { port in
                let address = "\(scheme)://\(host.contains(":") ? "[\(host)]" : host):\(port)"
                print(
                    """
                    Sightline is at \(address)/
                    Sign in as the administrator, once, within a day: \(address)\(link.path)
                    """
                )
                // A pipe or a file would keep it back until the server ends.
                fflush(nil)
            }
        )
    }

    private var scheme: String { tlsCertificate == nil ? "http" : "https" }

    private func configuration(_ database: any SQLDatabase) async throws -> SiteConfiguration {
        let isSecure = behindHTTPS || tlsCertificate != nil
        var configuration = SiteConfiguration(host: host, port: port, isBehindHTTPS: isSecure)
        configuration.trustedProxies = trustedProxies
        configuration.publicAddress = publicAddress.map(withoutSlash) ?? "\(scheme)://\(host):\(port)"
        configuration.mail = try mail.delivery()
        if let tlsCertificate, let tlsKey {
            configuration.tls = TLSFiles(certificate: tlsCertificate, key: tlsKey)
        }
        configuration.metrics = metricsPort.map { MetricsPlace(host: metricsHost, port: $0) }
        if let providers {
            let file = try IdentityProviderFile(providers, environment: ProcessInfo.processInfo.environment)
            try await database.read { try file.requireUnits(on: $0) }
            configuration.providers = file.providers
        }
        return configuration
    }

    private var logger: Logger {
        var logger = Logger(label: "sightline", factory: { StreamLogHandler.standardError(label: $0) })
        logger.logLevel = logLevel
        return logger
    }
}

private func withoutSlash(_ address: String) -> String {
    address.hasSuffix("/") ? String(address.dropLast()) : address
}

@Sendable private func readLogLevel(_ text: String) throws -> Logger.Level {
    guard let level = Logger.Level(rawValue: text) else {
        throw ValidationError("--log-level must be debug, info, notice, warning or error, not \(text).")
    }
    return level
}
