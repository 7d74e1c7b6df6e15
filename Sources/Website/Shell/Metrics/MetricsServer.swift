package import Hummingbird
import Logging
import NIOCore
import Sightline
import Storage

/// Serves the numbers on a port of their own, where no visitor of the site comes.
package enum MetricsServer {
    static func application(
        _ site: Site,
        at place: MetricsPlace,
        logger: Logger
    ) -> Application<RouterResponder<SightlineContext>> {
        Application(
            router: router(site),
            server: .http1(configuration: .init(idleTimeout: .seconds(Limits.idleSeconds))),
            configuration: ApplicationConfiguration(address: .hostname(place.host, port: place.port)),
            logger: logger
        )
    }

    package static func router(_ site: Site) -> Router<SightlineContext> {
        let router = Router(context: SightlineContext.self)
        router.get("metrics") { _, _ in
            let waiting = try? await site.database.read { try MailStore.count(on: $0) }
            let text = MetricsText(site.metrics.counts, lettersWaiting: waiting).text
            return Response(
                status: .ok,
                headers: [.contentType: MetricsText.mediaType, .cacheControl: "no-store"],
                body: ResponseBody(byteBuffer: ByteBuffer(string: text))
            )
        }
        return router
    }
}
