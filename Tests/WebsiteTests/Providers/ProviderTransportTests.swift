import Hummingbird
import HummingbirdTesting
import Logging
import OpenID
import Testing

/// What is read of a provider's answers on the wire: not everything, and not for ever.
struct ProviderTransportTests {
    private func run(_ body: @escaping @Sendable (String) async throws -> Void) async throws {
        let router = Router()
        router.get("small") { _, _ in "{}" }
        router.get("large") { _, _ in String(repeating: "x", count: ProviderRequest.limitInBytes + 1) }
        router.get("slow") { _, _ in
            try await Task.sleep(for: .seconds(30))
            return "late"
        }
        router.get("drip") { _, _ in
            Response(
                status: .ok,
                body: ResponseBody { writer in
                    for _ in 0..<300 {
                        try await writer.write(ByteBuffer(string: "x"))
                        try await Task.sleep(for: .milliseconds(100))
                    }
                    try await writer.finish(nil)
                }
            )
        }
        router.get("elsewhere") { _, _ in Response.redirect(to: "/small", type: .temporary) }
        router.post("form") { request, _ in String(buffer: try await request.body.collect(upTo: 1_000)) }
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        let application = Application(
            router: router,
            configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: 0)),
            logger: logger
        )
        try await application.test(.live) { client in
            try await body("http://127.0.0.1:\(try #require(client.port))")
        }
    }

    /// - Parameter limit: short only where the answer never comes in time.
    private func ask(
        _ address: String,
        form: String? = nil,
        limit: Int64 = 60
    ) async throws -> ProviderAnswer {
        var request = ProviderRequest(document: .keys, address: address)
        request.form = form
        return try await HTTPTransport(limitInSeconds: limit).send(request)
    }

    @Test func `an answer that is small and quick is read whole`() async throws {
        try await run { address in
            let answer = try await ask("\(address)/small")
            #expect(answer == ProviderAnswer(status: 200, body: Array("{}".utf8)))
            let form = try await ask("\(address)/form", form: "a=b&c=d")
            #expect(form.body == Array("a=b&c=d".utf8))
        }
    }

    @Test func `an answer that is too large is not read to its end`() async throws {
        try await run { address in
            await #expect(throws: ProviderError.tooLarge(.keys, limitInBytes: ProviderRequest.limitInBytes)) {
                try await ask("\(address)/large")
            }
        }
    }

    @Test(arguments: ["slow", "drip"])
    func `an answer that takes too long is given up`(path: String) async throws {
        try await run { address in
            await #expect(throws: ProviderError.unreachable(.keys)) {
                try await ask("\(address)/\(path)", limit: 1)
            }
        }
    }

    @Test func `a redirect is not followed`() async throws {
        try await run { address in
            let answer = try await ask("\(address)/elsewhere")
            #expect(answer.status == 307)
        }
    }

    @Test func `what can't be reached is unreachable`() async throws {
        await #expect(throws: ProviderError.unreachable(.keys)) { try await ask("http://127.0.0.1:1/x") }
        await #expect(throws: ProviderError.unreachable(.keys)) { try await ask("no address") }
    }
}
