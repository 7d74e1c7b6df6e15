import Sightline
import Statistics
import Storage

/// Writes two programmes that tell of changes in the fictional community, and a third that is about to try what one of
/// them gave up.
struct ProgrammeFiller {
    private let community: FictionalCommunity
    private let now: Timestamp
    private let connection: any SQLConnection

    init(_ community: FictionalCommunity, now: Timestamp, on connection: any SQLConnection) {
        self.community = community
        self.now = now
        self.connection = connection
    }

    private var pieces: TheoryPieces { TheoryPieces(now: now, connection: connection) }

    func fill() throws {
        try fillHomeFirst()
        try fillReminders()
        try fillRetry()
        try TheoryOfChangeFiller(now: now, on: connection).fill()
    }

    // MARK: - What worked

    /// Home First in Applewick: a ramp of four cycles, the last of which the numbers show.
    private func fillHomeFirst() throws {
        let story = try day(of: "home-first", in: "APPLEWICK")
        let programme = try add(
            "Home First",
            "People recover better at home: nobody is assessed for their future in a hospital bed.",
            in: "APPLEWICK",
            on: try earlier(story, by: 150)
        )
        let aim = try pieces.node(.aim, "90 of 100 people go home after hospital", programme) { node in
            node.measure = try measure("home-first").id
            node.target = 90
            node.due = Day(year: story.year + 3, month: 3, day: 31)
        }
        let assessed = try pieces.node(.primaryDriver, "People are assessed where they live", programme)
        let care = try pieces.node(.primaryDriver, "Care at home starts on the day of leaving", programme)
        let trust = try pieces.node(
            .secondaryDriver,
            "Ward and community staff trust each other’s word",
            programme
        )
        let team = try pieces.node(.changeIdea, "A team from three organisations assesses at home", programme)
        let number = try pieces.node(.changeIdea, "Wards and councils share one telephone number", programme)
        try pieces.arrow(
            assessed,
            aim,
            "people do more in their own kitchen than a ward would believe",
            programme
        )
        try pieces.arrow(care, aim, "families say yes when help stands at the door", programme)
        try pieces.arrow(
            trust,
            care,
            "a second assessment costs two days",
            programme,
            assuming: "Care workers can be found within a day"
        )
        try pieces.arrow(team, assessed, "the same people follow a person out of hospital", programme)
        try pieces.arrow(number, trust, "who has spoken to somebody believes them", programme)
        try hang("home-first", .outcome, on: aim, programme)
        try hang("learning-set-places", .process, on: trust, programme)
        try hang("emergency-bed-days", .outcome, on: care, programme)
        try hang("care-home-urgent-contacts", .balancing, on: aim, programme)
        var active = programme
        active.state = .active
        try ProgrammeStore.update(active, context(on: story), on: connection)
        var previous: Cycle?
        for (index, told) in Self.ramp.enumerated() {
            let began = try earlier(story, by: (Self.ramp.count - 1 - index) * 30)
            previous = try run(told, of: team, after: previous, in: programme, began: began)
        }
    }

