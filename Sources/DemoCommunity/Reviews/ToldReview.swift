import Sightline

/// A review as the demo tells it.
struct ToldReview {
    let unit: String
    let kind: Review.Kind
    let daysAgo: Int
    var present = 6
    var minutes = 45
    var notes: [String] = []
    var meanings: [Meaning] = []
    var decisions: [Told] = []
    /// What was added to the minutes three days later.
    var addition: String?
    var isOpen = false
    /// How many signals of the unit that nobody has spoken of are made sense of, the newest first; decisions that name
    /// no other answer the first of them.
    var newSignals = 0

    /// A measure and the unit that it is counted in.
    struct Place {
        let measure: String
        let unit: String

        init(_ measure: String, _ unit: String) {
            self.measure = measure
            self.unit = unit
        }
    }

    struct Meaning {
        let signal: Place
        let certainty: SignalHandling.Certainty
        let text: String
    }

    struct Told {
        let kind: Decision.Kind
        let text: String
        let expected: String
        var owner = FictionalAuthor.analyst.rawValue
        /// How many days after the review.
        let dueAfter: Int
        var signal: Place?
        /// How the question of a cycle of the unit begins.
        var cycle: String?
        var came: Came?
    }

    struct Came {
        let daysAfter: Int
        let outcome: FollowUp.Outcome
        let text: String
        var minutes = 20
        var settles = false
    }
}
