import Sightline
import Statistics
import Storage

/// Writes people of two organisations into the fictional community, and a measure that one of them keeps to itself.
struct PeopleFiller {
    private let community: FictionalCommunity
    private let now: Timestamp
    private let connection: any SQLConnection

    init(_ community: FictionalCommunity, now: Timestamp, on connection: any SQLConnection) {
        self.community = community
        self.now = now
        self.connection = connection
    }

    /// Two organisations that look after themselves, and an evaluator and a coach of the whole.
    private static let people: [(name: String, role: Role, unit: String)] = [
        ("Robin Ash", .administrator, "APP-GEN"), ("Nell Thorne", .editor, "APP-GEN"),
        ("Kit Marsh", .viewer, "APP-GEN"), ("Sam Birch", .administrator, "DAP-COU"),
        ("Jo Fell", .peopleManager, "DAP-COU"), ("Asha Moor", .contributor, "DAP-COU"),
        ("Wren Lake", .evaluator, "FOURWAYS"), ("Lee Hawthorn", .coach, "FOURWAYS"),
    ]

    func fill() throws {
        for person in Self.people {
            let unit = try UnitStore.made(person.unit, on: connection)
            let context = Context(at: now)
            let address = "\(person.name.lowercased().replacing(" ", with: "."))@fourways.example"
            let account = try AccountStore.insert(
                name: person.name,
                email: address,
                context,
                on: connection
            )
            let grant = RoleGrant(role: person.role, unit: unit.id)
            try AccountStore.grant(grant, to: account.id, context, on: connection)
            if person.name == "Robin Ash" { try keepMeasure(of: unit, by: account) }
            // Lee comes last, when Nell is there to choose.
            if person.role == .coach { try choose(account, in: unit, context) }
        }
    }

    /// An editor of the hospital chose the coach; someone whom the community knows has no account yet.
    private func choose(_ coach: Account, in unit: Unit, _ context: Context) throws {
        let chooser = try AccountStore.find(email: "nell.thorne@fourways.example", on: connection)
        if let person = chooser?.person {
            try CoachStore.choose(
                coach.id,
                by: person.id,
                views: [.roles, .notes],
                Context(author: Author(name: person.name, person: person.id), now: now),
                on: connection
            )
        }
        _ = try KnownPersonStore.insert(
            name: "Pat Reed",
            email: "pat.reed@fourways.example",
            in: unit.id,
            context,
            on: connection
        )
    }

    /// What staff of the hospital say of speaking up: a promise was made that nobody above it would read it.
    private func keepMeasure(of unit: Unit, by account: Account) throws {
        let author = Author(name: account.person.name, person: account.person.id)
        let context = Context(author: author, now: now)
        let measure = Measure(
            id: context.makeID(),
            unit: unit.id,
            key: "safe-to-speak-up",
            title: "Feel safe to speak up",
            why: "People who don’t dare to say what goes wrong can’t help to put it right.",
            domain: "Staff",
            stakeholder: .staff,
            role: .outcome,
            better: .up,
            definition: Definition(
                numerator: "Staff who say that they feel safe to speak up",
                denominator: "Staff who answer the monthly question",
                period: .month
            ),
            chart: ChartSettings(kind: .p, multiplier: 100),
            format: ValueFormat(unit: "%", decimals: 1),
            provenance: Measure.Provenance(source: "Made up by Sightline's demo; no such place exists"),
            owner: account.person.name,
            reportingDays: 45
        )
        let made = try PackFiller(now: now, on: connection).keepSpeakingUp(measure, in: unit, context)
        _ = try SeriesStore.record(
            [Proposal(measure: made, unit: unit.id, observations: observations)],
            reason: "Two years of the monthly question",
            context,
            on: connection
        )
    }

    /// Two years up to the last month, 180 answers a month, about three in five of them yes.
    private var observations: Observations {
        var random = RandomNumbers(seed: 20_261_124)
        var observations = Observations()
        var day: Day? = Period.month.start(of: community.last)
        var days: [Day] = []
        while let next = day, days.count < 24 {
            days.append(next)
            day = Period.month.start(of: next).advanced(by: -1).map { Period.month.start(of: $0) }
        }
        for day in days.reversed() {
            let yes = (0..<180).count { _ in random.uniform() < 0.6 }
            observations.append(Observation(day: day, numerator: Double(yes), denominator: 180))
        }
        return observations
    }
}
