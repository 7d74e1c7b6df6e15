import ArgumentParser
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
            "The address that letters come from; they go through sendmail.",
            valueName: "address"
        )
    )
    var mailFrom: String?

    @Option(
        help: ArgumentHelp(
            "Letters become files in this folder, which administrators see.",
            valueName: "folder"
        )
    )
    var mailFolder: String?

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
        guard mailFrom == nil || mailFolder == nil else {
            throw ValidationError("--mail-from sends letters, --mail-folder keeps them: give one of the two.")
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
        let link = Address.signInLink(try await database.write { try Administrator.link(now: .now, on: $0) })
        try await Server.run(
            configuration: configuration,
            database: database,
            logger: logger,
            clock: { .now },
            whenRunning: { port in
                let address = "http://\(host.contains(":") ? "[\(host)]" : host):\(port)"
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

    private var configuration: SiteConfiguration {
        var configuration = SiteConfiguration(host: host, port: port, isBehindHTTPS: behindHTTPS)
        configuration.trustedProxies = trustedProxies
        configuration.publicAddress = publicAddress.map(withoutSlash) ?? "http://\(host):\(port)"
        configuration.mail =
            mailFrom.map { .sendmail(command: "sendmail", from: $0) } ?? mailFolder.map { .folder($0) }
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
