import Hummingbird
import Logging
import OpenID
import ProviderTestSupport
import Sightline
import Storage
import Synchronization
import Testing
import Website

/// What the log may hold: nothing private.
struct LogTests {
    @Test func `no address, name, code, token or query gets into the log`() async throws {
        let lines = Lines()
        var logger = Logger(label: "test", factory: { _ in LinesHandler(lines: lines) })
        logger.logLevel = .trace
        try await TestSite.run(logger: logger) { site, browser in
            var browser = browser
            let link = try await site.link()
            try await browser.get(link)
            try await browser.post(link)
            let session = try #require(browser.cookie?.split(separator: "=").last)
            try await browser.get("/account")
            let token = try #require(browser.token)
            try await browser.get("/units?find=secret-search&x=ada%40example.org")
            try await browser.get("/no-such-page/secret-path")
            try await browser.post("/sign-in", ["email": "eve@example.org", "password": "secret-password"])
            try await browser.post("/password-resets", ["email": "eve@example.org"])
            let visit = ProviderVisit(site: site)
            var ada = browser
            ada.cookie = nil
            let address = try await visit.leave(&ada)
            let query = try site.provider.answer(address, ["nonce": "\"wrong\""])
            try await ada.get(ProviderVisit.back + query)
            try await visit.signIn(&ada)
            let all = lines.text
            #expect(all.contains("/sign-in/providers/{provider}/return"))
            #expect(all.contains("A provider vouched for nobody"))
            let code = try #require(link.split(separator: "/").last)
            let state = try #require(query.split(separator: "state=").last)
            let secrets = [
                String(session), token, String(code), String(state), "the-code", "secret-", "example.org",
                "example%2Eorg", site.community.description, "ada", "eve", site.provider.request.verifier,
            ]
            for secret in secrets { #expect(!all.contains(secret), "\(secret)") }
        }
    }
}

/// What was logged.
private final class Lines: Sendable {
    private let lines = Mutex<[String]>([])

    func add(_ line: String) { lines.withLock { $0.append(line) } }
    var text: String { lines.withLock { $0.joined(separator: "\n") } }
}

private struct LinesHandler: LogHandler {
    let lines: Lines
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.trace

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let all = metadata.merging(event.metadata ?? [:]) { $1 }
        lines.add("\(event.level) \(event.message) \(all)")
    }
}
