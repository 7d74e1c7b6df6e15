import Sightline
import Statistics
import Testing

/// What lists of people, invitations and links say, by example.
struct PeopleSentencesTests {
    private static func instant(_ day: String, hours: Int64 = 12) -> Timestamp {
        Timestamp(microseconds: (Int64(Samples.day(day).number) * 24 + hours) * 3_600_000_000)
    }

    @Test func `people are counted by what they can do`() {
        #expect(
            PeopleSentences.people([], known: 0)
                == "Nobody whom you look after has a role here yet. Invite the first person below."
        )
        #expect(PeopleSentences.people([(true, false)], known: 0) == "1 person with a role here or below.")
        #expect(
            PeopleSentences.people([(true, true), (true, false), (false, true)], known: 2) == """
                5 people: 3 people with a role here or below, 1 of them deactivated, 1 with one-time codes; 2 people \
                known without an account.
                """
        )
    }

    @Test func `invitations say until when they wait, and which have run out`() {
        let now = Self.instant("2026-03-04")
        let cases: [([String], String)] = [
            ([], "No invitation waits."),
            (["2026-03-09"], "1 invitation waits, until 9 March 2026."),
            (["2026-03-09", "2026-03-07"], "2 invitations wait, the first until 7 March 2026."),
            (["2026-03-01"], "1 invitation has run out: invite again, or withdraw."),
            (
                ["2026-03-09", "2026-03-01", "2026-02-01"],
                "1 invitation waits, until 9 March 2026. 2 have run out: invite again, or withdraw."
            ),
        ]
        for (days, sentence) in cases {
            #expect(PeopleSentences.invitations(days.map { Self.instant($0) }, at: now) == sentence)
        }
    }

    @Test func `a pasted list says what is wrong with it`() {
        #expect(PeopleSentences.proposed(0, wrong: 0) == "The list is empty.")
        #expect(PeopleSentences.proposed(1, wrong: 0) == "1 person would get a letter.")
        #expect(
            PeopleSentences.proposed(5, wrong: 2)
                == "5 people, 2 of them with something wrong. Mend those to go on."
        )
    }

    @Test func `links say which open`() {
        #expect(PeopleSentences.links([], openings: 0) == "None.")
        #expect(
            PeopleSentences.links([.open], openings: 1)
                == "1 link opens to anyone who has it. Opened 1 time in all."
        )
        #expect(
            PeopleSentences.links([.open, .open, .expired, .revoked], openings: 12)
                == "2 links open to anyone who has them; 2 no longer do. Opened 12 times in all."
        )
        #expect(
            PeopleSentences.links([.revoked], openings: 0)
                == "No link opens now; 1 no longer does. Opened 0 times in all."
        )
    }

    @Test func `coaches, letters and what is shared are told in a line each`() {
        #expect(PeopleSentences.coached(since: []).hasPrefix("Nobody has chosen you yet."))
        #expect(
            PeopleSentences.coached(since: [Self.instant("2026-03-01"), Self.instant("2026-02-01")])
                == "2 people have chosen you, the last on 1 March 2026."
        )
        #expect(PeopleSentences.letters(waiting: 0, failing: 0).hasPrefix("No letter waits"))
        #expect(
            PeopleSentences.letters(waiting: 2, failing: 0)
                == "2 letters wait to be handed over within seconds."
        )
        #expect(
            PeopleSentences.letters(waiting: 3, failing: 1) == """
                3 letters wait. 1 could not be handed over yet: it is tried again for a day and a half, and then \
                given up.
                """
        )
        #expect(PeopleSentences.shared("measure", 2) == "2 measures, each of which can be kept again.")
        #expect(PeopleSentences.shared("pack", 1) == "1 pack, which can be kept again.")
        #expect(PeopleSentences.shared("measure", 0) == "None: every measure here is kept by its unit.")
    }

    @Test func `what is kept names who to ask`() {
        #expect(
            PeopleSentences.kept(by: "Applewick", measures: 1, ask: [])
                == "Applewick keeps 1 measure to itself."
        )
        #expect(
            PeopleSentences.kept(by: "Applewick", measures: 3, ask: ["Ada", "Lin"])
                == "Applewick keeps 3 measures to itself. Ask Ada or Lin."
        )
    }
}
