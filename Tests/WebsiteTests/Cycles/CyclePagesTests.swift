import Hummingbird
import Sightline
import Statistics
import Storage
import Testing
import Website

struct CyclePagesTests {
    @Test func `a cycle goes through its four phases, and its chart shows the flag`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            let falls = try await site.addMeasure()
            let series = try await site.record(Values.shifted, of: falls, in: site.community)
            let sample = try await SampleProgramme("Fewer falls", in: site.community, of: site)
            let (unit, id) = (site.community, sample.programme.id)
            try await site.signIn(&browser)
            let new = Address.newCycle(unit, id, sample.idea.id).path
            try await browser.get(new)
            try await browser.post(new, ["question": "Does it help?", "people": "many"])
            #expect(browser.status == .unprocessableContent)
            for text in ["Prediction: this is needed.", "How many people: enter a whole", "value=\"many\""] {
                #expect(browser.page.contains(text), "\(text)")
            }
            try await browser.post(
                new,
                [
                    "question": "Does it help?", "prediction": "Two fewer", "measure": falls.id.description,
                    "direction": "down", "size": "2", "by": "2027-01-01", "people": "5",
                ]
            )
            let cycle = try #require(browser.location)
            try await browser.follow()
            #expect(browser.page.contains("not locked yet"))
            let path = String(cycle.prefix { $0 != "?" })
            // What happened can't be told before it began.
            try await browser.post("\(path)/study", ["happened": "Much", "prediction-outcome": "partly"])
            #expect(browser.status == .unprocessableContent)
            try await browser.post("\(path)/start", ["began": site.clock.now.day.description])
            try await browser.follow()
            #expect(browser.page.contains(">locked<"))
            try await browser.post(
                "\(path)/predictions",
                ["prediction": "Four fewer", "prediction-reason": "Two wards"]
            )
            try await browser.follow()
            for text in ["Two fewer", "Four fewer", "version 2", "Two wards"] {
                #expect(browser.page.contains(text), "\(text)")
            }
            try await browser.post(
                "\(path)/study",
                ["happened": "One fewer", "prediction-outcome": "partly"]
            )
            try await browser.post(
                "\(path)/closure",
                [
                    "learned": "Mornings are best", "decision": "adapt",
                    "decision-reason": "Nights were missed",
                ]
            )
            try await browser.follow()
            #expect(browser.page.contains("Mornings are best"))
            #expect(browser.page.contains("Go on with a next cycle"))
            try await browser.get(Address.series(unit, series).path)
            #expect(browser.page.contains("A test of change begins: cycle 1 of its ramp"))
            #expect(browser.page.contains("href=\"\(path)\">Does it help?</a>"))
        }
    }

    @Test func `a next cycle starts from the last one, filled in`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            let sample = try await SampleProgramme("Fewer falls", in: site.community, of: site)
            let new = Address.newCycle(site.community, sample.programme.id, sample.idea.id)
            try await site.signIn(&browser)
            try await browser.get(new.path(["from": sample.cycle.id.description]))
            #expect(browser.page.contains(">Fewer falls: does a huddle help?</textarea>"))
            #expect(browser.page.contains(">Two fewer a month</textarea>"))
            try await browser.post(
                new.path,
                [
                    "question": "And at night?", "prediction": "One fewer",
                    "previous": sample.cycle.id.description,
                ]
            )
            try await browser.follow()
            #expect(browser.page.contains("Cycle 2 of"))
            #expect(browser.page.contains("Ramp of 2 cycles"))
        }
    }

    @Test func `before a cycle starts, it is told what others found`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            let north = try await site.add("North", .place, inside: site.community)
            let south = try await site.add("South", .place, inside: site.community)
            let tried = try await SampleProgramme("Fewer falls", .community, in: north, of: site)
            let now = try await SampleProgramme("Fewer falls", .community, in: south, of: site)
            let context = site.context
            try await site.database.write { connection in
                let programme = tried.programme
                try CycleStore.begin(
                    tried.cycle,
                    on: context.now.day,
                    in: programme,
                    context,
                    on: connection
                )
                try CycleStore.study(
                    tried.cycle,
                    happened: "Nothing",
                    .otherwise,
                    in: programme,
                    context,
                    on: connection
                )
                try CycleStore.close(
                    tried.cycle,
                    learned: "Nobody had the time",
                    .abandon,
                    reason: "It costs more than it gives",
                    in: programme,
                    context,
                    on: connection
                )
            }
            try await site.signIn(&browser, as: .contributor, on: south)
            try await browser.get(Address.newCycle(south, now.programme.id, now.idea.id).path)
            for text in ["1 place tried something like this", "Abandon", "Nobody had the time"] {
                #expect(browser.page.contains(text), "\(text)")
            }
            try await browser.get(Address.cycleLibrary(south).path(["search": "huddles"]))
            #expect(browser.page.contains("2 cycles in 2 units"))
            try await browser.get(Address.cycleBoard(south).path)
            #expect(!browser.page.contains("North"))
        }
    }

    @Test func `a cycle of one programme isn't found under another`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            let first = try await SampleProgramme("Fewer falls", in: site.community, of: site)
            let second = try await SampleProgramme("Fewer waits", in: site.community, of: site)
            try await site.signIn(&browser)
            for address in [
                Address.cycle(site.community, first.programme.id, second.cycle.id),
                .theoryNode(site.community, first.programme.id, second.idea.id),
                .arrow(site.community, first.programme.id, second.arrow.id),
            ] {
                try await browser.get(address.path)
                #expect(browser.status == .notFound)
            }
        }
    }
}
