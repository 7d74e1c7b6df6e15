import Foundation
import MailRelay
import TestSupport
import Testing

/// Letters handed to a real SMTP server, with and without what protects them.
struct MailRelayTests {
    private static let letter =
        "From: a@example.org\nTo: b@example.org\nSubject: Hello\n\nFirst\n.\n..dots\nLast\n"

    private func relay(_ port: Int, _ security: MailRelay.Security = .none) -> MailRelay {
        MailRelay(host: "127.0.0.1", port: port, security: security, limitInSeconds: 20)
    }

    @Test("a letter arrives whole, dots and all")
    func arrives() throws {
        let server = try RelayServer()
        try relay(server.port).send(Self.letter, from: "a@example.org", to: "b@example.org")
        let letters = try server.stop()
        let arrived = try #require(letters.first)
        #expect(letters.count == 1)
        #expect(arrived.from == "a@example.org")
        #expect(arrived.to == ["b@example.org"])
        #expect(arrived.text == Self.letter.replacingOccurrences(of: "\n", with: "\r\n"))
        #expect(!arrived.tls)
    }

    @Test("with STARTTLS, and a user name and password, it arrives through TLS", arguments: [true, false])
    func encrypted(_ isStartTLS: Bool) throws {
        let own = try OwnCertificate()
        let option = isStartTLS ? "--starttls" : "--tls"
        let user = isStartTLS ? ["--user", "sightline", "pass word é"] : []
        let server = try RelayServer([option, own.certificate, own.key] + user)
        var relay = relay(server.port, isStartTLS ? .starttls : .implicit)
        relay.trustFile = own.certificate
        if isStartTLS { relay.credentials = .init(user: "sightline", password: "pass word é") }
        try relay.send(Self.letter, from: "a@example.org", to: "b@example.org")
        let arrived = try #require(try server.stop().first)
        #expect(arrived.tls)
        #expect(arrived.user == (isStartTLS ? "sightline" : nil))
    }

    @Test("a certificate that nobody vouches for is not believed, and nothing is sent")
    func unknownCertificate() throws {
        let own = try OwnCertificate()
        let server = try RelayServer(["--starttls", own.certificate, own.key])
        #expect(throws: RelayError.insecure) {
            try relay(server.port, .starttls).send(Self.letter, from: "a@example.org", to: "b@example.org")
        }
        #expect(try server.stop().isEmpty)
    }

    @Test("a server without STARTTLS gets no letter that needs it")
    func noTLS() throws {
        let server = try RelayServer()
        #expect(throws: RelayError.insecure) {
            try relay(server.port, .starttls).send(Self.letter, from: "a@example.org", to: "b@example.org")
        }
        #expect(try server.stop().isEmpty)
    }

    @Test("a wrong password is told from other refusals")
    func wrongPassword() throws {
        let own = try OwnCertificate()
        let server = try RelayServer(["--starttls", own.certificate, own.key, "--user", "sightline", "right"])
        var relay = relay(server.port, .starttls)
        relay.trustFile = own.certificate
        relay.credentials = .init(user: "sightline", password: "wrong")
        #expect(throws: RelayError.credentials) {
            try relay.send(Self.letter, from: "a@example.org", to: "b@example.org")
        }
        #expect(try server.stop().isEmpty)
    }

    @Test("a recipient whom the server refuses is a refusal with the server's code")
    func refusedRecipient() throws {
        let server = try RelayServer(["--refuse", "nobody@example.org"])
        #expect(throws: RelayError.refused(code: 550)) {
            try relay(server.port).send(Self.letter, from: "a@example.org", to: "nobody@example.org")
        }
        #expect(try server.stop().isEmpty)
    }

    @Test("a server that is down can't be reached")
    func down() throws {
        let server = try RelayServer()
        let port = server.port
        _ = try server.stop()
        #expect(throws: RelayError.unreachable) {
            try relay(port).send(Self.letter, from: "a@example.org", to: "b@example.org")
        }
    }

    @Test(
        "an address that would add a command or another recipient is sent nowhere",
        arguments: [
            "b@example.org>\r\nRCPT TO:<c@example.org", "b@example.org\nDATA", "b@example.org,c@example.org",
            "<b@example.org>", "b@example.org> SIZE=1", "", "b", "b@example.org\u{0}", "b @example.org",
            "b@example.org\u{85}x", "b@example.org\u{2028}x",
        ]
    )
    func injection(_ address: String) throws {
        let server = try RelayServer()
        #expect(throws: RelayError.address) {
            try relay(server.port).send(Self.letter, from: "a@example.org", to: address)
        }
        #expect(throws: RelayError.address) {
            try relay(server.port).send(Self.letter, from: address, to: "b@example.org")
        }
        #expect(try server.stop().isEmpty)
    }

    @Test("nothing goes to another machine unencrypted")
    func elsewhere() {
        let relay = MailRelay(host: "mail.example.org", port: 25, security: .none)
        #expect(throws: RelayError.notEncrypted) {
            try relay.send(Self.letter, from: "a@example.org", to: "b@example.org")
        }
    }

    @Test("a password slips into no text about the relay")
    func description() {
        let credentials = MailRelay.Credentials(user: "u", password: "s3cret")
        let relay = MailRelay(host: "h", port: 1, security: .starttls, credentials: credentials)
        #expect(!"\(relay)".contains("s3cret"))
    }
}
