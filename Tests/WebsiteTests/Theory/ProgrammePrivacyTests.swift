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

    @Test(arguments: Visibility.allCases)
    func `whoever the panel names can open it, and nobody else`(visibility: Visibility) async throws {
        try await TestSite.run { site, browser in
            let place = try await site.add("North", .place, inside: site.community)
            let other = try await site.add("South", .place, inside: site.community)
            let clinic = try await site.add("Clinic", .organisation, inside: place)
            let beside = try await site.add("Charity", .organisation, inside: place)
            let sample = try await SampleProgramme("Fewer falls", visibility, in: clinic, of: site)
            let people = [
                ("Ada", clinic), ("Bob", beside), ("Cem", place), ("Dot", other), ("Eve", site.community),
            ]
            let wanted: [String] =
                switch visibility {
                case .unit: ["Ada"]
                case .place: ["Ada", "Bob", "Cem"]
                case .community: people.map(\.0)
                }
            let page = Address.programme(clinic, sample.programme.id).path
            var opened: [String] = []
            var named: Set<String> = []
            for (name, unit) in people {
                var visitor = browser
                try await visitor.signIn(try await site.member(name, .viewer, on: unit))
                try await visitor.get(page)
                guard visitor.status == .ok else { continue }
                opened.append(name)
            }
            var reader = browser
            try await reader.signIn(try await site.member("Kim", .evaluator, on: clinic))
            try await reader.get(page)
            #expect(reader.page.contains("No public link shows its theory."))
            for (name, _) in people where reader.page.contains("<li>\(name) ") { named.insert(name) }
            #expect(opened == wanted && named == Set(wanted))
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