    private static let ramp = [
        ToldCycle(
            question: "Can one person be assessed at home on the day they leave?",
            prediction: "Yes, but the bed will not be there in time",
            measure: "home-first",
            plan: Cycle.Plan(
                what: "Ward 3 sends one person home with a therapist",
                who: "Asha, therapist",
                when: "Tuesday",
                place: "Applewick General, ward 3"
            ),
            scale: Cycle.Scale(people: 1, days: 1, places: 1),
            happened: "She was home by noon. The bed came in time; her medicines did not.",
            outcome: .partly,
            learned: "Medicines are the bottleneck, not equipment",
            decision: .adapt,
            reason: "The pharmacist must know the day before"
        ),
        ToldCycle(
            question: "Does it work for five people when the pharmacist knows the day before?",
            prediction: "All five are home by noon with their medicines",
            measure: "home-first",
            plan: Cycle.Plan(
                what: "The pharmacist joins the morning round",
                who: "Asha and the ward pharmacist",
                when: "One week",
                place: "Applewick General, ward 3"
            ),
            scale: Cycle.Scale(people: 5, days: 7, places: 1),
            happened: "All five were home by noon, and one came back on the third day.",
            outcome: .asPredicted,
            learned: "A call on the second day would have caught the one who came back",
            decision: .extend,
            reason: "It holds for a week; now see whether it holds on other wards"
        ),
        ToldCycle(
            question: "Does it hold on three wards, with a call on the second day?",
            prediction: "Nine of ten stay at home for a week",
            measure: "home-first",
            plan: Cycle.Plan(
                what: "Three wards, and a call by the neighbourhood team",
                who: "Ward leads and the neighbourhood team",
                when: "Three weeks",
                place: "Applewick General, three wards"
            ),
            scale: Cycle.Scale(people: 30, days: 21, places: 3),
            happened: "28 of 30 stayed at home. Council and ward quarrelled twice over who pays.",
            outcome: .asPredicted,
            learned: "It needs an agreement on money before it grows",
            decision: .extend,
            reason: "The board has agreed to share the cost"
        ),
        ToldCycle(
            question: "Does it change what happens in the whole of Applewick?",
            prediction: "Five more of every hundred go home, within three months",
            measure: "home-first",
            direction: .up,
            size: 5,
            plan: Cycle.Plan(
                what: "Every ward takes part",
                who: "The Home First team",
                when: "From the first of the month",
                place: "All of Applewick"
            ),
            scale: Cycle.Scale(people: 400, days: 90, places: 8),
            happened: "The chart shifted within two months, and stayed.",
            outcome: .asPredicted,
            learned: "Start with one person: what four hundred need shows in the first",
            decision: .adopt,
            reason: "The change held for as long as we looked"
        ),
    ]

    // MARK: - What was given up, and found again

    private func fillReminders() throws {
        let story = try day(of: "missed-appointments", in: "BRI-INF")
        let programme = try add(
            "Fewer missed appointments",
            "An appointment that nobody comes to helps nobody.",
            in: "BRI-INF",
            on: try earlier(story, by: 20),
            unbalanced: "It touches one clinic for a few months; staff and costs are watched by the hospital"
        )
        let aim = try pieces.node(.aim, "Missed appointments fall by a third", programme) { node in
            node.measure = try measure("missed-appointments").id
        }
        let idea = try pieces.node(.changeIdea, "Two-way text reminders", programme)
        try pieces.arrow(idea, aim, "people forget, and can’t easily say that they won’t come", programme)
        try hang("missed-appointments", .outcome, on: aim, programme)
        let told = ToldCycle(
            question: "Do fewer people miss an appointment when they can answer a text reminder?",
            prediction: "A third fewer missed appointments within three months",
            measure: "missed-appointments",
            direction: .down,
            size: 3,
            plan: Cycle.Plan(
                what: "A text three days before, to which people can answer",
                who: "The booking office",
                when: "Seven months",
                place: "All clinics of Brindlesea Infirmary"
            ),
            scale: Cycle.Scale(people: 5_000, days: 210, places: 12),
            needed: "Up-to-date mobile numbers: a third of ours were old",
            happened: "Nothing changed in seven months. Few answered; the answers lay unread in the evening.",
            outcome: .otherwise,
            learned: "A reminder that people can answer needs somebody who reads the answers the same day",
            decision: .abandon,
            reason: "The booking office closes at five and most answers come after it"
        )
        _ = try run(told, of: idea, after: nil, in: programme, began: story, lasting: 210)
    }

    private func fillRetry() throws {
        let today = now.day
        let programme = try add(
            "Every visit counts",
            "Fewer visits to people who are not at home.",
            in: "DAP-COM",
            on: try earlier(today, by: 30)
        )
        let aim = try pieces.node(.aim, "Half as many visits in vain", programme)
        let idea = try pieces.node(.changeIdea, "Text reminders that people can answer until late", programme)
        try pieces.arrow(idea, aim, "people know in the evening what they will do tomorrow", programme)
        let told = ToldCycle(
            question:
                "Do people answer a text reminder for a home visit when somebody reads the answers until eight?",
            prediction: "Six of ten answer, and one visit in ten moves to another day",
            measure: nil,
            plan: Cycle.Plan(
                what: "One nurse reads the answers until eight",
                who: "The evening nurse",
                when: "Next week",
                place: "Dapplemoor"
            ),
            scale: Cycle.Scale(people: 10, days: 5, places: 1),
            needed: "Somebody who reads the answers in the evening: see what Brindlesea found"
        )
        _ = try plan(told, of: idea, after: nil, in: programme, on: try earlier(today, by: 6))
    }
}

