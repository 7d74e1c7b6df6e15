import Exchange
import Hummingbird
import Sightline
import Statistics
import Storage
import Testing
import Website

struct ReviewPagesTests {
    /// An organisation with a shifted series, and one of its signals.
    private func clinic(of site: TestSite) async throws -> (unit: Unit.ID, signal: Signal.ID) {
        let unit = try await site.add("Clinic", .organisation, inside: site.community)
        let series = try await site.record(Values.shifted, of: try await site.addMeasure(), in: unit)
        let found = try await site.database.read { try SignalStore.all(of: series, on: $0) }
        return (unit, try #require(found.first).id)
    }

    private func open(
        _ kind: Review.Kind = .monthly,
        in unit: Unit.ID,
        of site: TestSite
    ) async throws -> Review {
        let context = site.context
        return try await site.database.write {
            try SampleReview.open(in: unit, kind, context, on: $0)
        }
    }

    @Test func `an editor prepares a review, agrees, decides, closes it, and its minutes stay`() async throws
    {
        try await TestSite.run { site, browser in
            var browser = browser
            let (unit, signal) = try await clinic(of: site)
            let owner = try await site.session(of: .contributor, on: unit).person
            try await site.signIn(&browser, as: .editor, on: unit)
            try await browser.get(Address.reviews(.list(unit)).path)
            try await browser.post(
                Address.reviews(.list(unit)).path,
                ["review-kind": "monthly", "review-day": site.clock.now.day.description]
            )
            #expect(browser.status == .seeOther)
            try await browser.follow()
            let id = try await site.database.read { try ReviewStore.all(of: unit, on: $0).first?.id }
            let review = try #require(id)
            #expect(browser.page.contains("Make sense of it"))
            let talk = Address.reviews(.signal(unit, review, signal)).path
            try await browser.get(talk)
            try await browser.post(
                talk,
                ["certainty": "suspected", "agreed": "A <new> ward", "revision": "-1"]
            )
            #expect(browser.status == .seeOther)
            let day = try #require(site.clock.now.day.advanced(by: 30)).description
            var fields = [
                "about": "signal-\(signal.pathText)", "decision-kind": "adapt", "decided": "Move the round",
                "expected": "Fewer falls", "owner": "", "due-day": "soon",
            ]
            let decisions = Address.reviews(.decisions(unit, review)).path
            try await browser.post(decisions, fields)
            #expect(browser.status == .unprocessableContent)
            #expect(browser.page.contains("Move the round</textarea>"))
            #expect(browser.page.contains("Choose who answers for it."))
            #expect(browser.page.contains("Enter a day, like 2026-03-31."))
            fields["owner"] = owner.pathText
            fields["due-day"] = day
            try await browser.post(decisions, fields)
            #expect(browser.status == .seeOther)
            try await browser.get(Address.signal(unit, signal).path)
            #expect(browser.page.contains("A &lt;new&gt; ward"))
            #expect(browser.page.contains("Adapt: Move the round"))
            #expect(browser.page.contains("Acting"))
            try await browser.get(Address.reviews(.review(unit, review)).path)
            let closure = Address.reviews(.closure(unit, review)).path
            try await browser.post(closure, ["present": "", "minutes": "45"])
            #expect(browser.status == .unprocessableContent)
            try await browser.post(closure, ["present": "6", "minutes": "45"])
            #expect(browser.status == .seeOther)
            try await browser.follow()
            #expect(browser.page.contains("6 people were there for 45 minutes."))
            try await browser.get(Address.reviews(.minutesFile(unit, review)).path)
            #expect(browser.headers[.contentDisposition]?.hasPrefix("attachment") == true)
            #expect(browser.page.contains("## Decisions\n\n1 decision.\n\n- Adapt: Move the round."))
            #expect(browser.page.contains("A \\<new\\> ward"))
            // What is closed takes additions only.
            try await browser.post(Address.reviews(.notes(unit, review)).path, ["note": "Late"])
            #expect(browser.status == .unprocessableContent)
        }
    }

    @Test func `who agreed first is shown to who agrees at the same time, and nothing is lost`() async throws
    {
        try await TestSite.run { site, browser in
            var browser = browser
            let (unit, signal) = try await clinic(of: site)
            let review = try await open(in: unit, of: site)
            try await site.signIn(&browser, as: .editor, on: unit)
            let talk = Address.reviews(.signal(unit, review.id, signal)).path
            try await browser.get(talk)
            let first = ["certainty": "known", "agreed": "A new ward", "revision": "-1"]
            try await browser.post(talk, first)
            #expect(browser.status == .seeOther)
            try await browser.post(
                talk,
                ["certainty": "suspected", "agreed": "The flu", "revision": "-1"]
            )
            #expect(browser.status == .conflict)
            #expect(browser.page.contains("A new ward"))
            #expect(browser.page.contains("The flu</textarea>"))
        }
    }

    @Test func `a follow-up is asked for, shows the chart since, and can be put back`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            let (unit, signal) = try await clinic(of: site)
            let context = site.context
            let (_, decision) = try await site.database.write { connection in
                try SampleReview.make("Move the round", about: signal, in: unit, context, on: connection)
            }
            site.clock.advance(bySeconds: 31 * 86_400)
            try await site.signIn(&browser, as: .contributor, on: unit)
            try await browser.get(Address.reviews(.list(unit)).path)
            #expect(browser.page.contains("1 of them overdue"))
            let path = Address.reviews(.decision(unit, decision)).path
            try await browser.get(path)
            #expect(browser.page.contains("What came of it?"))
            #expect(browser.page.contains("The chart since"))
            #expect(!browser.page.contains("Change the decision"))
            let follow = Address.reviews(.followUp(unit, decision)).path
            try await browser.post(follow, ["came": "", "came-text": "Fewer", "revision": "0"])
            #expect(browser.status == .unprocessableContent)
            #expect(browser.page.contains("Fewer</textarea>"))
            try await browser.post(
                follow,
                [
                    "came": "partly", "came-text": "Fewer", "came-minutes": "20", "settle": "yes",
                    "revision": "0",
                ]
            )
            #expect(browser.status == .seeOther)
            try await browser.follow()
            #expect(browser.page.contains("Partly as expected: Fewer."))
            // Who looked at it before gets to see both.
            try await browser.post(
                follow,
                ["came": "not", "came-text": "None", "came-minutes": "", "revision": "0"]
            )
            #expect(browser.status == .conflict)
            try await browser.get(Address.signal(unit, signal).path)
            #expect(browser.page.contains("Settled"))
        }
    }

    @Test func `what is about a kept measure shows in no list, file or minutes of who may not see it`()
        async throws
    {
        try await TestSite.run { site, browser in
            var browser = browser
            let world = try await AccessWorld(site)
            let signal = try #require(world.signals[.kept])
            let context = site.context
            let unit = world.own
            let (review, _) = try await site.database.write { connection in
                let made = try SampleReview.make(
                    "Speak about it",
                    about: signal,
                    in: unit,
                    context,
                    on: connection
                )
                return made
            }
            let paths = [
                Address.reviews(.list(unit)), .reviews(.review(unit, review)),
                .reviews(.minutes(unit, review)),
                .reviews(.minutesFile(unit, review)), .reviews(.screen(unit, review)),
                .reviews(.decisionsFile(unit, .csv)),
            ].map(\.path)
            for (role, place, isSeen) in [
                (Role.editor, world.own, true), (.editor, world.above, false),
            ] {
                try await site.signIn(&browser, as: role, on: place)
                for path in paths {
                    try await browser.get(path)
                    #expect(browser.status == .ok)
                    #expect(browser.page.contains("Speak about it") == isSeen, "\(path)")
                    if !isSeen { #expect(!browser.page.contains("Secret falls"), "\(path)") }
                }
            }
        }
    }

    @Test func `the rhythm is set from lists, and two who set it at once see both`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            let unit = try await site.add("Clinic", .organisation, inside: site.community)
            try await site.signIn(&browser, as: .editor, on: unit)
            let path = Address.reviews(.rhythm(unit)).path
            try await browser.get(path)
            #expect(browser.page.contains("Monthly review: next on Tuesday"))
            var fields = [
                "revision": "0", "huddle-held": "yes", "huddle-weekday": "3", "monthly-held": "no",
                "monthly-weekday": "1", "monthly-week": "2", "community-held": "no",
                "community-weekday": "2", "community-week": "3", "community-month": "1",
            ]
            try await browser.post(path, fields)
            #expect(browser.status == .seeOther)
            try await browser.follow()
            #expect(browser.page.contains("Weekly huddle: next on Thursday"))
            #expect(!browser.page.contains("Monthly review: next on"))
            fields["huddle-weekday"] = "4"
            try await browser.post(path, fields)
            #expect(browser.status == .conflict)
            fields["huddle-weekday"] = "9"
            fields["revision"] = "1"
            try await browser.post(path, fields)
            #expect(browser.status == .badRequest)
        }
    }

    @Test func `a calendar address is shown once, opens without a session, and opens nothing once renewed`()
        async throws
    {
        try await TestSite.run { site, browser in
            var browser = browser
            let unit = try await site.add("Clinic", .organisation, inside: site.community)
            _ = try await open(in: unit, of: site)
            try await site.signIn(&browser, as: .viewer, on: unit)
            try await browser.get(Address.calendarFeeds.path)
            try await browser.post(Address.calendarFeeds.path)
            func path(in page: String) throws -> String {
                String(try #require(page.firstMatch(of: /\/calendars\/[\w-]{43}\/sightline\.ics/)).0)
            }
            let first = try path(in: browser.page)
            try await browser.get(Address.calendarFeeds.path)
            #expect(!browser.page.contains(first))
            var stranger = browser
            stranger.cookie = nil
            try await stranger.get(first)
            #expect(stranger.status == .ok)
            #expect(stranger.headers[.contentType] == "text/calendar; charset=utf-8")
            #expect(stranger.page.contains("SUMMARY:Monthly review: Clinic"))
            try await browser.post(Address.calendarFeeds.path)
            let second = try path(in: browser.page)
            try await stranger.get(first)
            #expect(stranger.status == .notFound)
            try await stranger.get(second)
            #expect(stranger.status == .ok)
            try await browser.get(Address.calendarFeeds.path)
            try await browser.post(Address.endedCalendarFeeds.path)
            #expect(browser.status == .seeOther)
            try await stranger.get(second)
            #expect(stranger.status == .notFound)
        }
    }

    @Test func `how Sightline is used has its sentence and its definition, and says where nothing is known`()
        async throws
    {
        try await TestSite.run { site, browser in
            var browser = browser
            let (unit, _) = try await clinic(of: site)
            try await site.signIn(&browser, as: .viewer, on: unit)
            try await browser.get(Address.reviews(.use(unit)).path)
            #expect(browser.status == .ok)
            for own in OwnMeasure.allCases { #expect(browser.page.contains(own.definition)) }
            #expect(browser.page.contains("There is no whole month to tell of yet."))
            try await browser.get(Address.reviews(.useData(unit, .csv)).path)
            #expect(browser.page.hasPrefix("measure,date,numerator,denominator\r\n"))
        }
    }
}
