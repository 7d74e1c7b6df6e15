import Hummingbird
import Sightline
import Statistics
import Storage
import Testing
import Website

/// What the page about a file that waits says of how it was read.
struct ImportReadingTests {
    @Test func `a paste from a spreadsheet says how its fields and dates were read`() async throws {
        try await ImportTests.run { site, browser, _ in
            let pasted = "measure\tunit\tdate\tvalue\nfalls\tNorth\t01/02/2025\t12\nfalls\tNorth\tMar-25\t9\n"
            try await ImportTests.send(pasted, isFile: false, site, &browser)
            try await browser.follow()
            for text in [
                "2 rows in 1 series.", "Its fields are parted by tabs.",
                "Dates such as 01/02/2025 were read as day/month/year",
                "Dates such as Mar-25 were read as a month",
                "9, Mar 2025",
            ] {
                #expect(browser.page.contains(text), "\(text)")
            }
        }
    }

    @Test func `dates that are hardly right are pointed at`() async throws {
        try await ImportTests.run { site, browser, north in
            let day = try #require(Day("2025-01-31"))
            try await site.database.write {
                try UnitStore.record(.left, of: north, day: day, reason: "Merged", site.context, on: $0)
            }
            let file = """
                measure,unit,date,value
                falls,North,2025-01,12
                falls,North,2025-02,12
                falls,North,2062-02,12
                falls,North,1926-02,12

                """
            try await ImportTests.send(file, site, &browser)
            try await browser.follow()
            for text in [
                "1 period lies after today, the first of them February 2062.",
                "1 period lies more than 50 years ago, the first of them February 1926.",
                "North left on 31 January 2025, and 2 periods lie after that.", "Record it?",
            ] {
                #expect(browser.page.contains(text), "\(text)")
            }
        }
    }

    @Test func `a row with two mistakes is one bad row, and each mistake starts with a capital`() async throws
    {
        try await ImportTests.run { site, browser, _ in
            let file = "measure,unit,date,value\nfulls,Nowhere,2025-01,12\nfalls,North,2025-02,many\n"
            try await ImportTests.send(file, site, &browser)
            try await browser.follow()
            for text in [
                "None of its 2 rows can be recorded.", "2 rows can’t be recorded",
                "<td>No measure has the key",
                "<td>No unit has the code or name “Nowhere”", "<td>“many” is not a number",
            ] {
                #expect(browser.page.contains(text), "\(text)")
            }
        }
    }

    @Test func `a file that waits is listed, with its age, for the person who sent it`() async throws {
        try await ImportTests.run { site, browser, _ in
            try await ImportTests.send("measure,unit,date,value\nfalls,North,2025-01,12\n", site, &browser)
            let address = try #require(browser.location)
            site.clock.advance(bySeconds: 3 * 60 * 60 + 60)
            try await browser.get(Address.imports(site.community).path)
            #expect(
                browser.page.contains("href=\"\(address)\">returns.csv")
                    && browser.page.contains("sent 3 hours ago")
            )
            var other = Browser(browser.client)
            try await site.signIn(&other, as: .contributor, on: site.community)
            try await other.get(Address.imports(site.community).path)
            #expect(other.status == .ok && !other.page.contains("returns.csv"))
        }
    }
}
