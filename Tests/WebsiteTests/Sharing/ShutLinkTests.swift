import Hummingbird
import Sightline
import Storage
import Testing
import Website

/// Public links that open nothing, to things of each kind.
struct ShutLinkTests {
    /// The codes of three links to one thing, with what its page says.
    private struct Codes {
        let holding: SignInCode
        let expiring: SignInCode
        let revoked: SignInCode
        let words: String

        init<Thing: LinkedThing>(to thing: Thing, saying words: String, of site: TestSite) async throws {
            let context = site.context
            let soon = context.now.advanced(bySeconds: 86_400)
            self.words = words
            (holding, expiring, revoked) = try await site.database.write { connection in
                func make(_ expires: Timestamp?) throws -> SignInCode {
                    SignInCode(
                        try PublicLinkStore.make(to: thing, expires: expires, context, on: connection)
                    )
                }
                let revoked = try make(nil)
                for link in try PublicLinkStore.open(to: thing.id, at: context.now, on: connection) {
                    try PublicLinkStore.revoke(link, context, on: connection)
                }
                return (try make(nil), try make(soon), revoked)
            }
        }
    }

    private static func codes(_ world: AccessWorld) async throws -> [Codes] {
        let (site, own, context) = (world.site, world.own, world.site.context)
        let id = try #require(world.series[.kept])
        var report = Report(
            id: context.makeID(),
            unit: own,
            title: "How it goes",
            summary: "Better",
            author: context.author,
            instant: context.now
        )
        report.add(.words, "More words")
        let written = report
        let series = try await site.database.write { connection in
            try ReportStore.insert(written, context, on: connection)
            return try #require(try SeriesStore.find(id, on: connection))
        }
        let programme = try await SampleProgramme("Quiet nights", .unit, in: own, of: site).programme
        let pack = try await SamplePack.make("Slips", .unit, in: own, of: site)
        return [
            try await Codes(to: series, saying: "Secret falls", of: site),
            try await Codes(to: programme, saying: "Quiet nights", of: site),
            try await Codes(to: pack, saying: "All slips", of: site),
            try await Codes(to: written, saying: "More words", of: site),
        ]
    }

    @Test func `what was revoked, ran out or never was is answered alike, whatever it showed`() async throws {
        try await TestSite.run { site, browser in
            var anyone = browser
            let all = try await Self.codes(try await AccessWorld(site))
            let unknown = try #require(SignInCode(pathText: String(repeating: "a", count: 43)))
            for codes in all {
                for code in [codes.holding, codes.expiring] {
                    try await anyone.get(Address.shared(code).path)
                    #expect(anyone.status == .ok && anyone.page.contains(codes.words), "\(codes.words)")
                }
            }
            site.clock.advance(bySeconds: 86_400)
            try await anyone.get(Address.shared(unknown).path)
            let (page, headers) = (anyone.page, anyone.headers)
            #expect(anyone.status == .notFound && !page.isEmpty)
            for codes in all {
                for code in [codes.expiring, codes.revoked] {
                    try await anyone.get(Address.shared(code).path)
                    #expect(anyone.status == .notFound && anyone.page == page && anyone.headers == headers)
                }
                try await anyone.get(Address.shared(codes.holding).path)
                #expect(anyone.status == .ok)
            }
        }
    }

    @Test func `the chart and the numbers behind a link are those of a series only`() async throws {
        try await TestSite.run { site, browser in
            var anyone = browser
            let all = try await Self.codes(try await AccessWorld(site))
            for (index, codes) in all.enumerated() {
                for path in ["data.csv", "chart.svg"] {
                    try await anyone.get("\(Address.shared(codes.holding).path)/\(path)")
                    #expect(anyone.status == (index == 0 ? .ok : .notFound), "\(codes.words) \(path)")
                    try await anyone.get("\(Address.shared(codes.revoked).path)/\(path)")
                    #expect(anyone.status == .notFound)
                }
            }
        }
    }

    @Test func `a link opens nothing while its thing is in the bin`() async throws {
        try await TestSite.run { site, browser in
            var anyone = browser
            let context = site.context
            let all = try await Self.codes(try await AccessWorld(site))
            let items = try await site.database.write { connection in
                try all.map { codes in
                    let link = try #require(
                        try Secret(codes.holding.pathText).flatMap {
                            try PublicLinkStore.open($0, at: context.now, on: connection)
                        }
                    )
                    return switch link {
                    case .series(let link):
                        try BinStore.delete(link.thing, reason: "", context, on: connection)
                    case .programme(let link):
                        try BinStore.delete(link.thing, reason: "", context, on: connection)
                    case .pack(let link):
                        try BinStore.delete(link.thing, reason: "", context, on: connection)
                    case .report(let link):
                        try BinStore.delete(link.thing, reason: "", context, on: connection)
                    }
                }
            }
            for codes in all {
                try await anyone.get(Address.shared(codes.holding).path)
                #expect(anyone.status == .notFound && !anyone.page.contains(codes.words))
            }
            try await site.database.write { connection in
                for item in items { try BinStore.restore(item, context, on: connection) }
            }
            for codes in all {
                try await anyone.get(Address.shared(codes.holding).path)
                #expect(anyone.status == .ok && anyone.page.contains(codes.words))
            }
        }
    }
}
