import Exchange
import Hummingbird
import Sightline
import Storage
import Testing
import Website

struct PackPagesTests {
    private static func upload(
        _ browser: inout Browser,
        _ text: String,
        to unit: Unit.ID,
        _ more: [String: String] = [:],
        file: String? = nil
    ) async throws {
        let path = Address.packs(.new(unit)).path
        try await browser.get(path)
        try await browser.upload(path, ["pack-text": text].merging(more) { $1 }, file: file)
    }

    /// The address of the pack that a form led to.
    private static func kept(_ browser: inout Browser) async throws -> String {
        #expect(browser.status == .seeOther)
        let path = try #require(browser.location?.split(separator: "?").first.map(String.init))
        try await browser.follow()
        return path
    }

    @Test func `a file is looked at first, kept when its sender says so, and downloaded as it was`()
        async throws
    {
        try await TestSite.run { site, browser in
            var browser = browser
            try await site.signIn(&browser)
            let unit = site.community
            let text = "# Ours\n" + (try SamplePack.text("Falls <on> wards"))
            try await Self.upload(&browser, "", to: unit, file: text)
            #expect(browser.status == .ok)
            #expect(browser.page.contains("Falls &lt;on&gt; wards") && browser.page.contains("All slips"))
            #expect(browser.page.contains("this will be its first version"))
            try await browser.get(Address.packs(.list(unit)).path)
            #expect(!browser.page.contains("Falls &lt;on&gt; wards"), "looking keeps nothing")
            try await Self.upload(&browser, text, to: unit, ["step": "keep", "seen": "0"])
            let path = try await Self.kept(&browser)
            #expect(browser.page.contains("Nobody has reviewed it yet"))
            #expect(browser.page.contains("keeps this pack to itself"))
            try await browser.get("\(path)/pack.yaml")
            #expect(browser.page == text)
            // The same again is no version.
            try await Self.upload(&browser, text, to: unit, ["step": "keep", "seen": "1"])
            try await browser.follow()
            #expect(browser.page.contains("Nothing has changed: this is what the newest version says."))
        }
    }

