import Sightline
import Storage

/// Attaches to arrows of the demo's theories what people hold for and against them.
struct EvidenceFiller {
    private let now: Timestamp
    private let connection: any SQLConnection

    init(now: Timestamp, on connection: any SQLConnection) {
        self.now = now
        self.connection = connection
    }

    func fill() throws {
        let reader = try Readership.ofOperator(on: connection)
        try fillHomeFirst(for: reader)
        try fillReminders()
    }

    private func fillHomeFirst(for reader: Readership) throws {
        let arrows = try Arrows("Home First", in: "APPLEWICK", on: connection)
        let kitchen = try arrows.link("People are assessed", "90 of 100")
        let team = try arrows.link("A team from three", "People are assessed")
        let evening = try arrows.link("Care at home starts", "90 of 100")
        let trust = try arrows.link("Ward and community staff", "Care at home starts")
        let number = try arrows.link("Wards and councils", "Ward and community staff")
        let stories = try StoryStore.all(of: arrows.programme.id, for: reader, on: connection)
        for story in stories {
            let (link, why) =
                story.kind == .story
                ? (kitchen, "what he can do showed in his own kitchen, and nowhere else")
                : (team, "the call comes from the people who assessed")
            try attach(.story(story.id), .for, to: link, of: arrows, why)
        }
        try attach(Self.kitchens, .for, to: kitchen, of: arrows, "places and ages are much like ours")
        if let signal = try signal(for: evening, of: arrows, reader) {
            let why = "fewer bed days are lost since help stands at the door on the first evening"
            try attach(
                .signal(signal.id),
                signal.meaning == .unwanted ? .against : .for,
                to: evening,
                of: arrows,
                why
            )
        }
        try attach(Self.agreement, .unclear, to: evening, of: arrows, "it promises help and names no hour")
        try attach(Self.oneAssessment, .for, to: trust, of: arrows, "nothing else changed on those wards")
        try attach(
            Self.secondLook,
            .against,
            to: trust,
            of: arrows,
            "the delay came from the pharmacy, not from doubt"
        )
        try attach(
            Self.telephones,
            .against,
            to: number,
            of: arrows,
            "nobody spoke to anybody: it rang unanswered"
        )
    }

    private func fillReminders() throws {
        let arrows = try Arrows("Fewer missed appointments", in: "BRI-INF", on: connection)
        let link = try arrows.link("Two-way text reminders", "Missed appointments")
        try attach(Self.twelveClinics, .against, to: link, of: arrows, "their answers lay unread as ours did")
        try attach(
            Self.diary,
            .against,
            to: link,
            of: arrows,
            "most answers came after the office had closed"
        )
    }

    // MARK: Papers, none of which exists

    private static let kitchens = TheoryEvidence.Source.study(
        .init(
            title: "Hale and Orrin: Where people are assessed. Fourways Journal of Care 3",
            place: "Nine towns in another county",
            says: "Assessed at home, people needed a third less help than the ward had asked for.",
            year: 2019
        )
    )
    private static let oneAssessment = TheoryEvidence.Source.study(
        .init(
            title: "Pell: One assessment, one signature. Fourways Journal of Care 5",
            place: "Two hospitals and their councils",
            says: "Without a second assessment care began two days sooner.",
            year: 2021
        )
    )
    private static let secondLook = TheoryEvidence.Source.study(
        .init(
            title: "Brandt and Moor: Trust and delay. Moorland Papers 12",
            place: "One hospital, over a winter",
            says: "Staff who trusted each other more sent people home no sooner.",
            year: 2022
        )
    )
    private static let telephones = TheoryEvidence.Source.study(
        .init(
            title: "Ashby: The shared number. Moorland Papers 9",
            place: "Two counties",
            says:
                "Of a hundred calls eleven were answered, and staff thought less of each other than before.",
            year: 2020
        )
    )
    private static let twelveClinics = TheoryEvidence.Source.study(
        .init(
            title: "Lorne: Reminders that people can answer. Fourways Journal of Care 4",
            place: "Twelve clinics",
            says: "No difference, but where somebody read the answers the same evening.",
            year: 2020
        )
    )
    private static let agreement = TheoryEvidence.Source.document(
        .init(
            title: "What the three organisations agreed on money and hours",
            place: "Shared folder of the Applewick board"
        )
    )
    private static let diary = TheoryEvidence.Source.document(
        .init(
            title: "The booking office’s diary of seven months",
            place: "Booking office, second shelf",
            says: "Counts the answers of each day by the hour in which they came."
        )
    )

    // MARK: Pieces

    /// The newest signal of what the arrow should change, as far as chance has made one.
    private func signal(
        for link: TheoryLink,
        of arrows: Arrows,
        _ reader: Readership
    ) throws -> LedgerEntry? {
        let choices = try EvidenceChoices.signals(
            for: link,
            of: arrows.programme,
            for: reader,
            on: connection
        )
        let wanted = choices.filter { $0.meaning == .wanted }
        return wanted.first { $0.place?.measure.key == "emergency-bed-days" } ?? wanted.first ?? choices.first
    }

    private func attach(
        _ source: TheoryEvidence.Source,
        _ bearing: Bearing,
        to link: TheoryLink,
        of arrows: Arrows,
        _ why: String
    ) throws {
        let context = Context(daysAgo: 20, from: now)
        let evidence = TheoryEvidence(
            id: context.makeID(),
            programme: arrows.programme.id,
            link: link.id,
            source: source,
            bearing: bearing,
            why: why,
            author: context.author,
            instant: context.now
        )
        try TheoryStore.attach(evidence, of: arrows.programme, context, on: connection)
    }
}

/// The arrows of a programme, by the first words of what they join.
private struct Arrows {
    let programme: Programme
    private let theory: Theory

    init(_ title: String, in code: String, on connection: any SQLConnection) throws {
        programme = try ProgrammeStore.made(title, in: code, on: connection)
        theory = try TheoryStore.theory(of: programme.id, on: connection)
    }

    func link(_ from: String, _ to: String) throws -> TheoryLink {
        func begins(_ id: TheoryNode.ID, _ start: String) -> Bool {
            theory[id]?.title.hasPrefix(start) ?? false
        }
        guard let link = theory.links.first(where: { begins($0.from, from) && begins($0.to, to) }) else {
            throw DemoError.unknownMeasure("\(from) → \(to)")
        }
        return link
    }
}
