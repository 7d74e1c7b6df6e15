import Glibc
package import Hummingbird
package import HummingbirdCore
import HummingbirdTLS
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
    /// - Throws: ``ListeningFailure`` or ``SettingError``.
    package static func run(
        configuration: SiteConfiguration,
        database: any SQLDatabase,
        logger: Logger,
        clock: @escaping @Sendable () -> Timestamp,
        whenRunning: @escaping @Sendable (Int) async -> Void
    ) async throws {
        let site = Site(database: database, configuration: configuration, logger: logger, clock: clock)
        let certificate = try configuration.tls.map {
            try CertificateService($0, logger: logger, clock: clock)
        }
        var application = Application(
            router: buildRouter(site: site).router,
            server: try builder(certificate: certificate),
            configuration: ApplicationConfiguration(
                address: .hostname(configuration.host, port: configuration.port),
                availableConnectionsDelegate: .maximum(Limits.connections, logger: logger)
            ),
            onServerRunning: { await whenRunning($0.localAddress?.port ?? configuration.port) },
            logger: logger
        )
        application.addServices(DatabaseService(database: database))
        if let certificate { application.addServices(certificate) }
        if let place = configuration.metrics {
            application.addServices(MetricsService(site: site, place: place, logger: logger))
        }
        application.addServices(UpkeepService(site: site, logger: logger))
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

    /// What listens: with limits on what a client may send and how slowly.
    ///
    /// A connection is closed that brings no whole head of a request within the idle time, however it dribbles.
    package static func builder(
        idleSeconds: Int64 = Limits.idleSeconds,
        certificate: CertificateService? = nil
    ) throws -> HTTPServerBuilder {
        let plain = HTTPServerBuilder.http1(
            configuration: .init(
                idleTimeout: .seconds(idleSeconds),
                httpDecoderConfiguration: .init(
                    maxHeaderFieldSize: Limits.headerBytes,
                    maxHeaderListSize: Limits.headerBytes,
                    maxHeaderFieldCount: Limits.headerFields
                )
            )
        )
        guard let certificate else { return plain }
        return try .tls(plain, tlsConfiguration: certificate.configuration)
    }

    private static func failure(_ configuration: SiteConfiguration, _ reason: String) -> ListeningFailure {
        ListeningFailure(host: configuration.host, port: configuration.port, reason: reason)
    }

    /// The router with every route of the site, and the list of them.
    package static func buildRouter(site: Site) -> (router: Router<SightlineContext>, routes: Routes) {
        let router = Router(context: SightlineContext.self, options: .autoGenerateHeadEndpoints)
        router.addMiddleware {
            SecurityHeaders(isBehindHTTPS: site.configuration.isBehindHTTPS)
            AccessLog(metrics: site.metrics)
            FailurePages(site: site)
        }
        let routes = Routes(router: router, site: site)
        InfrastructureRoutes.register(on: routes)
        AboutRoutes.register(on: routes)
        SignInRoutes.register(on: routes)
        InvitationRoutes.register(on: routes)
        ProviderRoutes.register(on: routes)
        AccountRoutes.register(on: routes)
        SecondStepRoutes.register(on: routes)
        CodeRoutes.register(on: routes)
        PeopleRoutes.register(on: routes)
        KnownPersonRoutes.register(on: routes)
        CoachingRoutes.register(on: routes)
        LetterRoutes.register(on: routes)
        AuditRoutes.register(on: routes)
        HomeRoutes.register(on: routes)
        UnitRoutes.register(on: routes)
        MeasureRoutes.register(on: routes)
        MeasureEditingRoutes.register(on: routes)
        PhaseRoutes.register(on: routes)
        BinRoutes.register(on: routes)
        SharingRoutes.register(on: routes)
        SignalRoutes.register(on: routes)
        ReviewRoutes.register(on: routes)
        MinutesRoutes.register(on: routes)
        DecisionRoutes.register(on: routes)
        RhythmRoutes.register(on: routes)
        UseRoutes.register(on: routes)
        CalendarRoutes.register(on: routes)
        ProgrammeRoutes.register(on: routes)
        TheoryRoutes.register(on: routes)
        DrawingRoutes.register(on: routes)
        EvidenceRoutes.register(on: routes)
        StoryRoutes.register(on: routes)
        ActivityRoutes.register(on: routes)
        PackRoutes.register(on: routes)
        ReportRoutes.register(on: routes)
        ReportBlockRoutes.register(on: routes)
        SnapshotRoutes.register(on: routes)
        CycleRoutes.register(on: routes)
        ImportRoutes.register(on: routes)
        routes.refuseOtherMethods()
        return (router, routes)
    }
}
