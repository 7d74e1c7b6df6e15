import Sightline
import Storage

/// Writes how a theory changed while it was tested, what started from it elsewhere, and what was thrown away.
struct VersionsFiller {
    private let now: Timestamp
    private let connection: any SQLConnection

    init(now: Timestamp, on connection: any SQLConnection) {
        self.now = now
        self.connection = connection
    }

    func fill() throws {
        let first = try ProgrammeStore.made("Home First", in: "APPLEWICK", on: connection)
        try change(first)
        try copy(first, into: "BRINDLESEA")
        try startFromTemplate(in: "BRI-INF")
        try throwAway(in: "DAP-COM")
        let context = context(at: now)
        _ = try PublicLinkStore.make(to: first, expires: nil, context, on: connection)
    }

    /// What people believed of Home First after one month, after two and after four.
    private func change(_ programme: Programme) throws {
        let theory = try TheoryStore.theory(of: programme.id, on: connection)
        guard let trust = theory.nodes.first(where: { $0.kind == .secondaryDriver }),
            var driver = theory.nodes.last(where: { $0.kind == .primaryDriver }),
            var arrow = theory.links(from: trust.id).first
        else { throw DemoError.unknownUnit(programme.title) }
        var context = context(at: later(programme.instant, by: 30))
        let meeting = TheoryNode(
            id: context.makeID(),
            programme: programme.id,
            kind: .changeIdea,
            title: "The heads of all wards meet every week"
        )
        try TheoryStore.add(meeting, to: programme, context, on: connection)
        let link = TheoryLink(
            id: context.makeID(),
            programme: programme.id,
            from: meeting.id,
            to: trust.id,
            because: "who meets speaks"
        )
        try TheoryStore.add(link, to: programme, context, on: connection)
        context = self.context(at: later(programme.instant, by: 62))
        driver.detail = "Not the day after: one evening without help ends in an ambulance"
        try TheoryStore.update(driver, of: programme, context, on: connection)
        arrow.assumptions = "Care workers can be found within a day, at weekends too"
        try TheoryStore.update(arrow, of: programme, context, on: connection)
        context = self.context(at: later(programme.instant, by: 118))
        try TheoryStore.remove(
            meeting,
            of: programme,
            reason: "Four meetings, and no decision: those who could decide were not the heads of wards",
            context,
            on: connection
        )
    }

    /// The next place starts from what Applewick believes.
    private func copy(_ other: Programme, into code: String) throws {
        let context = context(at: later(now, by: -9))
        let made = try make(
            "Home First in Brindlesea",
            "What Applewick learned, tried with our wards and our council.",
            in: code,
            context
        )
        let reader = try Readership.ofOperator(on: connection)
        try TheoryStore.start(made, fromCopyOf: other, for: reader, context, on: connection)
    }

    private func startFromTemplate(in code: String) throws {
        let context = context(at: later(now, by: -5))
        let template = TheoryTemplate.all[0]
        let made = try make(template.title, template.purpose, in: code, context)
        try TheoryStore.start(made, from: template, context, on: connection)
    }

    /// A cycle that was planned twice by mistake lies in the bin.
    private func throwAway(in code: String) throws {
        let programme = try ProgrammeStore.made("Every visit counts", in: code, on: connection)
        guard let cycle = try CycleStore.all(of: programme.id, on: connection).first,
            let prediction = try CycleReading.all(of: programme, on: connection).first?.prediction
        else { throw DemoError.unknownUnit(code) }
        let context = context(at: later(now, by: -4))
        var twin = Cycle(
            id: context.makeID(),
            programme: programme.id,
            idea: cycle.idea,
            question: cycle.question,
            author: context.author,
            instant: context.now
        )
        twin.plan = cycle.plan
        try CycleStore.plan(twin, prediction, in: programme, context, on: connection)
        try BinStore.delete(twin.id, reason: "Planned twice by mistake", context, on: connection)
    }

    // MARK: Pieces

    private func make(
        _ title: String,
        _ purpose: String,
        in code: String,
        _ context: Context
    ) throws -> Programme {
        let unit = try UnitStore.made(code, on: connection)
        let programme = Programme(
            id: context.makeID(),
            unit: unit.id,
            visibility: .community,
            title: title,
            purpose: purpose,
            author: context.author,
            instant: context.now
        )
        try ProgrammeStore.insert(programme, context, on: connection)
        return programme
    }

    private func later(_ instant: Timestamp, by days: Int64) -> Timestamp {
        instant.advanced(bySeconds: days * 86_400)
    }

    private func context(at instant: Timestamp) -> Context { Context(at: min(instant, now)) }
}
