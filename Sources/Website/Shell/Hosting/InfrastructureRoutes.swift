import Hummingbird
import Sightline
import Storage

/// What machines ask for: assets, and whether the server works.
enum InfrastructureRoutes {
    static func register(on routes: Routes) {
        routes.at(Address.asset).get(forEveryone: asset)
        routes.at(.health).get(forEveryone: health)
        routes.at(.readiness).get(forEveryone: readiness)
    }

    @Sendable private static func asset(_ asset: Asset, _: Site) -> Response {
        Response(
            status: .ok,
            headers: [.contentType: asset.mediaType, .cacheControl: "public, max-age=31536000, immutable"],
            body: ResponseBody(byteBuffer: asset.body)
        )
    }

    /// The process answers.
    @Sendable private static func health(_: Void, _: Site) -> Response { plainText("ok\n") }

    /// The database answers as well, and has the tables that this program knows.
    @Sendable private static func readiness(_: Void, _ site: Site) async throws -> Response {
        do {
            try await Migrator(Schema.migrations).requireCurrent(site.database)
        } catch {
            if error is SQLError { site.metrics.countDatabaseError() }
            throw Failure.notReady
        }
        return plainText("ready\n")
    }

    private static func plainText(_ text: String) -> Response {
        Response(
            status: .ok,
            headers: [.contentType: "text/plain; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text))
        )
    }
}
