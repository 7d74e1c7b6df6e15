import Sightline
import Statistics
import Storage

/// Writes a count with small numbers into the fictional community, with a rule for them, and a public link that
/// holds beside one that was revoked.
struct SharingFiller {
    private let community: FictionalCommunity
    private let now: Timestamp
    private let connection: any SQLConnection

    init(_ community: FictionalCommunity, now: Timestamp, on connection: any SQLConnection) {
        self.community = community
        self.now = now
        self.connection = connection
    }

    /// The organisations of one place, and about how much harm each counts a month.
    private static let place = "APPLEWICK"
    private static let levels = [("APP-GEN", 9.0), ("APP-COU", 2.5), ("APP-GPF", 6.0)]
    private static let months = 36

    func fill() throws {
        let measure = try insertMeasure()
        let days = days
        var random = RandomNumbers(seed: 20_261_125)
        var totals = [Double](repeating: 0, count: days.count)
        var proposals: [Proposal] = []
        for (code, level) in Self.levels {
            let counts = days.map { _ in Self.count(about: level, &random) }
            for index in counts.indices { totals[index] += counts[index] }
            proposals.append(try proposal(measure, code, days, counts))
        }
        proposals.append(try proposal(measure, Self.place, days, totals))
        _ = try SeriesStore.record(
            proposals,
            reason: "Three years of incident reports",
            context(of: nil),
            on: connection
        )
        try shareWaits()
    }

    private func insertMeasure() throws -> Measure {
        let context = context(of: nil)
        var measure = Measure(
            id: context.makeID(),
            key: "medicine-incidents",
            title: "Medicine incidents that caused harm",
            why: "Most harm from medicines happens where one service hands over to another.",
            domain: "Safety",
            stakeholder: .patient,
            role: .outcome,
            better: .down,
            definition: Definition(
                numerator: "People harmed by a mistake with a medicine",
                period: .month
            ),
            chart: ChartSettings(kind: .c),
            format: ValueFormat(unit: "people"),
            provenance: Measure.Provenance(source: "Made up by Sightline's demo; no such place exists"),
            owner: "Fourways insight team",
            reportingDays: 45
        )
        measure.disclosure = DisclosureRule(threshold: 5)
        try MeasureStore.insert(measure, context, on: connection)
        return measure
    }

    private func proposal(
        _ measure: Measure,
        _ code: String,
        _ days: [Day],
        _ counts: [Double]
    ) throws -> Proposal {
        let unit = try UnitStore.made(code, on: connection)
        let observations = zip(days, counts).map { Observation(day: $0, numerator: $1) }
        return Proposal(measure: measure.id, unit: unit.id, observations: try Observations(observations))
    }

    /// The hospital shows its waits to anyone who has a link; another link was taken back.
    private func shareWaits() throws {
        guard
            let unit = try UnitStore.find(code: "APP-GEN", on: connection),
            let measure = try MeasureStore.find(key: "four-hour-wait", on: connection),
            let series = try SeriesStore.all(of: measure.id, on: connection).first(where: {
                $0.key.unit == unit.id
            }),
            let administrator = try AccountStore.administrators(of: unit.id, on: connection).first
        else { throw DemoError.unknownMeasure("four-hour-wait") }
        let context = context(of: administrator.person)
        _ = try PublicLinkStore.make(to: series, expires: nil, context, on: connection)
        let known = try PublicLinkStore.open(to: series.id, at: now, on: connection)
        _ = try PublicLinkStore.make(
            to: series,
            expires: now.advanced(bySeconds: 90 * 86_400),
            context,
            on: connection
        )
        for link in try PublicLinkStore.open(to: series.id, at: now, on: connection)
        where !known.contains(link) {
            try PublicLinkStore.revoke(link, context, on: connection)
        }
    }

    private func context(of person: Person?) -> Context {
        let author =
            person.map { Author(name: $0.name, person: $0.id) } ?? Author(name: FictionalAuthor.lead.rawValue)
        return Context(author: author, now: now)
    }

    /// The first days of the months up to the newest.
    private var days: [Day] {
        var days: [Day] = []
        var day: Day? = Period.month.start(of: community.last)
        while let next = day, days.count < Self.months {
            days.append(next)
            day = next.advanced(by: -1).map(Period.month.start(of:))
        }
        return days.reversed()
    }

    /// A Poisson count, by the product of uniform numbers.
    private static func count(about level: Double, _ random: inout RandomNumbers) -> Double {
        var count = 0.0
        var product = random.uniform()
        let end = exponential(of: -level)
        while product > end {
            count += 1
            product *= random.uniform()
        }
        return count
    }

    /// As exact as a story needs, without another library.
    private static func exponential(of number: Double) -> Double {
        var power = 1 + number / 4_096
        for _ in 0..<12 { power *= power }
        return power
    }
}
