import Exchange
import Hummingbird
import Sightline
import Statistics
import Storage
import Testing
import Website

/// Coaches see who chose them, and nobody else sees that.
struct CoachingTests {
    /// A site where Ada, an editor of a clinic, chose Carol, who coaches in the place above it.
    private struct Scene {
        let site: TestSite
        let clinic: Unit.ID
        var ada: Browser
        var carol: Browser
        let person: TestSite.Member
        let coach: TestSite.Member
        let choice: CoachChoice.ID

        init(
            _ site: TestSite,
            _ browser: Browser,
            views: [String] = ["roles", "notes", "recordings"]
        ) async throws {
            self.site = site
            let place = try await site.add("North", .place, inside: site.community)
            clinic = try await site.add("Clinic", .organisation, inside: place)
            person = try await site.member("Ada", .editor, on: clinic)
            coach = try await site.member("Carol", .coach, on: place)
            (ada, carol) = (browser, browser)
            try await ada.signIn(person)
            try await carol.signIn(coach)
            try await ada.get(Address.coaches.path)
            #expect(ada.page.contains("Carol"))
            // The helper of tests sends a field once; the last view is as good as all for one that names it.
            try await ada.post(
                Address.coaches.path,
                ["coach": coach.account.description, "view": views.first ?? ""]
            )
            #expect(ada.status == .seeOther)
            let account = coach.account
            let found = try await site.database.read { try CoachStore.choices(of: account, on: $0) }
            choice = try #require(found.first).id
        }

        /// Lets the coach see some things.
        func open(_ views: Set<CoachView>) async throws {
            try await site.database.write { connection in
                let ada = try #require(try AccountStore.find(person.account, on: connection))
                try CoachStore.choose(
                    coach.account,
                    by: ada.person.id,
                    views: views,
                    site.context,
                    on: connection
                )
            }
        }

