import Sightline
import Statistics
import Storage
import Testing

/// What the lists of pages say, by example: read it like a page.
struct PageListTests {
    private static func instant(_ day: String) -> Timestamp {
        Timestamp(microseconds: (Int64(Samples.day(day).number) * 24 + 12) * 3_600_000_000)
    }

    @Test func `who can see something is told with how many they are`() {
        #expect(
            AudienceSentences.reach(
                of: "programme",
                keptBy: "Applewick",
                .place,
                links: 1,
                showing: "its theory"
            ) == """
                Applewick shares this programme with its place. 1 public link shows its theory to anyone who has it.
                """
        )
        #expect(
            AudienceSentences.reach(of: "measure", keptBy: "Applewick", .unit, links: 0) == """
                Applewick keeps this measure to itself: nobody above it can read it, and each reading is recorded. No \
                public link shows it.
                """
        )
        #expect(
            AudienceSentences.readers(7, withheld: 2)
                == "7 people with an account can see it, 2 of them with small numbers withheld."
        )
        #expect(AudienceSentences.readers(1) == "1 person with an account can see it.")
        #expect(
            AudienceSentences.coached([false, true])
                == "2 people can see this: who chose and the coach. Nobody else can, administrators included."
        )
        #expect(
            AudienceSentences.coached([true])
                == "1 person can see this: who chose. Nobody else can, administrators included."
        )
    }

    @Test func `a story is read as far as all agreed, and no further`() {
        #expect(
            AudienceSentences.story(.story, .community, reach: .place, hasConsents: true)
                == "It may be read by everyone in the same place: no further, because nobody agreed to more."
        )
        #expect(
            AudienceSentences.story(.story, .place, reach: nil, hasConsents: false).hasPrefix(
                "Nobody whom it tells of"
            )
        )
        #expect(
            AudienceSentences.story(.story, .place, reach: nil, hasConsents: true).hasPrefix(
                "Consent was taken back"
            )
        )
        #expect(AudienceSentences.consents(3, holding: 1) == "3 consents, 1 of which holds.")
        #expect(AudienceSentences.consents(1, holding: 1) == "1 consent, which holds.")
        #expect(AudienceSentences.consents(2, holding: 0) == "2 consents, none of which holds any longer.")
    }

    @Test func `an account says where it is open, and what to do where something runs out`() {
        #expect(AccountSentences.sessions(1) == "You are signed in at 1 place: this one.")
        let since = Self.instant("2026-03-01")
        #expect(
            AccountSentences.codes(since: since, left: 1)
                == "One-time codes have been on since 1 March 2026. 1 recovery code is left: make new ones."
        )
        #expect(AccountSentences.codes(since: nil, left: 9).hasPrefix("One-time codes are off."))
        #expect(AccountSentences.calendar(since: nil) == "Your calendar has no address yet.")
        #expect(
            AccountSentences.coach(since: since, seen: Self.instant("2026-03-03"), isInForce: true)
                == "Your coach since 1 March 2026. They last looked on 3 March 2026."
        )
        #expect(
            AccountSentences.coach(since: since, seen: since, isInForce: false)
                == "Your coach since 1 March 2026. They no longer coach here, so they see nothing."
        )
    }

    @Test func `a file says what it would do before it is recorded`() {
        func told(_ rows: Int, bad: Int = 0, series: Int = 2, new: Int = 0, _ counts: ChangeCounts) -> String
        {
            ImportSentences.preview(rows: rows, badRows: bad, series: series, newSeries: new, counts)
        }
        #expect(
            told(12, new: 1, ChangeCounts(appended: 9, revised: 3))
                == "12 rows in 2 series. Recording it would leave 9 added, 3 revised, and start 1 new series."
        )
        #expect(
            told(12, ChangeCounts(unchanged: 12))
                == "12 rows in 2 series. Nothing would change: all of it has been recorded already."
        )
        #expect(told(1, bad: 1, series: 0, ChangeCounts()).hasPrefix("None of its 1 row can be recorded."))
        #expect(told(0, ChangeCounts()).hasPrefix("Nothing of this file can be read."))
        #expect(
            ImportSentences.problems(12, shown: 10, canSkip: false)
                == "10 of 12 problems are here. Mend the file and send it again."
        )
    }

    @Test func `the lists of a series say how many, and what holds now`() {
        #expect(
            SeriesSentences.found(10, shown: 4, current: 1, rules: "NHS") == """
                10 signals by the rules of NHS, 1 of them at the newest point. 4 are listed here, the others below.
                """
        )
        #expect(
            SeriesSentences.found(1, shown: 1, current: 1, rules: "NHS")
                == "1 signal by the rules of NHS, at the newest point."
        )
        #expect(
            SeriesSentences.found(3, shown: 3, current: 0, rules: "NHS")
                == "3 signals by the rules of NHS, none of them at the newest point."
        )
        #expect(
            SeriesSentences.found(0, shown: 0, current: 0, rules: "NHS")
                == "None of the rules of NHS has found anything."
        )
        #expect(
            SeriesSentences.phases([Samples.day("2026-03-01")], takenBack: 1) == """
                2 starts of phases. 1 of them was taken back. The newest limits hold from 1 March 2026.
                """
        )
        let days = ["2026-01-01", "2026-02-01", "2026-03-01"].map { Samples.day($0) }
        #expect(
            SeriesSentences.table(of: days, .month, unplotted: 1)
                == "3 months from January 2026 to March 2026, the newest first. 1 of them has no value here."
        )
        #expect(SeriesSentences.table(of: [days[0]], .month, unplotted: 0) == "1 month: January 2026.")
    }

    @Test func `a review says what lies before it, in page, screen and minutes alike`() {
        #expect(
            MeetingSentences.part(.signals, 12, of: 40)
                == "12 of 40 open signals are here, those that most deserve attention first."
        )
        #expect(MeetingSentences.part(.stuck, 1, of: 1) == "1 cycle open for more than six weeks.")
        #expect(MeetingSentences.part(.decisions, 0, of: 0) == "No decision so far.")
        #expect(
            MeetingSentences.toFollowUp(
                [Samples.day("2026-03-09"), Samples.day("2026-03-05")],
                on: Samples.day("2026-03-04")
            )
                == "2 decisions, the first to be followed up by 5 March 2026, in 1 day."
        )
        #expect(
            MeetingSentences.reviewed(meanings: 2, decisions: 1)
                == "3 things: 2 that reviews agreed on and 1 that they decided."
        )
    }

    @Test func `a theory as a list, a board and a ledger say what part of all is there`() {
        #expect(
            TheoryListSentences.arrows([.mixed, .supported, .mixed]) == "3 arrows: 2 mixed, 1 supported."
        )
        #expect(TheoryListSentences.arrows([.untested]) == "1 arrow: untested.")
        #expect(
            TheoryListSentences.template([.aim, .primaryDriver, .changeIdea, .changeIdea])
                == "4 nodes, among them 1 aim and 2 change ideas."
        )
        #expect(
            CycleListSentences.column(.closed, 20, of: 43, stuck: 0)
                == "20 of 43 closed cycles are here, the newest first."
        )
        #expect(CycleListSentences.column(.plan, 1, of: 1, stuck: 1) == "1 cycle. It is stuck.")
        #expect(
            LedgerSentences.listed(421, from: 401, shown: 21)
                == "421 signals fit; 21 of them are here, from 401 to 421."
        )
        #expect(ListSentences.rows(1, from: 51) == "1 row is shown, the 51st.")
    }
}
