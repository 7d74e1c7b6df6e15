import Hummingbird
import HummingbirdTesting
import Sightline
import Storage
import Testing
import Website

/// The numbers about the server itself.
struct MetricsTests {
    /// What the port of the numbers answers.
    private func metrics(_ site: TestSite) async throws -> (text: String, headers: HTTPFields) {
        let application = Application(router: MetricsServer.router(site.site))
        return try await application.test(.router) { client in
            let answer = try await client.execute(uri: "/metrics", method: .get)
            #expect(answer.status == .ok)
            return (String(buffer: answer.body), answer.headers)
        }
    }

    @Test func `requests are counted by the shape of their address, never by the address`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            try await site.signIn(&browser)
            try await browser.get("/units/\(site.community.description)?name=ada%40example.org")
            try await browser.get("/no-such-page/ada@example.org")
            try await browser.post("/sign-in", ["email": "ada@example.org", "password": "wrong"])
            let (text, headers) = try await metrics(site)
            #expect(headers[.contentType] == "text/plain; version=0.0.4; charset=utf-8")
            let lines = text.split(separator: "\n").map(String.init)
            let requests = "sightline_http_requests_total"
            #expect(lines.contains("\(requests){method=\"GET\",route=\"/units/{unit}\",status=\"200\"} 1"))
            #expect(lines.contains("\(requests){method=\"GET\",route=\"\",status=\"404\"} 1"))
            #expect(lines.contains("sightline_sign_in_attempts_total{way=\"link\",outcome=\"let in\"} 1"))
            #expect(
                lines.contains("sightline_sign_in_attempts_total{way=\"password\",outcome=\"refused\"} 1")
            )
            #expect(lines.contains("sightline_letters_waiting 0"))
            #expect(lines.contains("sightline_database_up 1"))
            #expect(lines.contains("sightline_build_info{version=\"\(Product.version)\"} 1"))
            for secret in ["ada", site.community.description, "no-such-page", "Administrator"] {
                #expect(!text.contains(secret), "\(secret)")
            }
        }
    }

    @Test func `the text is what Prometheus reads: every line a comment or a number, each family once`()
        async throws
    {
        try await TestSite.run { site, browser in
            var browser = browser
            for path in ["/about", "/healthz", "/x"] { try await browser.get(path) }
            let (text, _) = try await metrics(site)
            #expect(text.hasSuffix("\n"))
            var families: [String] = []
            let pattern = #"([a-z_]+)(?:\{(?:[a-z]+="(?:[^"\\]|\\.)*",?)*\})? (-?[0-9.e+-]+)"#
            let sample = try Regex(pattern, as: (Substring, Substring, Substring).self)
            for line in text.split(separator: "\n") {
                if let type = line.wholeMatch(of: /# TYPE ([a-z_]+) (counter|gauge|histogram)/) {
                    families.append(String(type.1))
                } else if !line.hasPrefix("# HELP ") {
                    let found = try #require(line.wholeMatch(of: sample), "\(line)")
                    #expect(Double(found.2) != nil)
                    #expect(families.last.map { found.1.hasPrefix($0) } == true, "\(line)")
                }
            }
            #expect(Set(families).count == families.count)
        }
    }

    @Test func `a histogram's buckets hold each other and end with all`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            for _ in 0..<3 { try await browser.get("/about") }
            let (text, _) = try await metrics(site)
            let name = "sightline_http_request_duration_seconds"
            let buckets = text.split(separator: "\n").filter {
                $0.hasPrefix("\(name)_bucket{route=\"/about\"")
            }
            .compactMap { $0.split(separator: " ").last.flatMap { Int($0) } }
            #expect(buckets.count == 12)
            #expect(buckets == buckets.sorted())
            #expect(buckets.last == 3)
            #expect(text.contains("\(name)_count{route=\"/about\"} 3\n"))
        }
    }

    @Test func `without its database the numbers say so`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            try await site.database.close()
            try await browser.get("/readyz")
            #expect(browser.status == .serviceUnavailable)
            let (text, _) = try await metrics(site)
            #expect(text.contains("sightline_database_up 0\n"))
            #expect(!text.contains("sightline_letters_waiting "))
        }
    }

    @Test func `the site itself has no page of numbers`() async throws {
        try await TestSite.run { _, browser in
            var browser = browser
            try await browser.get("/metrics")
            #expect(browser.status == .notFound)
        }
    }

    @Test func `methods that somebody makes up are counted as one`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            for word in ["BREW", "X1", "X2"] {
                try await browser.send(try #require(.init(rawValue: word)), "/about", [:], nil)
            }
            let (text, _) = try await metrics(site)
            #expect(text.contains("{method=\"other\",route=\"\",status=\"404\"} 3\n"))
            #expect(!text.contains("BREW"))
        }
    }

    @Test func `the server is ready once its tables are this program's`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            try await browser.get("/readyz")
            #expect(browser.status == .ok)
            try await site.database.write { connection in
                try connection.execute("DELETE FROM schema_migrations WHERE number = 9", [])
            }
            try await browser.get("/readyz")
            #expect(browser.status == .serviceUnavailable)
            try await browser.get("/healthz")
            #expect(browser.status == .ok)
        }
    }
}