    @Test func `what is wrong is told by line, and the text comes back to be put right`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            try await site.signIn(&browser)
            let text = try SamplePack.text("Falls").replacing("chart: c", with: "chart: pie")
            try await Self.upload(&browser, text, to: site.community, ["step": "keep", "seen": "0"])
            #expect(browser.status == .unprocessableContent)
            #expect(browser.page.contains("Nothing has been kept yet: 2 things to put right"))
            #expect(browser.page.contains("measure 2, chart") && browser.page.contains("Use one of run, xmr"))
            #expect(browser.page.contains("title: Falls\n"))
            try await Self.upload(&browser, "", to: site.community)
            #expect(browser.status == .unprocessableContent)
            #expect(browser.page.contains("Choose a file, or paste its text."))
        }
    }

    @Test func `two who send versions see each other's first, and an older one is put back as the newest`()
        async throws
    {
        try await TestSite.run { site, browser in
            var browser = browser
            try await site.signIn(&browser)
            let unit = site.community
            let texts = try ["Falls", "Fewer falls", "No falls"].map { try SamplePack.text($0) }
            try await Self.upload(&browser, texts[0], to: unit, ["step": "keep", "seen": "0"])
            let path = try await Self.kept(&browser)
            try await Self.upload(
                &browser,
                texts[1],
                to: unit,
                ["step": "keep", "seen": "1", "what-is-new": "Bold"]
            )
            #expect(try await Self.kept(&browser) == path)
            #expect(browser.page.contains("Fewer falls") && browser.page.contains("Bold"))
            #expect(browser.page.contains("What is different from version 1"))
            #expect(browser.page.contains("Title: <del>Falls</del> → Fewer falls"))
            try await Self.upload(&browser, texts[2], to: unit, ["step": "keep", "seen": "1"])
            #expect(browser.status == .conflict)
            #expect(browser.page.contains("Someone kept a version while you were at it"))
            #expect(browser.page.contains("name=\"seen\" value=\"2\"") && browser.page.contains("No falls"))
            try await browser.get("\(path)?version=1")
            #expect(browser.page.contains("The newest is version 2"))
            try await browser.get("\(path)?version=9")
            #expect(browser.status == .notFound)
            try await browser.get(path)
            try await browser.post("\(path)/restored", ["version": "1", "seen": "2"])
            try await browser.follow()
            #expect(browser.page.contains("Version 3") && browser.page.contains("Version 1 put back"))
            try await browser.post("\(path)/restored", ["version": "1", "seen": "2"])
            #expect(browser.status == .badRequest)
            try await browser.get("\(path)/pack.yaml")
            #expect(browser.page == texts[0])
        }
    }

    @Test func `what an organisation keeps no one above can read; sharing is theirs to say and to end`()
        async throws
    {
        try await TestSite.run { site, browser in
            var (own, above, beside) = (browser, browser, browser)
            let place = try await site.add("North", .place, inside: site.community)
            let clinic = try await site.add("Clinic", .organisation, inside: place)
            let charity = try await site.add("Charity", .organisation, inside: place)
            try await site.signIn(&own, as: .administrator, on: clinic)
            try await site.signIn(&above)
            try await site.signIn(&beside, as: .viewer, on: charity)
            let pack = try await SamplePack.make("Falls", .unit, in: clinic, of: site)
            let path = Address.packs(.pack(clinic, pack.id)).path
            try await above.get(path)
            #expect(above.status == .forbidden && !above.page.contains("Falls"))
            try await above.get(Address.packs(.list(site.community)).path)
            #expect(above.page.contains("1 more is kept") && !above.page.contains("Falls"))
            try await own.get(path)
            try await own.post("\(path)/visibility", ["visibility": "place", "revision": "0"])
            try await own.follow()
            #expect(own.page.contains("shares this pack with its place"))
            try await beside.get(Address.packs(.list(charity)).path)
            #expect(beside.page.contains("Shared with you") && beside.page.contains("Falls"))
            try await beside.get("\(path)/pack.yaml")
            #expect(beside.status == .ok)
            try await beside.get(path)
            #expect(!beside.page.contains("Delete it") && !beside.page.contains("Share it"))
            // Someone who opened the form before that is told first.
            try await own.post("\(path)/visibility", ["visibility": "community", "revision": "0"])
            #expect(own.status == .conflict)
            try await own.get(Address.sharing(clinic).path)
            #expect(own.page.contains("Packs that others see"))
            try await own.post(Address.endedShares(clinic).path, ["pack": pack.id.pathText])
            try await own.follow()
            #expect(own.page.contains("The pack is kept by its unit again."))
            try await beside.get(path)
            #expect(beside.status == .forbidden)
            try await above.get(Address.audit(clinic).path)
            #expect(!above.page.contains("Falls"))
            try await own.get(Address.audit(clinic).path)
            #expect(own.page.contains("Falls") && own.page.contains("Read what is kept"))
        }
    }

    @Test func `a public link shows the newest version and nothing else, until it is revoked`() async throws {
        try await TestSite.run { site, browser in
            var (own, other) = (browser, browser)
            try await site.signIn(&own)
            let pack = try await SamplePack.make("Falls", .unit, in: site.community, of: site)
            let path = Address.packs(.pack(site.community, pack.id)).path
            try await own.get(path)
            try await own.post("\(path)/public-links", ["link-days": "0"])
            #expect(own.status == .badRequest)
            try await own.post("\(path)/public-links", ["link-days": "30"])
            #expect(own.page.contains("A public link to Falls"))
            let link = try #require(own.page.firstMatch(of: /\/shared\/[A-Za-z0-9_-]+/)).output
            try await other.get(String(link))
            #expect(
                other.status == .ok && other.page.contains("All slips") && !other.page.contains("/units/")
            )
            try await own.get(path)
            #expect(own.page.contains("1 public link shows it"))
            try await own.get(Address.sharing(site.community).path)
            let id = try #require(own.page.firstMatch(of: /name="pack-link" value="(\S+?)"/)).output.1
            try await own.post(Address.endedShares(site.community).path, ["pack-link": String(id)])
            try await own.follow()
            #expect(own.page.contains("The link opens nothing any more."))
            try await other.get(String(link))
            #expect(other.status == .notFound)
        }
    }

    @Test func `a pack is made out of measures, of those that one may read only`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            let clinic = try await site.add("Clinic", .organisation, inside: site.community)
            let falls = try await site.addProportion()
            let secret = try await site.addMeasure("secret") { measure in
                measure.unit = clinic
                measure.title = "Secret falls"
            }
            try await site.signIn(&browser)
            let path = Address.packs(.making(site.community)).path
            try await browser.get(path)
            #expect(browser.page.contains("Seen in time") && !browser.page.contains("Secret falls"))
            let fields = [
                "name": "seen", "title": "Seen", "purpose": "To see", "author": "Ada", "licence": "CC0",
                "measures": falls.id.pathText,
            ]
            try await browser.post(path, fields.merging(["name": "No Name", "reviewed-on": "soon"]) { $1 })
            #expect(browser.status == .unprocessableContent)
            #expect(browser.page.contains("Name: use lower-case letters"))
            #expect(browser.page.contains("Reviewed on: enter a day"))
            #expect(browser.page.contains("value=\"No Name\""), "what was typed comes back")
            try await browser.post(path, fields.merging(["measures": secret.id.pathText]) { $1 })
            #expect(browser.status == .unprocessableContent && !browser.page.contains("Secret falls"))
            try await browser.post(path, fields)
            #expect(browser.status == .ok && browser.page.contains("Look at “Seen”"))
            #expect(browser.page.contains("denominator: Everyone"))
        }
    }

    @Test func `its measures are made where one may define some, and say where they come from`() async throws
    {
        try await TestSite.run { site, browser in
            var (editor, viewer) = (browser, browser)
            let clinic = try await site.add("Clinic", .organisation, inside: site.community)
            let ward = try await site.add("Ward", .organisation, inside: site.community)
            try await site.signIn(&editor, as: .editor, on: clinic)
            try await site.signIn(&viewer, as: .viewer, on: clinic)
            let pack = try await SamplePack.make("Falls", .community, in: ward, of: site)
            let use = Address.packs(.use(ward, pack.id)).path
            try await viewer.get(use)
            #expect(viewer.page.contains("There is no unit in which you may define measures"))
            try await viewer.post(use, ["into": clinic.pathText])
            #expect(viewer.status == .unprocessableContent)
            try await editor.get("\(use)?into=\(ward.pathText)")
            #expect(editor.status == .unprocessableContent, "another organisation's unit is none of theirs")
            try await editor.get("\(use)?into=\(clinic.pathText)")
            #expect(
                editor.page.contains("It will be made") && editor.page.contains("Make 2 measures in Clinic")
            )
            try await editor.post(use, ["into": clinic.pathText, "version": "1"])
            #expect(editor.status == .seeOther)
            try await editor.get("\(use)?into=\(clinic.pathText)")
            #expect(editor.page.contains("2 measures: there is nothing to make, all of them are there."))
            let made = try await site.database.read { connection in
                try MeasureStore.all(on: connection).filter { $0.unit == clinic }
            }
            #expect(made.map(\.title) == ["All slips", "All trips"])
            let measure = try #require(made.first)
            try await editor.get(Address.measure(clinic, measure.id).path)
            #expect(editor.page.contains("Falls, version 1</a>") && !editor.page.contains("a newer version"))
            let context = site.context
            try await site.database.write { connection in
                let content = SamplePack.content("Fewer falls", name: pack.header.name)
                let text = try PackWriter.text(of: content)
                try PackStore.keep(content, text: text, in: ward, seen: 1, context, on: connection)
            }
            try await editor.get(Address.measure(clinic, measure.id).path)
            #expect(editor.page.contains("a newer version, 2</a>"))
            let series = try await site.record(Values.shifted, of: measure, in: clinic)
            try await viewer.get(Address.series(clinic, series).path)
            #expect(viewer.page.contains("Made from") && viewer.page.contains("a newer version, 2</a>"))
            // Kept again, it isn't named to those who may not read it.
            try await site.database.write { connection in
                let now = try #require(try PackStore.find(pack.id, on: connection))
                try PackStore.share(now, .unit, context, on: connection)
            }
            try await viewer.get(Address.series(clinic, series).path)
            #expect(
                viewer.page.contains("a pack that you may not read") && !viewer.page.contains("Fewer falls")
            )
        }
    }

    @Test func `a pack that comes with the program becomes a unit's own, and is offered when it differs`()
        async throws
    {
        try await TestSite.run { site, browser in
            var browser = browser
            try await site.signIn(&browser)
            let unit = site.community
            let shipped = ShippedPack.joinedUpCare
            let address = "\(Address.packs(.list(unit)).path)/shipped/\(shipped.rawValue)"
            try await browser.get(address)
            #expect(browser.page.contains("Felt that their care was joined up"))
            #expect(browser.page.contains("Keep it in"))
            try await browser.get("\(Address.packs(.list(unit)).path)/shipped/none")
            #expect(browser.status == .notFound)
            let text = shipped.reading.text
            try await Self.upload(&browser, text, to: unit, ["step": "keep", "seen": "0"])
            _ = try await Self.kept(&browser)
            #expect(!browser.page.contains("another text of this pack"))
            try await browser.get(address)
            #expect(!browser.page.contains("Keep it in"))
            let own = text.replacing("title: Joined-up care, a first set", with: "title: Ours")
            try await site.database.write { connection in
                let first = try #require(try PackStore.find(name: shipped.rawValue, of: unit, on: connection))
                try BinStore.delete(first.id, reason: "", site.context, on: connection)
            }
            try await Self.upload(&browser, own, to: unit, ["step": "keep", "seen": "0"])
            #expect(browser.status == .unprocessableContent && browser.page.contains("is in the bin"))
        }
    }

    @Test func `it goes into the bin and comes back`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            try await site.signIn(&browser)
            let pack = try await SamplePack.make("Falls", .unit, in: site.community, of: site)
            let path = Address.packs(.pack(site.community, pack.id)).path
            try await browser.get(path)
            try await browser.post("\(path)/deleted", ["delete-reason": "A slip"])
            try await browser.get(path)
            #expect(browser.status == .notFound)
            try await browser.get(Address.bin(site.community).path)
            #expect(browser.page.contains("Falls") && browser.page.contains("Pack"))
            let item = try await site.database.read {
                try #require(try BinStore.items(within: site.community, on: $0).first)
            }
            try await browser.post(Address.restoredItem(site.community, item.id).path)
            try await browser.get(path)
            #expect(browser.status == .ok)
        }
    }
}
