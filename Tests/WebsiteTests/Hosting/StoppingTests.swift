import Hummingbird
import HummingbirdTesting
import Logging
import NIOCore
import NIOPosix
import Testing
import Website

/// What happens to connections that come while the site stops.
struct StoppingTests {
    @Test func `a connection that comes while the site stops ends nothing but itself`() async throws {
        try await TestSite.run { site, _ in
            var logger = Logger(label: "test")
            logger.logLevel = .critical
            for _ in 0..<50 {
                let application = Application(
                    router: Server.buildRouter(site: site.site).router,
                    server: try Server.builder(),
                    configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: 0)),
                    logger: logger
                )
                try await application.test(.live) { client in
                    let port = try #require(client.port)
                    for _ in 0..<20 {
                        Task {
                            let connection = try? await RawConnection(port: port)
                            _ = try? await connection?.readToEnd()
                        }
                    }
                    try await Task.sleep(for: .microseconds(.random(in: 0...3_000)))
                }
            }
        }
    }
}
