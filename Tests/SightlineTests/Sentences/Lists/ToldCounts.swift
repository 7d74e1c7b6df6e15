import Sightline
import Statistics
import Storage

/// A random list, and what every sentence says of it that is made from counts and days.
struct ToldCounts {
    let all: Int
    /// How many of all are shown.
    let shown: Int
    /// How many of all have something about them.
    let some: Int
    let days: [Day]
    let today = Samples.day("2026-03-04")
    /// As many instants as days, each at noon.
    var instants: [Timestamp] {
        days.map { Timestamp(microseconds: (Int64($0.number) * 24 + 12) * 3_600_000_000) }
    }

    init(_ bits: inout SeededBits) {
        all = [0, 1, 2, 3, 20, 1_200].randomElement(using: &bits) ?? 0
        shown = all == 0 ? 0 : Int.random(in: 1...all, using: &bits)
        some = Int.random(in: 0...all, using: &bits)
        let today = today
        days = (0..<min(all, 40)).compactMap { _ in
            today.advanced(by: Int.random(in: -4_000...400, using: &bits))
        }
    }

    /// A sentence, and what it was made from.
    struct Told {
        let name: String
        let text: String
        let numbers: [Int]
        /// How many things it is about, where it may not claim one that isn't there.
        let count: Int

        init(_ name: String, _ text: String, _ numbers: [Int], of count: Int) {
            (self.name, self.text, self.numbers, self.count) = (name, text, numbers, count)
        }
    }

    var told: [Told] { people + series + kept + meetings + theories }

    private var people: [Told] {
        let rest = all - some
        return [
            Told("readers", AudienceSentences.readers(all, withheld: some), [all, some], of: all),
            Told("links", AudienceSentences.links(all), [all], of: all),
            Told("consents", AudienceSentences.consents(all, holding: some), [all, some], of: all),
            Told("sessions", AccountSentences.sessions(all), [all], of: all),
            Told("coaches", AccountSentences.coaches(all), [all], of: all),
            Told("candidates", AccountSentences.candidates(all, chosen: some), [all], of: all),
            Told("providers", AccountSentences.providers(all), [all], of: all),
            Told("recovered", AccountSentences.recovered(left: all), [1, all], of: all),
            Told("roles", PeopleSentences.roles(all), [all], of: all),
            Told("letters", PeopleSentences.letters(waiting: all, failing: some), [all, some], of: all),
            Told("kept letters", PeopleSentences.keptLetters(all), [all], of: all),
            Told("shared", PeopleSentences.shared("pack", all), [all], of: all),
            Told(
                "people",
                PeopleSentences.people(
                    (0..<some).map { ($0 % 2 == 0, $0 % 3 == 0) },
                    known: rest
                ),
                [all, some, rest, some / 2, (some + 5) / 6],
                of: all
            ),
        ]
    }

    private var series: [Told] {
        var told = [
            Told(
                "found",
                SeriesSentences.found(all, shown: shown, current: some, rules: "the house"),
                [all, shown, some],
                of: all
            ),
            Told("ledger", SeriesSentences.ledger(shown, of: all, explained: some), [all, shown], of: all),
            Told("notes", SeriesSentences.notes(days, takenBack: some), [days.count], of: days.count),
            Told(
                "phases",
                SeriesSentences.phases(days, takenBack: some),
                [days.count + some, some],
                of: days.count + some
            ),
            Told("editions", SeriesSentences.editions(instants), [days.count], of: days.count),
            Told("definitions", SeriesSentences.definitions(instants), [days.count], of: days.count),
            Told(
                "table",
                SeriesSentences.table(of: days.sorted(), .day, unplotted: min(some, days.count)),
                [days.count, min(some, days.count)],
                of: days.count
            ),
            Told(
                "withheld",
                SeriesSentences.withheld(small: some, protecting: all - some),
                [some, all - some],
                of: all
            ),
            Told("home", HomeSentences.signals(shown, of: all), [all, shown], of: all),
            Told("due", HomeSentences.due(shown, of: all), [all, shown], of: all),
            Told("units found", HomeSentences.found(shown, of: all), [all, shown], of: all),
            Told("listed", LedgerSentences.listed(all, from: 1, shown: shown), [all, 1, shown], of: all),
        ]
        guard all > 0 else { return told }
        told += [
            Told("rows", ListSentences.rows(shown, from: 51), [shown, 51, 50 + shown], of: all),
            Told("past", SeriesSentences.foundBefore(all), [all], of: all),
            Told("taken back", SeriesSentences.notesTakenBack(all), [all], of: all),
            Told("charts", SeriesSentences.charts(all), [all], of: all),
            Told("keepers", HomeSentences.keepers(shown, measures: all), [all, shown], of: all),
        ]
        return told
    }

