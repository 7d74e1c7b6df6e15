import Sightline
import Statistics
import Storage
import Testing

struct ReviewSentencesTests {
    private static func decision(_ text: String, due: String = "2026-03-31") -> Decision {
        let context = Samples.context(500)
        return Decision(
            id: context.makeID(),
            review: context.makeID(),
            unit: context.makeID(),
            kind: .stop,
            text: text,
            expected: "Nothing is missed",
            owner: Author(name: "Ines"),
            due: Samples.day(due),
            author: context.author,
            instant: context.now
        )
    }

    @Test func `a decision says what, who, by when and what for, as sentences that end once`() {
        #expect(
            ReviewSentences.decision(Self.decision("Stop the letters"))
                == "Stop: Stop the letters. Owner: Ines, by 31 March 2026. Expected: Nothing is missed."
        )
        // What people end themselves gets no second end, and what has several lines becomes one.
        #expect(
            ReviewSentences.decision(Self.decision("Why?\nBecause!")).hasPrefix("Stop: Why? Because! Owner")
        )
    }

    @Test func `how near a day is is said from today`() {
        let day = Samples.day("2026-03-31")
        let words = ["2026-03-30", "2026-03-31", "2026-04-01", "2026-02-28"].map {
            ReviewSentences.nearness(day, Samples.day($0))
        }
        #expect(words == ["in 1 day", "today", "1 day ago", "in 31 days"])
    }

    @Test func `the chart since a decision claims nothing from a period that had begun, and never a cause`() {
        let decided = Samples.day("2026-03-10")
        let before = ["2026-01-01", "2026-02-01", "2026-03-01"].map(Samples.day)
        let none = ReviewSentences.since(decided, points: before, of: .month)
        #expect(none.contains("No whole month has been recorded since"))
        #expect(none.contains("can’t tell"))
        let one = ReviewSentences.since(decided, points: before + [Samples.day("2026-04-01")], of: .month)
        #expect(one.hasPrefix("1 point lies after the decision"))
        #expect(one.hasSuffix("What comes after a decision need not come from it."))
    }

    @Test func `a letter's subject tells no words of a decision, and its body none of what is kept`() {
        let context = Samples.context(501)
        let items = [(Self.decision("Secret one"), false), (Self.decision("Open one"), true)].map {
            Reminders.Item(decision: $0.0, kind: .due, isTold: $0.1)
        }
        let letter = Reminders.Letter(
            owner: Person(id: context.makeID(), name: "Ines"),
            email: "ines@example.org",
            items: items
        )
        #expect(ReminderSentences.subject(letter) == "2 decisions to follow up now")
        let body = ReminderSentences.body(letter, today: Samples.day("2026-03-31")) { _ in "https://a.example"
        }
        #expect(!body.contains("Secret one"))
        #expect(body.contains("Open one"))
        #expect(body.contains("today"))
    }
}