// MARK: - Pieces

extension ProgrammeFiller {
    private func add(
        _ title: String,
        _ purpose: String,
        in code: String,
        on day: Day,
        unbalanced: String = ""
    ) throws -> Programme {
        let unit = try UnitStore.made(code, on: connection)
        let context = context(on: day)
        let programme = Programme(
            id: context.makeID(),
            unit: unit.id,
            visibility: .community,
            title: title,
            purpose: purpose,
            unbalanced: unbalanced,
            author: context.author,
            instant: context.now
        )
        try ProgrammeStore.insert(programme, context, on: connection)
        return programme
    }

    private func hang(
        _ key: String,
        _ tag: Measure.Role,
        on node: TheoryNode,
        _ programme: Programme
    ) throws {
        try TheoryStore.hang(
            try measure(key),
            on: node,
            as: tag,
            of: programme,
            context(at: programme.instant),
            on: connection
        )
    }

    private func plan(
        _ told: ToldCycle,
        of idea: TheoryNode,
        after previous: Cycle?,
        in programme: Programme,
        on day: Day
    ) throws -> Cycle {
        let context = context(on: day)
        var cycle = Cycle(
            id: context.makeID(),
            programme: programme.id,
            idea: idea.id,
            previous: previous?.id,
            number: (previous?.number ?? 0) + 1,
            question: told.question,
            author: context.author,
            instant: context.now
        )
        cycle.measure = try told.measure.map { try measure($0).id }
        cycle.plan = told.plan
        cycle.scale = told.scale
        cycle.context = Cycle.Setting(level: .micro, needed: told.needed)
        let prediction = Prediction(
            text: told.prediction,
            direction: told.direction,
            size: told.size,
            author: context.author,
            instant: context.now
        )
        try CycleStore.plan(cycle, prediction, in: programme, context, on: connection)
        return cycle
    }

    /// A cycle that was planned a few days before it began, and that has ended.
    private func run(
        _ told: ToldCycle,
        of idea: TheoryNode,
        after previous: Cycle?,
        in programme: Programme,
        began: Day,
        lasting days: Int = 21
    ) throws -> Cycle {
        let planned = try earlier(began, by: 4)
        let cycle = try plan(told, of: idea, after: previous, in: programme, on: planned)
        try CycleStore.begin(cycle, on: began, in: programme, context(on: began), on: connection)
        let end = context(on: try earlier(began, by: -days))
        try CycleStore.study(
            cycle,
            happened: told.happened,
            told.outcome,
            in: programme,
            end,
            on: connection
        )
        try CycleStore.close(
            cycle,
            learned: told.learned,
            told.decision,
            reason: told.reason,
            in: programme,
            end,
            on: connection
        )
        return cycle
    }

    private func measure(_ key: String) throws -> Measure {
        guard let measure = try MeasureStore.find(key: key, on: connection) else {
            throw DemoError.unknownMeasure(key)
        }
        return measure
    }

    // MARK: Time

    /// The day of the first note on a series: what began then is told here.
    private func day(of measure: String, in unit: String) throws -> Day {
        guard let event = community.events(in: measure, of: unit).first(where: { $0.kind == .note }) else {
            throw DemoError.unknownMeasure(measure)
        }
        return event.day
    }

    private func earlier(_ day: Day, by days: Int) throws -> Day {
        guard let found = day.advanced(by: -days) else { throw DemoError.today(day) }
        return found
    }

    private func context(on day: Day) -> Context {
        context(at: Timestamp(microseconds: 0).advanced(bySeconds: (Int64(day.number) * 24 + 9) * 3_600))
    }

    private func context(at instant: Timestamp) -> Context { Context(at: min(instant, now)) }
}
