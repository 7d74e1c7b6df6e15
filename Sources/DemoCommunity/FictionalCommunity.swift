import Sightline
import Statistics

/// The fictional community as its three files describe it, laid out in time so that it ends last month.
struct FictionalCommunity: Sendable {
    /// A unit, its sector and how large it is beside the others.
    struct Member: Sendable {
        var code: String
        var name: String
        var kind: Unit.Kind
        /// The code of the unit that it lies in; nil at the top.
        var parent: String?
        var sector: String
        var size: Double
    }

    /// A measure, the sectors that report it, and how its series behave.
    struct Counted: Sendable {
        var key: String
        var title: String
        var why: String
        var domain: String
        var stakeholder: Stakeholder
        var role: Measure.Role
        var better: Direction
        var definition: Definition
        var chart: ChartSettings
        var target: Double?
        var format: ValueFormat
        var sectors: Set<String>
        var behaviour: SeriesBehaviour
    }

    var members: [Member]
    var measures: [Counted]
    var events: [StoryEvent]
    /// The first day of the first of sixty months.
    var first: Day
    /// The last day with data.
    var last: Day

    /// - Parameters:
    ///   - files: `units.csv`, `measures.csv` and `stories.csv` of Demo/fictional.
    ///   - today: the data ends with the last whole month before it.
    init(units: Table, measures: Table, stories: Table, today: Day) throws {
        let month = Period.month.start(of: today)
        guard let last = month.advanced(by: -1), let first = Self.month(before: month, by: 60) else {
            throw DemoError.today(today)
        }
        self.first = first
        self.last = last
        members = try units.map(Self.member)
        self.measures = try measures.map(Self.measure)
        events = try stories.map { row in
            try StoryEvent(
                kind: row.value("event") { StoryEvent.Kind(rawValue: $0) },
                measure: row.text("measure"),
                unit: row.optionalText("unit"),
                day: row.value("months_ago") { Int($0).flatMap { Self.month(before: month, by: $0) } },
                size: row.optionalNumber("size"),
                text: row.text("text")
            )
        }
    }

    /// The members that report a measure.
    func reporters(of measure: Counted) -> [Member] { members.filter { measure.sectors.contains($0.sector) } }

    /// What happened to one series.
    func events(in measure: String, of unit: String) -> [StoryEvent] {
        events.filter { $0.measure == measure && ($0.unit ?? unit) == unit }
    }

    private static func month(before day: Day, by count: Int) -> Day? {
        let months = day.year * 12 + day.month - 1 - count
        return Day(year: months / 12, month: months % 12 + 1, day: 1)
    }

    private static func member(_ row: Table.Row) throws -> Member {
        try Member(
            code: row.text("code"),
            name: row.text("name"),
            kind: row.value("kind") { Unit.Kind(rawValue: $0) },
            parent: row.optionalText("parent"),
            sector: row.text("sector"),
            size: row.optionalNumber("size") ?? 1
        )
    }

    private static func measure(_ row: Table.Row) throws -> Counted {
        let kind = try row.value("chart") { ChartKind(rawValue: $0) }
        return try Counted(
            key: row.text("key"),
            title: row.text("title"),
            why: row.text("why"),
            domain: row.text("domain"),
            stakeholder: row.value("stakeholder") { Stakeholder(rawValue: $0) },
            role: row.value("kind") { Measure.Role(rawValue: $0) },
            better: row.value("better") { Direction(rawValue: $0) },
            definition: Definition(
                numerator: row.text("numerator"),
                denominator: row.optionalText("denominator"),
                period: row.value("period") { Period(rawValue: $0) }
            ),
            chart: ChartSettings(
                kind: kind,
                rules: kind == .run ? .anhoej : .mdc,
                multiplier: row.number("multiplier")
            ),
            target: row.optionalNumber("target"),
            format: ValueFormat(unit: row.text("unit"), decimals: row.value("decimals") { Int($0) }),
            sectors: Set(row.text("sectors").split(separator: ";").map(String.init)),
            behaviour: SeriesBehaviour(
                noise: row.value("noise") { SeriesBehaviour.Noise(rawValue: $0) },
                level: row.number("level"),
                scale: row.optionalNumber("denominator_size"),
                season: row.number("season")
            )
        )
    }
}
