import Glibc
package import Hummingbird
package import Logging
import NIOCore
package import Sightline
package import Storage

/// The web server.
package enum Server {
    /// Serves the site until the process is told to stop; finishes the requests that it has begun, and closes
    /// the database.
    ///
    /// - Parameters:
    ///   - clock: the present, for sessions, links and records.
    ///   - whenRunning: called once with the port that is listened on.
    /// - Throws: ``ListeningFailure``.
    package static func run(
        configuration: SiteConfiguration,
        database: any SQLDatabase,
        logger: Logger,
        clock: @escaping @Sendable () -> Timestamp,
        whenRunning: @escaping @Sendable (Int) async -> Void
    ) async throws {
        let site = Site(database: database, configuration: configuration, clock: clock)
        var application = Application(
            router: buildRouter(site: site).router,
            server: .http1(
                configuration: .init(
                    idleTimeout: .seconds(Limits.idleSeconds),
                    httpDecoderConfiguration: .init(
                        maxHeaderFieldSize: Limits.headerBytes,
                        maxHeaderListSize: Limits.headerBytes,
                        maxHeaderFieldCount: Limits.headerFields
                    )
                )
            ),
            configuration: ApplicationConfiguration(
                address: .hostname(configuration.host, port: configuration.port),
                availableConnectionsDelegate: .maximum(Limits.connections, logger: logger)
            ),
            onServerRunning: { await whenRunning($0.localAddress?.port ?? configuration.port) },
            logger: logger
        )
        application.addServices(DatabaseService(database: database))
        if let mail = configuration.mail {
            application.addServices(MailService(site: site, delivery: mail, logger: logger))
        }
        do {
            try await application.runService()
        } catch let error as IOError {
            throw failure(configuration, String(cString: strerror(error.errnoCode)))
        } catch is SocketAddressError.UnknownHost {
            throw failure(configuration, "there is no such host")
        }
    }

    private static func failure(_ configuration: SiteConfiguration, _ reason: String) -> ListeningFailure {
        ListeningFailure(host: configuration.host, port: configuration.port, reason: reason)
    }

    /// The router with every route of the site, and the list of them.
    package static func buildRouter(site: Site) -> (router: Router<SightlineContext>, routes: Routes) {
        let router = Router(context: SightlineContext.self, options: .autoGenerateHeadEndpoints)
        router.addMiddleware {
            SecurityHeaders(isBehindHTTPS: site.configuration.isBehindHTTPS)
            AccessLog()
            FailurePages(site: site)
        }
        let routes = Routes(router: router, site: site)
        InfrastructureRoutes.register(on: routes)
        AboutRoutes.register(on: routes)
        SignInRoutes.register(on: routes)
        InvitationRoutes.register(on: routes)
        AccountRoutes.register(on: routes)
        PeopleRoutes.register(on: routes)
        LetterRoutes.register(on: routes)
        AuditRoutes.register(on: routes)
        HomeRoutes.register(on: routes)
        UnitRoutes.register(on: routes)
        MeasureRoutes.register(on: routes)
        MeasureEditingRoutes.register(on: routes)
        ProgrammeRoutes.register(on: routes)
        TheoryRoutes.register(on: routes)
        CycleRoutes.register(on: routes)
        ImportRoutes.register(on: routes)
        routes.refuseOtherMethods()
        return (router, routes)
    }
}
