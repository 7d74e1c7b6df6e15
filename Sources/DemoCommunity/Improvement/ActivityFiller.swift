import Sightline
import Statistics
import Storage

/// Writes what leaders did together to grow.
struct ActivityFiller {
    private let now: Timestamp
    private let connection: any SQLConnection

    init(now: Timestamp, on connection: any SQLConnection) {
        self.now = now
        self.connection = connection
    }

    func fill() throws {
        try add(
            .masterclass,
            "Leading where nobody reports to you",
            .across,
            in: "APPLEWICK",
            daysAgo: 210,
            purpose: "How to agree on something with people who have other bosses.",
            participants: 34
        )
        try add(
            .exchange,
            "A week in each other’s work: ward and home care",
            .micro,
            in: "APP-GEN",
            daysAgo: 96,
            lasting: 4,
            purpose: "See what a discharge looks like from the other side.",
            participants: 8
        )
        try add(
            .coaching,
            "Coaching circle of matrons and team leads",
            .micro,
            in: "APP-GEN",
            daysAgo: 150,
            lasting: 180,
            purpose: "",
            participants: 6
        )
        try add(
            .workshop,
            "One budget for going home: how it could work",
            .macro,
            in: "APPLEWICK",
            daysAgo: -24,
            purpose: "Finance leads of the council and the hospital, with two carers.",
            participants: nil
        )
    }

    private func add(
        _ kind: Activity.Kind,
        _ title: String,
        _ level: Activity.Level,
        in code: String,
        daysAgo: Int64,
        lasting days: Int = 0,
        purpose: String,
        participants: Int?
    ) throws {
        let unit = try UnitStore.made(code, on: connection)
        let context = Context(daysAgo: max(0, daysAgo), from: now)
        let first = now.advanced(bySeconds: -daysAgo * 86_400).day
        let activity = Activity(
            id: context.makeID(),
            unit: unit.id,
            kind: kind,
            title: title,
            level: level,
            firstDay: first,
            lastDay: first.advanced(by: days) ?? first,
            purpose: purpose,
            participants: participants
        )
        try ActivityStore.insert(activity, context, on: connection)
    }
}
