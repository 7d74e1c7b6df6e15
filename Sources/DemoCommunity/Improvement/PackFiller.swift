import Exchange
import Sightline
import Statistics
import Storage

/// Writes two packs: one that the whole community uses, and one that a hospital keeps to itself.
struct PackFiller {
    private let now: Timestamp
    private let connection: any SQLConnection

    init(now: Timestamp, on connection: any SQLConnection) {
        self.now = now
        self.connection = connection
    }

    /// What the hospital asks its staff is defined in a pack of its own, from which its measure is made.
    func keepSpeakingUp(_ measure: Measure, in unit: Unit, _ context: Context) throws -> Measure.ID {
        let content = PackContent(Self.speakingUp(measure.owner), [PackedMeasure(measure)])
        let pack = try keep(content, in: unit, seen: 0, reason: "", context)
        let plan = try PackPlan(content, in: unit, on: connection)
        let made = try PackUseStore.make(plan, from: pack, version: 1, context, on: connection)
        guard let first = made.first else { throw DemoError.unknownMeasure(measure.key) }
        return first.id
    }

    private static func speakingUp(_ author: String) -> PackHeader {
        PackHeader(
            name: "speaking-up",
            title: "Speaking up in the hospital",
            purpose: "What we ask our own staff, and promised to nobody above us.",
            author: author,
            licence: "For the hospital only",
            source: "Made up by Sightline's demo; no such place exists"
        )
    }

    func fill() throws {
        try reviewSpeakingUp()
        try shareJoinedUpCare()
    }

    /// A second question came, and the measure that was made from the first version stays as it is.
    private func reviewSpeakingUp() throws {
        guard
            let unit = try UnitStore.find(code: "APP-GEN", on: connection),
            let pack = try PackStore.find(name: "speaking-up", of: unit.id, on: connection),
            let text = try PackStore.text(of: pack.id, version: 1, on: connection),
            var content = PackReader.read(text).content, let first = content.measures.first
        else { throw DemoError.unknownUnit("APP-GEN") }
        var second = first.measure(PackedMeasure.noID, of: nil)
        second.key = "heard-when-speaking-up"
        second.title = "Were heard when they spoke up"
        second.why = "Daring to speak wears off where nothing comes of it."
        second.definition.numerator = "Staff who say that something came of what they said"
        content.measures.append(PackedMeasure(second))
        content.header.reviewer = "Nell Thorne"
        content.header.reviewed = now.day
        content.header.nextReview = now.day.advanced(by: 365)
        let context = Context(author: pack.newest.author, now: now)
        _ = try keep(content, in: unit, seen: 1, reason: "Nell asked for a second question", context)
    }

    /// The community took a pack that comes with the program, and its evaluator reviewed it.
    private func shareJoinedUpCare() throws {
        guard let unit = try UnitStore.find(code: "FOURWAYS", on: connection),
            let shipped = ShippedPack.joinedUpCare.reading.content
        else { throw DemoError.unknownUnit("FOURWAYS") }
        let context = Context(at: now)
        let text = ShippedPack.joinedUpCare.reading.text
        try PackStore.keep(shipped, text: text, in: unit.id, seen: 0, context, on: connection)
        var reviewed = shipped
        reviewed.header.reviewer = "Wren Lake"
        reviewed.header.reviewed = now.day
        let pack = try keep(reviewed, in: unit, seen: 1, reason: "Read through by our evaluator", context)
        try PackStore.share(pack, .community, context, on: connection)
        _ = try PublicLinkStore.make(to: pack, expires: nil, context, on: connection)
    }

    private func keep(
        _ content: PackContent,
        in unit: Unit,
        seen: Int,
        reason: String,
        _ context: Context
    ) throws -> Pack {
        try PackStore.keep(
            content,
            text: try PackWriter.text(of: content),
            in: unit.id,
            seen: seen,
            reason: reason,
            context,
            on: connection
        )
    }
}
