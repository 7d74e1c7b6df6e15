package import Statistics
package import Storage

/// One test of change, a PDSA cycle, of a change idea.
package struct Cycle: Identifiable, Equatable, Sendable {
    package typealias ID = Identifier<Cycle>

    package let id: ID
    package var programme: Programme.ID
    package var idea: TheoryNode.ID
    /// The cycle that it goes on from; nil for the first of its ramp.
    package var previous: ID?
    /// Its place in its ramp, from 1.
    package var number: Int
    package var phase = Phase.plan
    package var question: String
    /// What its prediction and its data are about.
    package var measure: Measure.ID?
    package var scale = Scale()
    package var plan = Plan()
    package var context = Setting()
    /// The day on which the test itself began.
    package var began: Day?
    /// When the prediction was locked.
    package var locked: Timestamp?
    package var happened = ""
    package var outcome: Outcome?
    package var learned = ""
    package var decision: Decision?
    package var decisionReason = ""
    package var closed: Timestamp?
    package var author: Author
    package var instant: Timestamp

    package init(
        id: ID,
        programme: Programme.ID,
        idea: TheoryNode.ID,
        previous: ID? = nil,
        number: Int = 1,
        question: String,
        author: Author,
        instant: Timestamp
    ) {
        self.id = id
        self.programme = programme
        self.idea = idea
        self.previous = previous
        self.number = number
        self.question = question
        self.author = author
        self.instant = instant
    }

    /// Where it stands; *act* is the decision that closes it.
    package enum Phase: String, CaseIterable, Sendable {
        case plan, `do`, study, closed
    }

    /// How small it is; nil for what nobody has said.
    package struct Scale: Equatable, Sendable {
        package var people: Int?
        package var days: Int?
        package var places: Int?

        package init(people: Int? = nil, days: Int? = nil, places: Int? = nil) {
            self.people = people
            self.days = days
            self.places = places
        }
    }

    package struct Plan: Equatable, Sendable {
        package var what = ""
        package var who = ""
        package var when = ""
        package var place = ""

        package init(what: String = "", who: String = "", when: String = "", place: String = "") {
            self.what = what
            self.who = who
            self.when = when
            self.place = place
        }
    }

    /// What someone elsewhere must know before they try the same.
    package struct Setting: Equatable, Sendable {
        package var level: Level?
        package var population = ""
        /// What had to be in place.
        package var needed = ""

        package init(level: Level? = nil, population: String = "", needed: String = "") {
            self.level = level
            self.population = population
            self.needed = needed
        }
    }

    package enum Level: String, CaseIterable, Sendable {
        case micro, meso, macro
    }

    /// Whether what was predicted happened.
    package enum Outcome: String, CaseIterable, Sendable {
        case asPredicted = "as-predicted"
        case partly
        case otherwise
    }

    package enum Decision: String, CaseIterable, Sendable {
        case adopt, adapt, abandon, extend
    }

    /// What a closed cycle says of the theory.
    package enum Verdict: String, CaseIterable, Sendable {
        case supports, mixed, against
    }

    /// It supports where what was predicted happened and it was adopted or extended, and speaks against where it
    /// was abandoned or something else happened than was predicted; nil while it is open.
    package var verdict: Verdict? {
        guard phase == .closed, let outcome, let decision else { return nil }
        if decision == .abandon || outcome == .otherwise { return .against }
        return outcome == .asPredicted && decision != .adapt ? .supports : .mixed
    }

    /// Whether it has been open for more than six weeks.
    package func isStuck(on today: Day) -> Bool {
        phase != .closed && today.number - (began ?? instant.day).number > 42
    }
}
