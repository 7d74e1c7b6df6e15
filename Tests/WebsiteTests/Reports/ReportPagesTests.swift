import Hummingbird
import Sightline
import Storage
import Testing
import Website

struct ReportPagesTests {
    /// Makes a page by its form; gives back its path.
    private static func make(
        _ browser: inout Browser,
        in unit: Unit.ID,
        _ visibility: Visibility = .unit
    ) async throws -> String {
        let new = Address.reports(.new(unit)).path
        try await browser.get(new)
        try await browser.post(
            new,
            ["title": "How it goes", "summary": "Better", "visibility": visibility.rawValue]
        )
        #expect(browser.status == .seeOther)
        let path = try #require(browser.location?.split(separator: "?").first.map(String.init))
        try await browser.follow()
        #expect(browser.page.contains("Now write it, block by block"))
        return String(path.dropLast("/blocks".count))
    }

    private static func add(
        _ browser: inout Browser,
        to path: String,
        _ kind: String,
        _ value: String
    ) async throws {
        try await browser.post("\(path)/blocks", ["new-\(kind)": value])
        #expect(browser.status == .seeOther, "\(kind)")
    }

    @Test func `a page is written block by block: added, changed, moved, removed, and put back`() async throws
    {
        try await TestSite.run { site, browser in
            var browser = browser
            let measure = try await site.addMeasure()
            let series = try await site.record(Values.shifted, of: measure, in: site.community)
            let sample = try await SampleProgramme("Quiet nights", .community, in: site.community, of: site)
            try await site.signIn(&browser)
            let path = try await Self.make(&browser, in: site.community)
            try await Self.add(&browser, to: path, "heading", "At night")
            try await Self.add(
                &browser,
                to: path,
                "words",
                "We tried:\r\n- lamps\r\n- <b>rails</b>\r\nIt helped."
            )
            try await Self.add(&browser, to: path, "chart", series.description)
            try await Self.add(&browser, to: path, "drawing", "\(sample.programme.id) logic-model")
            try await browser.get(path)
            for text in [
                "<h2>At night</h2>",
                "<p>We tried:</p><ul><li>lamps</li><li>&lt;b&gt;rails&lt;/b&gt;</li></ul>",
                "<p>It helped.</p>", "<h3>Falls</h3>", "block-3-wide", "Show 33 periods as a table",
                "Logic model of Quiet nights", "The same as a list", "Who can see this?",
                "people speak up early",
            ] {
                #expect(browser.page.contains(text), "\(text)")
            }
            let sentence = try await site.database.read { connection in
                let found = try #require(try SeriesPictureStore.picture(of: series, on: connection))
                return Sentences.statement(of: found.picture).what
            }
            #expect(
                browser.page.contains("<p class=\"lede\">\(sentence)</p>"),
                "the sentence of the chart's own page"
            )
        }
    }

    @Test func `a block is moved, changed and removed, and what the page said is put back`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            let measure = try await site.addMeasure()
            let series = try await site.record(Values.shifted, of: measure, in: site.community)
            try await site.signIn(&browser)
            let path = try await Self.make(&browser, in: site.community)
            try await Self.add(&browser, to: path, "heading", "At night")
            try await Self.add(&browser, to: path, "words", "It helped.")
            try await Self.add(&browser, to: path, "chart", series.description)
            try await Self.add(&browser, to: path, "words", "Thank you all")
            try await browser.get("\(path)/blocks")
            try await browser.post("\(path)/blocks/3/position", ["direction": "up"])
            #expect(browser.location?.hasSuffix("#block-3") == true)
            try await browser.get(path)
            func place(_ text: String) throws -> String.Index {
                try #require(browser.page.firstRange(of: text), "\(text)").lowerBound
            }
            #expect(try place("id=\"block-3\"") < place("id=\"block-2\""))
            try await browser.get("\(path)/blocks")
            let revision = try browser.hidden(in: "\(path)/blocks/2")
            try await browser.post("\(path)/blocks/2", revision.merging(["words-2": ""]) { $1 })
            #expect(browser.status == .unprocessableContent)
            #expect(browser.page.contains("Words 2: this is needed."))
            try await browser.post(
                "\(path)/blocks/2",
                revision.merging(["words-2": "It helped a lot."]) { $1 }
            )
            #expect(browser.status == .seeOther)
            try await browser.get("\(path)/blocks")
            let now = try browser.hidden(in: "\(path)/blocks/4/removal")
            try await browser.post("\(path)/blocks/4/removal", now)
            try await browser.get(path)
            #expect(browser.page.contains("It helped a lot.") && !browser.page.contains("<p>Thank you"))
            // Back to the state before the words were changed: it is a change like any other.
            let back = try #require(
                browser.forms(to: "\(path)/restored").compactMap {
                    $0.firstMatch(of: /name="restored" value="(\d+)"/).map { String($0.output.1) }
                }.first { $0 == "5" }
            )
            let newest = try browser.hidden(in: "\(path)/restored")
            try await browser.post("\(path)/restored", newest.merging(["restored": back]) { $1 })
            #expect(browser.status == .seeOther)
            try await browser.follow()
            #expect(browser.page.contains("<p>It helped.</p>") && browser.page.contains("<p>Thank you"))
            try await browser.post("\(path)/restored", newest)
            #expect(browser.status == .conflict && browser.page.contains("nothing was put back"))
            try await browser.post("\(path)/deleted", ["delete-reason": "Written twice"])
            try await browser.follow()
            #expect(!browser.page.contains(">How it goes</a>"))
            try await browser.get(Address.bin(site.community).path)
            #expect(browser.page.contains("How it goes") && browser.page.contains("Written twice"))
        }
    }

    @Test func `two who write at once: other blocks don't matter, and of the same both versions are shown`()
        async throws
    {
        try await TestSite.run { site, browser in
            var (first, second) = (browser, browser)
            try await site.signIn(&first)
            try await site.signIn(&second)
            let path = try await Self.make(&first, in: site.community)
            try await Self.add(&first, to: path, "words", "One")
            try await Self.add(&first, to: path, "words", "Two")
            try await second.get("\(path)/blocks")
            let revision = try second.hidden(in: "\(path)/blocks/1")["revision"] ?? ""
            let (one, two) = (["revision": revision], ["revision": revision])
            try await first.get("\(path)/blocks")
            try await first.post("\(path)/blocks/2", two.merging(["words-2": "Theirs"]) { $1 })
            #expect(first.status == .seeOther)
            try await second.post("\(path)/blocks/1", one.merging(["words-1": "Uno"]) { $1 })
            #expect(second.status == .seeOther)
            try await second.post("\(path)/blocks/2", two.merging(["words-2": "Mine"]) { $1 })
            #expect(second.status == .conflict)
            for text in ["changed this while you were at it", "Theirs", ">Mine</textarea>"] {
                #expect(second.page.contains(text), "\(text)")
            }
            // What someone else has just changed isn't removed unseen.
            try await second.post("\(path)/blocks/2/removal", two)
            #expect(second.status == .conflict && second.page.contains("Look at it, then remove it"))
            try await first.get("\(path)/blocks")
            try await first.post("\(path)/blocks/2/removal", try first.hidden(in: "\(path)/blocks/2/removal"))
            // What was typed into a block that is gone is not lost.
            try await second.post("\(path)/blocks/2", two.merging(["words-2": "Mine & more"]) { $1 })
            #expect(second.status == .conflict)
            #expect(second.page.contains("Someone removed this block"))
            #expect(second.page.contains(">Mine &amp; more</textarea>"))
            // The title by its own form.
            try await second.get("\(path)/details")
            let origin = ["revision": try second.hidden(in: "\(path)/details")["revision"] ?? ""]
            let fields = ["title": "Their title", "summary": "Better", "visibility": "unit"]
            try await first.get("\(path)/details")
            try await first.post("\(path)/details", origin.merging(fields) { $1 })
            #expect(first.status == .seeOther)
            try await second.post(
                "\(path)/details",
                origin.merging(fields) { $1 }.merging(["title": "My title"]) { $1 }
            )
            #expect(second.status == .conflict)
            #expect(second.page.contains("Their title") && second.page.contains("value=\"My title\""))
        }
    }

    @Test func `what someone typed when their session ended comes back in its own form`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            let editor = try await site.member("Kim", .editor, on: site.community)
            try await browser.signIn(editor)
            let path = try await Self.make(&browser, in: site.community)
            try await Self.add(&browser, to: path, "words", "One")
            try await browser.get("\(path)/blocks")
            let fields = try browser.hidden(in: "\(path)/blocks/1")
            site.clock.advance(bySeconds: 40 * 86_400)
            try await browser.post("\(path)/blocks/1", fields.merging(["words-1": "All of it"]) { $1 })
            #expect(browser.status == .unauthorized)
            try await browser.signIn(editor)
            try await browser.get("\(path)/blocks")
            #expect(browser.page.contains("What you typed is back"))
            #expect(browser.forms(to: "\(path)/blocks/1").contains { $0.contains("All of it</textarea>") })
            #expect(browser.page.ranges(of: "What you typed is back").count == 1)
        }
    }

    @Test func `only administrators share it further, and only what its writer may see is taken into it`()
        async throws
    {
        try await TestSite.run { site, browser in
            var browser = browser
            let world = try await AccessWorld(site)
            try await site.signIn(&browser, as: .evaluator, on: world.own)
            let path = try await Self.make(&browser, in: world.own)
            let origin = ["revision": "0", "title": "How it goes", "summary": "Better"]
            try await browser.post("\(path)/details", origin.merging(["visibility": "community"]) { $1 })
            #expect(browser.status == .unprocessableContent)
            #expect(browser.page.contains("only they may share it further"))
            let kept = try #require(world.series[.kept])
            try await Self.add(&browser, to: path, "chart", kept.description)
            try await browser.get(Address.audit(world.own).path)
            #expect(browser.status == .forbidden)
            // Someone who may not see the measure can't take it into a page of theirs.
            try await site.signIn(&browser, as: .editor, on: world.above)
            let other = try await Self.make(&browser, in: world.above)
            for (kind, value) in [
                ("chart", kept.description), ("chart", ""), ("story", "x"),
                ("drawing", "\(try #require(world.programmes[.kept]).programme.id) driver-diagram"),
            ] {
                try await browser.post("\(other)/blocks", ["new-\(kind)": value])
                #expect(browser.status == .unprocessableContent, "\(kind)")
                #expect(browser.page.contains("choose one from the list"))
                #expect(!browser.page.contains("Secret falls"))
            }
        }
    }
}
