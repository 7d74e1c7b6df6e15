import Hummingbird
import Sightline
import Storage
import Testing
import Website

/// Who may see and change what waits or was recorded in which unit.
struct ImportPermissionTests {
    private static let file = "measure,unit,date,value\nfalls,North,2025-01,12\n"

    @Test func `a file that waits in a unit is not found in another`() async throws {
        try await ImportTests.run { site, browser, north in
            try await ImportTests.send(Self.file, site, &browser)
            let id = try #require(
                browser.location?.split(separator: "/").last.flatMap { PendingImport.ID(String($0)) }
            )
            for address in [Address.pendingImport(north, id), .discardedImport(north, id)] {
                try await browser.post(address.path)
                #expect(browser.status == .notFound)
            }
            try await browser.get(Address.pendingImport(north, id).path)
            #expect(browser.status == .notFound)
            try await browser.get(Address.pendingImport(site.community, id).path)
            #expect(browser.status == .ok)
            #expect(try await site.recordings().isEmpty)
        }
    }

    @Test func `a file changes nothing outside the unit that it is sent to`() async throws {
        try await ImportTests.run { site, browser, north in
            let south = try await site.add("South", .organisation, inside: site.community)
            try await browser.get(Address.imports(south).path)
            try await browser.upload(Address.imports(south).path, ["reason": "x"], file: Self.file)
            let address = try #require(browser.location)
            try await browser.follow()
            #expect(browser.page.contains("lies outside the unit that you import for"))
            try await browser.post(address, ["skip-bad-rows": "yes"])
            #expect(try await site.recordings().isEmpty)
        }
    }

    @Test func `a recording is found where it changed something, and taken back where all of it lies`()
        async throws
    {
        try await ImportTests.run { site, browser, north in
            let south = try await site.add("South", .organisation, inside: site.community)
            let west = try await site.add("West", .organisation, inside: site.community)
            try await ImportTests.send(Self.file + "falls,South,2025-01,3\n", site, &browser)
            try await browser.post(try #require(browser.location))
            let recording = try #require(try await site.recordings().first).id

            try await browser.get(Address.recording(west, recording).path)
            #expect(browser.status == .notFound)
            try await browser.post(Address.undoneRecording(west, recording).path, ["reason": "x"])
            #expect(browser.status == .notFound)
            try await browser.get(Address.recording(north, recording).path)
            #expect(browser.status == .ok)
            #expect(browser.page.contains("It changed numbers outside North too."))
            for unit in [north, south] {
                try await browser.post(Address.undoneRecording(unit, recording).path, ["reason": "x"])
                #expect(browser.status == .forbidden)
            }
            #expect(try await site.recordings().first?.undoneBy == nil)
            try await browser.post(Address.undoneRecording(site.community, recording).path, ["reason": "x"])
            #expect(browser.status == .seeOther)
        }
    }

    @Test func `taking back needs a reason, and is done once`() async throws {
        try await ImportTests.run { site, browser, _ in
            try await ImportTests.send(Self.file, site, &browser)
            try await browser.post(try #require(browser.location))
            let recording = try #require(try await site.recordings().first).id
            let undo = Address.undoneRecording(site.community, recording).path
            try await browser.post(undo, ["reason": " "])
            #expect(browser.status == .unprocessableContent)
            #expect(browser.page.contains("Enter the reason."))
            try await browser.post(undo, ["reason": "Wrong"])
            #expect(browser.status == .seeOther)
            try await browser.post(undo, ["reason": "Again"])
            #expect(browser.status == .unprocessableContent)
            try await browser.get(Address.recording(site.community, recording).path)
            #expect(browser.page.contains("taken back</a>"))
        }
    }

    @Test func `a recording that was changed since can't be taken back before the later one`() async throws {
        try await ImportTests.run { site, browser, _ in
            for value in ["12", "13"] {
                site.clock.advance(bySeconds: 1)
                let file = "measure,unit,date,value\nfalls,North,2025-01,\(value)\n"
                try await ImportTests.send(file, site, &browser)
                try await browser.post(try #require(browser.location))
            }
            let first = try #require(try await site.recordings().last).id
            try await browser.post(Address.undoneRecording(site.community, first).path, ["reason": "x"])
            #expect(browser.status == .unprocessableContent)
            #expect(browser.page.contains("take the later change back first"))
        }
    }

    @Test func `someone who may only look can't import or take back`() async throws {
        try await ImportTests.run { site, browser, _ in
            try await ImportTests.send(Self.file, site, &browser)
            let waiting = try #require(browser.location)
            var viewer = Browser(browser.client)
            try await site.signIn(&viewer, as: .viewer, on: site.community)
            try await viewer.get("/units")
            try await viewer.get(Address.imports(site.community).path)
            #expect(viewer.status == .forbidden)
            try await viewer.upload(Address.imports(site.community).path, ["reason": "x"], file: Self.file)
            #expect(viewer.status == .forbidden)
            try await viewer.get(waiting)
            #expect(viewer.status == .forbidden)
            try await viewer.post(waiting)
            #expect(viewer.status == .forbidden)
            #expect(try await site.recordings().isEmpty)

            try await browser.post(waiting)
            let recording = try #require(try await site.recordings().first).id
            try await viewer.get(Address.recording(site.community, recording).path)
            #expect(viewer.status == .ok)
            #expect(!viewer.page.contains("Take it back"))
            try await viewer.post(Address.undoneRecording(site.community, recording).path, ["reason": "x"])
            #expect(viewer.status == .forbidden)
        }
    }
}
