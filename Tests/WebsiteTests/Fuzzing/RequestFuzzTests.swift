import Foundation
import Hummingbird
import TestSupport
import Testing
import Website

/// Requests that no browser would send: never a crash, never an error of ours, never another answer than a
/// plainer way of reading gives.
struct RequestFuzzTests {
    private static let forms = [
        "name=Applewick+General&unit=017d1886-6280-7000-af2f-53f165a164ab&note=100%25%20sure",
        "a=1&a=2&b=&=c&d", "email=robin%40example.org&password=%C3%A9t%C3%A9",
        "search=&sort=latest&order=descending",
    ]
    private static let upload = """
        --XX\r
        Content-Disposition: form-data; name="form-token"\r
        \r
        abc\r
        --XX\r
        Content-Disposition: form-data; name="note"\r
        \r
        first try\r
        --XX\r
        Content-Disposition: form-data; name="file"; filename="a%22b.csv"\r
        Content-Type: text/csv\r
        \r
        date,value\r
        2024-01-01,1\r
        --XX--\r

        """

    @Test func `a form says what another reading of its text says`() {
        for input in FuzzInputs(Self.forms, seed: 11) {
            // Browsers send nothing else, and Foundation cuts other text where characters join.
            guard input.allSatisfy({ $0 < 0x80 }), let form = try? Form(urlEncoded: input) else { continue }
            for (name, values) in Self.plainReading(of: input) {
                #expect(form.all(name).count == values.count, "\(input)")
                #expect(form[name] == values[0].trimmingCharacters(in: Self.space), "\(input)")
            }
        }
    }

    private static let space = CharacterSet.whitespacesAndNewlines

    /// The fields of a form by Foundation's decoder.
    private static func plainReading(of input: [UInt8]) -> [String: [String]] {
        var values: [String: [String]] = [:]
        for pair in String(decoding: input, as: UTF8.self).components(separatedBy: "&") where !pair.isEmpty {
            let parts = pair.components(separatedBy: "=")
            let decoded = [parts[0], parts.dropFirst().joined(separator: "=")].map {
                $0.replacingOccurrences(of: "+", with: " ").removingPercentEncoding
            }
            guard let name = decoded[0], let value = decoded[1] else { return [:] }
            values[name, default: []].append(value)
        }
        return values
    }

    @Test func `an upload is the same, however its bytes arrive`() {
        var random = FuzzRandom(seed: 12)
        for input in FuzzInputs([Self.upload], seed: 13) {
            let whole = Self.upload(input) { _ in input.count }
            let pieces = Self.upload(input) { _ in 1 + random.below(40) }
            #expect(whole == pieces, "\(input)")
        }
    }

    /// What was sent in words; nil where it is refused.
    private static func upload(_ body: [UInt8], by size: (Int) -> Int) -> String? {
        var reader = UploadReader(boundary: "XX")
        var place = 0
        do {
            while place < body.count {
                let end = min(place + max(1, size(place)), body.count)
                try reader.read(body[place..<end]) { token in
                    guard token == "abc" else { throw Failure.formNotOurs }
                }
                place = end
            }
            let upload = try reader.finish()
            return "\(upload.fileName) \(upload.bytes) \(upload.form.all("note"))"
        } catch {
            return nil
        }
    }

    @Test func `a boundary is one that a form can have, or none`() {
        let examples = [
            "multipart/form-data; boundary=XX", "multipart/form-data; charset=utf-8; boundary=\"a b\"",
        ]
        for input in FuzzInputs(examples, seed: 14) {
            guard let boundary = Upload.boundary(in: String(decoding: input, as: UTF8.self)) else { continue }
            #expect((1...70).contains(boundary.utf8.count) && !boundary.contains("\""), "\(input)")
        }
    }

    @Test func `no request makes the site fail`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            try await site.signIn(&browser)
            let session = try #require(browser.cookie)
            let unit = site.community.pathText
            let requests = [
                "/units/\(unit)/measures?sort=latest&order=descending&rows=250&page=2",
                "/units/\(unit)/audit?from=2024-01-01&until=2024-12-31&person=a", "/units/\(unit)/people",
                "/units/\(unit)/series/\(unit)/chart.svg", "/sign-in/\(String(repeating: "a", count: 43))",
                "/account?notice=saved", "/assets/site.css", "/units/\(unit)/imports/\(unit)?line=3",
            ]
            let cookies = [session, "\(session); other=1", "sightline-session=", "a=b; a=c;;="]
            // Each takes some milliseconds: a tenth of what the parsers alone get.
            let count = max(300, FuzzInputs.count / 100)
            let addresses = FuzzInputs(requests, seed: 15, count: count)
            let pairs = zip(addresses, zip(FuzzInputs(cookies, seed: 16, count: count), 0..<count))
            for (address, (cookie, number)) in pairs {
                // A server's parser has refused by then what can't stand in a request line or a header.
                let text = Self.sendable(address, from: 0x21)
                let path = text.hasPrefix("/") ? text : "/\(text)"
                browser.cookie = number % 4 == 0 ? Self.sendable(cookie, from: 0x20) : session
                if number % 3 == 0 {
                    try await browser.post(path, ["note": Self.sendable(cookie, from: 0x20)])
                } else {
                    try await browser.get(path)
                }
                #expect(browser.status.code < 500, "\(number): \(path)")
            }
        }
    }

    private static func sendable(_ bytes: [UInt8], from first: UInt8) -> String {
        String(decoding: bytes.filter { $0 >= first && $0 != 0x7F }, as: UTF8.self)
    }
}
