import Sightline

extension ToldReview {
    /// All that the demo tells of.
    static var all: [ToldReview] {
        [applewick, cloverdown, brindlesea, givenUp, foundAgain, hospital, session, prepared]
            + applewickMonths + huddles
    }

    /// The change that worked: a signal, what it means, what was decided, and what came of it.
    private static let applewick = ToldReview(
        unit: "APPLEWICK",
        kind: .monthly,
        daysAgo: 105,
        present: 9,
        minutes: 60,
        notes: ["The wards and the council read the chart together for the first time."],
        meanings: [
            Meaning(
                signal: Place("emergency-bed-days", "APPLEWICK"),
                certainty: .suspected,
                text:
                    "People go home earlier since Home First reached every ward; nothing else began that month."
            )
        ],
        decisions: [
            Told(
                kind: .amplify,
                text: "Keep the Home First team on every ward, and share its cost for another year",
                expected: "Emergency bed days stay below their old average through the winter",
                dueAfter: 75,
                signal: Place("emergency-bed-days", "APPLEWICK"),
                came: Came(
                    daysAfter: 80,
                    outcome: .asExpected,
                    text: "They stayed below it in every month since; the board has agreed the money",
                    minutes: 30,
                    settles: true
                )
            ),
            Told(
                kind: .support,
                text: "Free one morning a month for the Home First team to show other places how it began",
                expected: "One other place has begun with one person",
                dueAfter: 60,
                cycle: "Does it change what happens in the whole",
                came: Came(
                    daysAfter: 66,
                    outcome: .partly,
                    text: "Two places came to look; neither has begun",
                    minutes: 15
                )
            ),
        ],
        addition: "The money is for eleven months, not for a year."
    )

    private static let cloverdown = ToldReview(
        unit: "CLO-COU",
        kind: .monthly,
        daysAgo: 18,
        present: 5,
        minutes: 40,
        meanings: [
            Meaning(
                signal: Place("care-package-wait", "CLO-COU"),
                certainty: .suspected,
                text: "Brokers sit with the discharge team since the test began."
            )
        ],
        decisions: [
            Told(
                kind: .amplify,
                text: "Keep the brokers with the discharge team, and ask Brindlesea to try the same",
                expected: "Waits stay under three days, and Brindlesea has planned a first test",
                dueAfter: 43,
                signal: Place("care-package-wait", "CLO-COU")
            )
        ]
    )

    /// A decision whose day has passed.
    private static let brindlesea = ToldReview(
        unit: "BRI-INF",
        kind: .monthly,
        daysAgo: 40,
        present: 8,
        minutes: 50,
        notes: ["Ambulance crews were asked to the next review."],
        meanings: [
            Meaning(
                signal: Place("ambulance-handover", "BRI-INF"),
                certainty: .known,
                text: "Two of six ambulance bays are closed for building work."
            )
        ],
        decisions: [
            Told(
                kind: .adapt,
                text: "Ambulances queue at the south door until the bays are back",
                expected: "Handover is back under twenty minutes",
                dueAfter: 34,
                signal: Place("ambulance-handover", "BRI-INF")
            )
        ]
    )

    /// What was given up: kept as carefully as what works.
    private static let givenUp = ToldReview(
        unit: "BRI-INF",
        kind: .monthly,
        daysAgo: 320,
        present: 7,
        minutes: 55,
        notes: ["Nobody is to blame: the answers came when the office was closed."],
        decisions: [
            Told(
                kind: .stop,
                text: "Stop the two-way text reminders, and write down what they would have needed",
                expected: "The library says what was in the way, and no clinic loses patients by the stop",
                dueAfter: 60,
                cycle: "Do fewer people miss an appointment",
                came: Came(
                    daysAfter: 62,
                    outcome: .asExpected,
                    text:
                        "Missed appointments are as they were. The library says that somebody must read the answers.",
                    minutes: 25
                )
            )
        ]
    )

