import Hummingbird
import HummingbirdTesting
import Logging
import NIOCore
import NIOPosix
import Sightline
import Testing
import Website

/// Clients that are slow on purpose, and heads that never end.
struct SlowClientTests {
    @Test func `a head that dribbles in is cut off, however often a byte comes`() async throws {
        try await run { port in
            let connection = try await RawConnection(port: port)
            // On a busy machine the second may be over before this arrives.
            try? await connection.send("GET /about HTTP/1.1\r\nHost: x\r\n")
            // Each byte comes well before the limit, and the head as a whole doesn't.
            let dribble = Task {
                for index in 0..<1_000 {
                    try await connection.send("X-\(index): 1\r\n")
                    try await Task.sleep(for: .milliseconds(100))
                }
            }
            let answer = try await connection.readToEnd()
            dribble.cancel()
            #expect(!answer.contains("200 OK"))
        }
    }

    @Test func `a client that says nothing is let go`() async throws {
        try await run { port in
            let answer = try await RawConnection(port: port).readToEnd()
            #expect(answer == "")
        }
    }

    @Test func `a form that dribbles in is refused as soon as it has taken too long`() async throws {
        let change: @Sendable (inout SiteConfiguration) -> Void = { $0.formTime = .milliseconds(300) }
        try await run(idleSeconds: 60, change: change) { port in
            let connection = try await RawConnection(port: port)
            let head = "POST /sign-in HTTP/1.1\r\nHost: x\r\nContent-Length: 46\r\nConnection: close\r\n"
            try await connection.send("\(head)Content-Type: application/x-www-form-urlencoded\r\n\r\nemail=")
            let dribble = Task {
                for _ in 0..<40 {
                    try await connection.send("x")
                    try await Task.sleep(for: .milliseconds(50))
                }
            }
            let answer = try await connection.readToEnd()
            dribble.cancel()
            #expect(answer.hasPrefix("HTTP/1.1 408"))
        }
    }

    @Test func `a head that is too long is refused`() async throws {
        try await run(idleSeconds: 60) { port in
            let connection = try await RawConnection(port: port)
            let long = String(repeating: "x", count: Limits.formBytes)
            try await connection.send("GET /about HTTP/1.1\r\nHost: x\r\nX-Long: \(long)\r\n\r\n")
            #expect(try await !connection.readToEnd().contains("200 OK"))
        }
    }

    @Test func `a quick client is answered`() async throws {
        try await run(idleSeconds: 60) { port in
            let connection = try await RawConnection(port: port)
            try await connection.send("GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
            #expect(try await connection.readToEnd().contains("200 OK"))
        }
    }

    /// Serves a site on a real port.
    ///
    /// - Parameter idleSeconds: its patience; a busy machine may need a second for what a quick client does.
    private func run(
        idleSeconds: Int64 = 1,
        change: (inout SiteConfiguration) -> Void = { _ in },
        _ body: @escaping @Sendable (Int) async throws -> Void
    ) async throws {
        try await TestSite.run(change: change) { site, _ in
            var logger = Logger(label: "test")
            logger.logLevel = .critical
            let application = Application(
                router: Server.buildRouter(site: site.site).router,
                server: try Server.builder(idleSeconds: idleSeconds),
                configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: 0)),
                logger: logger
            )
            try await application.test(.live) { client in
                try await body(try #require(client.port))
            }
        }
    }
}