    private var kept: [Told] {
        let counts = ChangeCounts(appended: some, revised: all - some)
        return [
            Told("states", KeptSentences.states(instants), [days.count], of: days.count),
            Told("packs", KeptSentences.packs(instants), [days.count], of: days.count),
            Told("snapshots", KeptSentences.snapshots(instants), [days.count], of: days.count),
            Told("differences", KeptSentences.differences(all), [all], of: all),
            Told("pack list", PackSentences.listed(all, overdue: some), [all, some], of: all),
            Told("plan", PackSentences.plan(all, new: some, keeper: nil), [all, some], of: all),
            Told("blocks", HomeSentences.blocks(all), [all], of: all),
            Told(
                "preview",
                ImportSentences.preview(
                    rows: all,
                    badRows: some,
                    series: shown,
                    newSeries: shown / 2,
                    counts
                ),
                [all, some, shown, shown / 2, all - some],
                of: all
            ),
            Told(
                "problems",
                ImportSentences.problems(all, shown: shown, canSkip: true),
                [all, shown],
                of: all
            ),
            Told("import", ImportSentences.series(shown, of: all), [all, shown], of: all),
        ]
    }

    private var meetings: [Told] {
        var told = MinuteLine.Part.allCases.filter { $0 != .head }.map { part in
            Told(part.rawValue, MeetingSentences.part(part, shown, of: all), [all, shown], of: all)
        }
        told += [
            Told("additions", MeetingSentences.additions(all), [all], of: all),
            Told(
                "reviews",
                MeetingSentences.reviews(open: shown, waiting: all, overdue: some),
                [shown, all, some],
                of: all
            ),
            Told("past reviews", MeetingSentences.past(days), [days.count], of: days.count),
            Told("followed up", MeetingSentences.followedUp(instants), [days.count], of: days.count),
            Told(
                "to follow up",
                MeetingSentences.toFollowUp(days, on: today),
                [days.count] + days.map { abs(Int($0.number - today.number)) },
                of: days.count
            ),
            Told("kinds", MeetingSentences.kinds(all), [all], of: all),
            Told(
                "reviewed",
                MeetingSentences.reviewed(meanings: some, decisions: all - some),
                [all, some, all - some],
                of: all
            ),
        ]
        return told
    }

    private var theories: [Told] {
        let phases: [Cycle.Phase] = [.plan, .closed]
        return phases.map { phase in
            Told(
                "column \(phase)",
                CycleListSentences.column(phase, shown, of: all, stuck: min(some, shown)),
                [all, shown, min(some, shown)],
                of: all
            )
        } + [
            Told("predictions", CycleListSentences.predictions(all, isLocked: some > 0), [all], of: all),
            Told("hung", TheoryListSentences.measures(all), [all], of: all),
            Told("evidence", TheoryListSentences.evidence(all), [all], of: all),
            Told(
                "arrows",
                TheoryListSentences.arrows(
                    Array(repeating: .mixed, count: some) + Array(repeating: .refuted, count: all - some)
                ),
                [all, some, all - some],
                of: all
            ),
        ]
    }
}
