import AsyncHTTPClient
import Hummingbird
import HummingbirdTesting
import Logging
import NIOCore
import NIOHTTP1
import NIOSSL
import Sightline
import Testing
import Website

/// The site's own HTTPS, and what is said of files that can't be used for it.
struct TLSTests {
    private static let now = Timestamp(microseconds: 1_790_000_000_000_000)

    private func service(_ certificate: String, _ key: String) throws -> CertificateService {
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        return try CertificateService(
            TLSFiles(certificate: certificate, key: key),
            logger: logger,
            clock: { Self.now }
        )
    }

    @Test func `pages come through HTTPS, with cookies that never go without it`() async throws {
        let files = try TestCertificate()
        let service = try service(files.path("certificate.pem"), files.path("key.pem"))
        try await TestSite.run(isBehindHTTPS: true) { site, _ in
            let link = try await site.link()
            try await serve(site, service) { port in
                let answer = try await ask("https://127.0.0.1:\(port)\(link)", .POST, believing: files)
                #expect(answer.status == .seeOther)
                let cookie = try #require(answer.headers.first(name: "Set-Cookie"))
                #expect(cookie.hasPrefix("__Host-sightline-session="))
                #expect(cookie.contains("; Secure"))
                #expect(answer.headers.first(name: "Strict-Transport-Security") == "max-age=63072000")
            }
        }
    }

    @Test func `a certificate that was renewed is shown once it is read anew, and a broken one isn't`()
        async throws
    {
        let files = try TestCertificate()
        let service = try service(files.path("certificate.pem"), files.path("key.pem"))
        let old = try NIOSSLCertificate.fromPEMFile(files.path("certificate.pem"))
        try await TestSite.run(isBehindHTTPS: true) { site, _ in
            try await serve(site, service) { port in
                let address = "https://127.0.0.1:\(port)/healthz"
                #expect(try await ask(address, believing: old).status == .ok)
                try files.make("certificate.pem", "key.pem", days: 365)
                let new = try NIOSSLCertificate.fromPEMFile(files.path("certificate.pem"))
                service.readAgain()
                #expect(try await ask(address, believing: new).status == .ok)
                await #expect(throws: (any Error).self) { try await ask(address, believing: old) }
                try files.write("nonsense", to: "key.pem")
                service.readAgain()
                #expect(try await ask(address, believing: new).status == .ok)
            }
        }
    }

    @Test func `plain HTTP gets nothing where HTTPS is spoken`() async throws {
        let files = try TestCertificate()
        let service = try service(files.path("certificate.pem"), files.path("key.pem"))
        try await TestSite.run(isBehindHTTPS: true) { site, _ in
            try await serve(site, service) { port in
                let connection = try await RawConnection(port: port)
                try await connection.send("GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n")
                #expect(try await !connection.readToEnd().contains("200 OK"))
            }
        }
    }

    @Test func `files that can't be used are named, with what would be right`() throws {
        let files = try TestCertificate()
        try files.make("other.pem", "other-key.pem", days: 365)
        try files.write("nonsense", to: "nonsense.pem")
        try files.write("", to: "empty.pem")
        try files.openssl([
            "ec", "-in", files.path("key.pem"), "-out", files.path("locked.pem"), "-aes256", "-passout",
            "pass:word",
        ])
        let cases = [
            ("nothing.pem", "key.pem", "--tls-certificate", "isn't there"),
            ("nonsense.pem", "key.pem", "--tls-certificate", "isn't a certificate in PEM"),
            ("empty.pem", "key.pem", "--tls-certificate", "certificate"),
            ("key.pem", "key.pem", "--tls-certificate", "certificate"),
            ("certificate.pem", "nothing.pem", "--tls-key", "isn't there"),
            ("certificate.pem", "nonsense.pem", "--tls-key", "isn't a private key in PEM"),
            ("certificate.pem", "certificate.pem", "--tls-key", "isn't a private key in PEM"),
            ("certificate.pem", "locked.pem", "--tls-key", "without a passphrase"),
            ("certificate.pem", "other-key.pem", "--tls-key", "isn't the key of the certificate"),
        ]
        for (certificate, key, option, sentence) in cases {
            let error = try #require(throws: SettingError.self) {
                try service(files.path(certificate), files.path(key))
            }
            #expect(error.place == option, "\(certificate) \(key)")
            #expect(error.sentence.contains(sentence), "\(error)")
        }
    }

    // MARK: Serving and asking

    private func serve(
        _ site: TestSite,
        _ service: CertificateService,
        _ body: @escaping @Sendable (Int) async throws -> Void
    ) async throws {
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        let application = Application(
            router: Server.buildRouter(site: site.site).router,
            server: try Server.builder(idleSeconds: 5, certificate: service),
            configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: 0)),
            logger: logger
        )
        try await application.test(.live) { try await body(try #require($0.port)) }
    }

    private func ask(
        _ address: String,
        _ method: HTTPMethod = .GET,
        believing files: TestCertificate
    ) async throws -> HTTPClientResponse {
        try await ask(
            address,
            method,
            believing: try NIOSSLCertificate.fromPEMFile(files.path("certificate.pem"))
        )
    }

    private func ask(
        _ address: String,
        _ method: HTTPMethod = .GET,
        believing roots: [NIOSSLCertificate]
    ) async throws -> HTTPClientResponse {
        var tls = TLSConfiguration.makeClientConfiguration()
        tls.trustRoots = .certificates(roots)
        let client = HTTPClient(
            eventLoopGroupProvider: .singleton,
            configuration: .init(tlsConfiguration: tls, redirectConfiguration: .disallow)
        )
        let result: Result<HTTPClientResponse, any Error>
        do {
            var request = HTTPClientRequest(url: address)
            request.method = method
            let answer = try await client.execute(request, timeout: .seconds(20))
            _ = try await answer.body.collect(upTo: 1_000_000)
            result = .success(answer)
        } catch {
            result = .failure(error)
        }
        try await client.shutdown()
        return try result.get()
    }
}
