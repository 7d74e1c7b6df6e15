import Foundation
import Hummingbird
import Logging
import MailRelay
import NIOCore
import NIOPosix
import Sightline
import Storage
import TestSupport
import Testing
import Website

/// Letters as they leave, and what becomes of those that can't.
struct LetterTests {
    private static let relay = MailRelay(host: "127.0.0.1", port: 1, security: .none, limitInSeconds: 5)

    private func post(
        _ site: TestSite,
        _ subject: String,
        _ body: String = "Hello\n",
        to: String
    ) async throws {
        let context = site.context
        try await site.database.write { try MailStore.post(subject, body, to: to, context, on: $0) }
    }

    /// How often each letter that waits was tried.
    private func attempts(_ site: TestSite) async throws -> [Int] {
        try await site.database.read { try MailStore.failing(on: $0).map(\.attempts) }
    }

    private func service(_ site: TestSite, _ delivery: MailDelivery) -> MailService {
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        return MailService(site: site.site, delivery: delivery, logger: logger)
    }

    @Test func `nothing in a letter's address or subject can begin another header`() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "mail-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try await TestSite.run { site, _ in
            try await post(
                site,
                "Hello\r\nBcc: eve@example.org\u{85}X: y",
                to: "ada@example.org\nBcc: eve@example.org"
            )
            await service(site, .folder(folder)).sendDue()
            let name = try #require(FileManager.default.contentsOfDirectory(atPath: folder).first)
            let text = try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
            let head = try #require(text.split(separator: "\n\n", maxSplits: 1).first)
            let names = head.split(separator: "\n").compactMap { $0.split(separator: ":").first }
            #expect(
                names == [
                    "From", "To", "Subject", "Date", "Message-ID", "MIME-Version", "Content-Type",
                    "Content-Transfer-Encoding",
                ]
            )
            #expect(head.contains("Date: Wed, 04 Mar 2026 12:00:00 +0000"))
        }
    }

    @Test func `a letter that the relay doesn't take waits, says why to administrators, and is tried again`()
        async throws
    {
        let delivery = MailDelivery.relay(Self.relay, from: "sightline@example.org")
        try await TestSite.run(mail: delivery) { site, browser in
            var browser = browser
            try await post(site, "A secret subject", "A secret link", to: "ada@example.org")
            let service = service(site, delivery)
            await service.sendDue()
            let failing = try await site.database.read { try MailStore.failing(on: $0) }
            #expect(failing.first?.problem == "the relay doesn’t answer")
            #expect(failing.first?.attempts == 1)
            try await site.signIn(&browser)
            try await browser.get("/letters")
            #expect(browser.page.contains("1 letter waits"))
            #expect(browser.page.contains("the relay doesn’t answer"))
            for secret in ["secret", "ada@example.org"] { #expect(!browser.page.contains(secret)) }
            // Not at once, but a minute later.
            await service.sendDue()
            #expect(try await attempts(site) == [1])
            site.clock.advance(bySeconds: 61)
            await service.sendDue()
            #expect(try await attempts(site) == [2])
            for _ in 0..<12 {
                site.clock.advance(bySeconds: 2 * 86_400)
                await service.sendDue()
            }
            #expect(try await attempts(site) == [])
        }
    }

    @Test func `a letter with an address that no letter can go to doesn't hold the others up`() async throws {
        let server = try RelayServer()
        let relay = MailRelay(host: "127.0.0.1", port: server.port, security: .none)
        let delivery = MailDelivery.relay(relay, from: "sightline@example.org")
        try await TestSite.run(mail: delivery) { site, _ in
            try await post(site, "One", to: "ada@example.org>\r\nRCPT TO:<eve@example.org")
            try await post(
                site,
                "Für Ada: Ünïcödé, and so long that it takes several words — really",
                "Grüße\n",
                to: "ada@example.org"
            )
            await service(site, delivery).sendDue()
            let failing = try await site.database.read { try MailStore.failing(on: $0) }
            #expect(failing.map(\.subject) == ["One"])
        }
        let letters = try server.stop()
        #expect(letters.count == 1)
        let text = try #require(letters.first?.text)
        #expect(text.contains("Content-Transfer-Encoding: base64"))
        #expect(text.contains(Data("Grüße\n".utf8).base64EncodedString()))
        #expect(text.utf8.allSatisfy { $0 < 128 })
        #expect(text.split(separator: "\r\n").allSatisfy { $0.utf8.count <= 78 })
    }
}
