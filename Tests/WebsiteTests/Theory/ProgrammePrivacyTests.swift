import Hummingbird
import Sightline
import Storage
import Testing
import Website

/// What a programme that its unit keeps to itself says of its readers, and to whom.
struct ProgrammePrivacyTests {
    @Test func `its page names those who can see it, and its trail each who did`() async throws {
        try await TestSite.run { site, browser in
            let clinic = try await site.add("Clinic", .organisation, inside: site.community)
            let kept = try await SampleProgramme("Fewer falls", .unit, in: clinic, of: site)
            let page = Address.programme(clinic, kept.programme.id).path
            let ada = try await site.member("Ada", .viewer, on: clinic)
            _ = try await site.member("Bob", .viewer, on: site.community)
            var reader = browser
            try await reader.signIn(ada)
            for _ in 0..<2 { try await reader.get(page) }
            #expect(reader.page.contains("Clinic keeps this programme to itself"))
            #expect(reader.page.contains("<li>Ada "))
            #expect(!reader.page.contains("<li>Bob "))
            var chief = browser
            try await chief.signIn(try await site.member("Chief", .administrator, on: clinic))
            try await chief.get(Address.audit(clinic).path)
            #expect(chief.page.contains("programme: Fewer falls"))
            let told = chief.page.matches(of: /Ada<\/td><td[^>]*>Read what is kept/)
            #expect(told.count == 1)
        }
    }

    @Test func `reading one that is shared leaves no entry`() async throws {
        try await TestSite.run { site, browser in
            let clinic = try await site.add("Clinic", .organisation, inside: site.community)
            let shared = try await SampleProgramme("Fewer falls", .place, in: clinic, of: site)
            let ada = try await site.member("Ada", .viewer, on: clinic)
            var reader = browser
            try await reader.signIn(ada)
            try await reader.get(Address.programme(clinic, shared.programme.id).path)
            #expect(reader.page.contains("Clinic shares this programme with its place"))
            let reads = try await site.database.read {
                try $0.one("SELECT COUNT(*) FROM audit WHERE act = 'read'") { try $0.integer(0) }
            }
            #expect(reads == 0)
        }
    }
}