        /// What Ada does.
        var adasContext: Context {
            get async throws {
                let ada = try #require(
                    try await site.database.read { try AccountStore.find(person.account, on: $0) }
                )
                return Context(author: Author(name: "Ada", person: ada.person.id), now: site.clock.now)
            }
        }
    }

    @Test func `a coach comes to those who chose them, and to no numbers`() async throws {
        try await TestSite.run { site, browser in
            var scene = try await Scene(site, browser)
            try await scene.carol.get("/")
            #expect(scene.carol.location == Address.coaching.path)
            try await scene.carol.follow()
            #expect(scene.carol.page.contains("Ada") && scene.carol.page.contains("Coaching</a>"))
            try await scene.carol.get(Address.coachedPerson(scene.choice).path)
            #expect(scene.carol.page.contains("Editor of Clinic"))
            #expect(scene.carol.page.contains("Who can see this?"))
            try await scene.carol.get(Address.unit(scene.clinic).path)
            #expect(scene.carol.status == .forbidden)
            try await scene.ada.get(Address.coaches.path)
            #expect(scene.ada.page.contains("They last looked on"))
        }
    }

    @Test func `a coach sees what the person opened, and nothing that a unit keeps`() async throws {
        try await TestSite.run { site, browser in
            var scene = try await Scene(site, browser)
            let shared = try await site.addMeasure("falls")
            let clinic = scene.clinic
            let kept = try await site.addMeasure("secret") { measure in
                measure.unit = clinic
                measure.title = "Secret falls"
            }
            let context = try await scene.adasContext
            for (measure, text) in [(shared, "We moved the beds"), (kept, "Hidden words")] {
                let series = try await site.record(Values.stable(12), of: measure, in: clinic)
                try await site.database.write { connection in
                    let day = try #require(Day("2023-02-01"))
                    try AnnotationStore.add(text, .event, on: day, to: series, context, on: connection)
                    _ = try SeriesStore.record(
                        [
                            Proposal(
                                measure: measure.id,
                                unit: clinic,
                                observations: Observations([Observation(day: day, numerator: 3)])
                            )
                        ],
                        reason: "Because of \(text)",
                        context,
                        on: connection
                    )
                }
            }
            let path = Address.coachedPerson(scene.choice).path
            try await scene.carol.get(path)
            #expect(!scene.carol.page.contains("We moved the beds"))
            try await scene.open([.notes, .recordings])
            try await scene.carol.get(path)
            #expect(scene.carol.page.contains("We moved the beds"))
            #expect(scene.carol.page.contains("Because of We moved the beds"))
            #expect(!scene.carol.page.contains("Hidden words") && !scene.carol.page.contains("Secret falls"))
            #expect(!scene.carol.page.contains("Editor of Clinic"))
        }
    }

    @Test func `nobody else sees who chose whom, on no page and in no trail`() async throws {
        try await TestSite.run { site, browser in
            var scene = try await Scene(site, browser)
            var (top, local, rival) = (browser, browser, browser)
            try await site.signIn(&top)
            let rivalMember = try await site.member("Rita", .coach, on: site.community)
            try await rival.signIn(rivalMember)
            try await site.signIn(&local, as: .administrator, on: scene.clinic)
            for administrator in [top, local] {
                var administrator = administrator
                try await administrator.get(Address.coachedPerson(scene.choice).path)
                #expect(administrator.status == .forbidden)
                for path in [
                    Address.audit(scene.clinic).path, Address.auditFile(scene.clinic, .csv).path,
                    Address.audit(site.community).path, Address.auditFile(site.community, .csv).path,
                    Address.person(scene.clinic, scene.person.account).path,
                ] {
                    try await administrator.get(path)
                    #expect(!administrator.page.contains("coaching"))
                    // That Carol coaches in the place, and signed in, the place's own trail may tell.
                    #expect(
                        path.contains(site.community.description) || !administrator.page.contains("Carol")
                    )
                    #expect(!administrator.page.contains(scene.choice.description))
                }
            }
            try await rival.get(Address.coachedPerson(scene.choice).path)
            #expect(rival.status == .notFound)
            try await scene.carol.get(Address.coachedPerson(scene.choice).path)
            let listed = try #require(scene.carol.page.split(separator: "Who can see this?").last)
            #expect(listed.contains("Ada") && listed.contains("Carol") && !listed.contains("Rita"))
            #expect(!listed.contains("Administrator</li>") && !listed.contains("Robin"))
            // It is on record all the same, for whoever checks the database itself.
            let count = try await site.database.read { connection in
                try connection.one(
                    """
                    SELECT COUNT(*) FROM audit
                    WHERE subject_kind = 'coaching' AND unit_id IS NULL AND subject_name = ''
                    """
                ) { try $0.integer(0) }
            }
            #expect(count == 2)
        }
    }

    @Test func `the person ends it, and a coach who no longer coaches there sees nothing`() async throws {
        try await TestSite.run { site, browser in
            var scene = try await Scene(site, browser)
            let path = Address.coachedPerson(scene.choice).path
            let coach = scene.coach.account
            let grant = try #require(
                try await site.database.read { try AccountStore.find(coach, on: $0) }?.roles.first
            )
            func setRole(_ isHeld: Bool, on unit: Unit.ID) async throws {
                try await site.database.write { connection in
                    let account = try #require(try AccountStore.find(coach, on: connection))
                    let grant = RoleGrant(role: .coach, unit: unit)
                    if isHeld {
                        try AccountStore.grant(grant, to: coach, site.context, on: connection)
                    } else {
                        try AccountStore.revoke(grant, from: account, site.context, on: connection)
                    }
                }
            }
            let elsewhere = try await site.add("Charity", .organisation, inside: site.community)
            try await setRole(true, on: elsewhere)
            try await setRole(false, on: grant.unit)
            try await scene.carol.get(path)
            #expect(scene.carol.status == .notFound)
            try await scene.carol.get(Address.coaching.path)
            #expect(!scene.carol.page.contains("Ada"))
            try await setRole(true, on: grant.unit)
            try await scene.carol.get(path)
            #expect(scene.carol.status == .ok)
            try await scene.ada.get(Address.coaches.path)
            try await scene.ada.post(Address.endedCoaches.path, ["choice": scene.choice.description])
            #expect(scene.ada.status == .seeOther)
            try await scene.carol.get(path)
            #expect(scene.carol.status == .notFound)
            try await scene.ada.post(Address.endedCoaches.path, ["choice": scene.choice.description])
            #expect(scene.ada.status == .badRequest)
        }
    }

    @Test func `only who coaches where one has a role can be chosen, and nobody ends another's choice`()
        async throws
    {
        try await TestSite.run { site, browser in
            var scene = try await Scene(site, browser)
            let charity = try await site.add("Charity", .organisation, inside: site.community)
            let stranger = try await site.member("Sid", .coach, on: charity)
            let viewer = try await site.member("Vic", .viewer, on: scene.clinic)
            for account in [stranger.account, viewer.account, scene.person.account] {
                try await scene.ada.post(Address.coaches.path, ["coach": account.description])
                #expect(scene.ada.status == .unprocessableContent)
            }
            var vic = browser
            try await vic.signIn(viewer)
            try await vic.get(Address.coaches.path)
            try await vic.post(Address.endedCoaches.path, ["choice": scene.choice.description])
            #expect(vic.status == .badRequest)
            try await scene.carol.get(Address.coachedPerson(scene.choice).path)
            #expect(scene.carol.status == .ok)
        }
    }
}