    /// Another place, which read what was given up before it began.
    private static let foundAgain = ToldReview(
        unit: "DAP-COM",
        kind: .monthly,
        daysAgo: 5,
        present: 4,
        minutes: 35,
        notes: ["Brindlesea’s abandoned test was read out before anybody planned anything."],
        decisions: [
            Told(
                kind: .support,
                text: "Pay the evening nurse for two hours, so that somebody reads the answers until eight",
                expected: "Six of ten people answer in the first week",
                dueAfter: 30,
                cycle: "Do people answer a text reminder for a home visit"
            )
        ]
    )

    /// One of those who sign in has something to follow up this week.
    private static let hospital = ToldReview(
        unit: "APP-GEN",
        kind: .monthly,
        daysAgo: 24,
        present: 6,
        minutes: 45,
        decisions: [
            Told(
                kind: .watch,
                text: "Watch how many patients are still in bed at noon on the day they may go",
                expected: "We know whether the morning round makes a difference",
                owner: "Nell Thorne",
                dueAfter: 26
            )
        ]
    )

    private static let session = ToldReview(
        unit: "FOURWAYS",
        kind: .community,
        daysAgo: 84,
        present: 31,
        minutes: 150,
        notes: [
            "Four places told each other what they had given up, and why.",
            "People who use services chose the story of the month.",
        ],
        decisions: [
            Told(
                kind: .support,
                text: "Every place names someone who answers the others’ questions about its tests",
                expected: "Four names, and four questions asked",
                dueAfter: 28,
                came: Came(
                    daysAfter: 30,
                    outcome: .partly,
                    text: "Four names, and one question so far",
                    minutes: 10
                )
            ),
            Told(
                kind: .watch,
                text: "Do shared staff banks change what agency shifts cost?",
                expected: "Enough months to tell at the next session",
                owner: FictionalAuthor.deputy.rawValue,
                dueAfter: 95
            ),
        ]
    )

    /// Prepared, and not yet held.
    private static let prepared = ToldReview(
        unit: "FOURWAYS",
        kind: .community,
        daysAgo: 0,
        notes: ["Ask Dapplemoor what it found in the library."],
        isOpen: true
    )

    // MARK: What makes a rhythm

    /// Applewick’s reviews of the months before, each with something to follow up.
    private static let applewickMonths = (1...14).map { month -> ToldReview in
        let daysAgo = 105 + month * 30
        let told = ordinary[month % ordinary.count]
        // Now and then nobody looks back in time.
        let lateness = month % 5 == 0 ? 40 : month % 3
        return ToldReview(
            unit: "APPLEWICK",
            kind: .monthly,
            daysAgo: daysAgo,
            present: 6 + month % 4,
            minutes: 75 - month % 3 * 5,
            decisions: [
                Told(
                    kind: told.kind,
                    text: "\(told.text) (review \(15 - month))",
                    expected: told.expected,
                    dueAfter: 28,
                    came: Came(
                        daysAfter: 28 + lateness,
                        outcome: told.outcome,
                        text: told.came,
                        minutes: 10 + month % 3 * 5,
                        settles: true
                    )
                )
            ],
            newSignals: month % 3 == 0 ? 3 : 1
        )
    }

    private struct Ordinary {
        let kind: Decision.Kind
        let text: String
        let expected: String
        let outcome: FollowUp.Outcome
        let came: String
    }

    private static let ordinary = [
        Ordinary(
            kind: .adapt,
            text: "Ask those who do the work what they saw, and change one thing with them",
            expected: "They name one thing, and it is changed",
            outcome: .asExpected,
            came: "They named two; one is changed"
        ),
        Ordinary(
            kind: .support,
            text: "Find cover so that therapists can join the talk about it",
            expected: "They join twice a month",
            outcome: .partly,
            came: "They join once a month"
        ),
        Ordinary(
            kind: .watch,
            text: "Watch it for another month before anything is changed",
            expected: "Another month of numbers",
            outcome: .cannotTell,
            came: "The numbers came late"
        ),
    ]

    /// A team’s weekly huddles.
    private static let huddles = (1...16).map { week in
        ToldReview(
            unit: "BRI-TEA",
            kind: .huddle,
            daysAgo: week * 7 + 1,
            present: 5 + week % 3,
            minutes: 15
        )
    }
}
