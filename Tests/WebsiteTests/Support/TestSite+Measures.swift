import Sightline
import Statistics
import Storage
import Testing
import Website

extension TestSite {
    /// What tests record things with.
    var context: Context { Context(author: Author(name: "Ada"), now: clock.now) }

    /// Adds a measure: monthly falls, of which fewer are better, unless a test changes it.
    func addMeasure(
        _ key: String = "falls",
        _ change: (inout Measure) -> Void = { _ in }
    ) async throws -> Measure {
        var measure = Measure(
            id: context.makeID(),
            key: key,
            title: "Falls",
            stakeholder: .patient,
            role: .outcome,
            better: .down,
            definition: Definition(numerator: "Falls with harm", period: .month),
            chart: ChartSettings(kind: .individuals)
        )
        change(&measure)
        let changed = measure
        try await database.write { try MeasureStore.insert(changed, context, on: $0) }
        return changed
    }

    /// The same as a share of everyone, in per cent, of which more is better.
    func addProportion(_ key: String = "seen") async throws -> Measure {
        try await addMeasure(key) { measure in
            measure.title = "Seen in time"
            measure.stakeholder = .staff
            measure.domain = "Urgent care"
            measure.better = .up
            measure.definition.denominator = "Everyone"
            measure.chart = ChartSettings(kind: .pPrime, multiplier: 100)
            measure.format = ValueFormat(unit: "%", decimals: 1)
        }
    }

    /// Records a value a month from January 2023, over `denominator` where the measure has one.
    @discardableResult
    func record(
        _ values: [Double?],
        of measure: Measure,
        in unit: Unit.ID,
        group: String = "",
        over denominator: Double? = nil
    ) async throws -> Series.ID {
        var observations = Observations()
        for (index, value) in values.enumerated() {
            let day = try #require(Day(year: 2023 + index / 12, month: index % 12 + 1, day: 1))
            let hasValue = value != nil
            observations.append(
                Observation(day: day, numerator: value, denominator: hasValue ? denominator : nil)
            )
        }
        return try await record([
            Proposal(measure: measure.id, unit: unit, group: group, observations: observations)
        ])
    }

    /// Records proposals and gives back the series of the first.
    @discardableResult
    func record(_ proposals: [Proposal]) async throws -> Series.ID {
        try await database.write { connection in
            _ = try SeriesStore.record(proposals, reason: "Monthly return", context, on: connection)
            let first = try #require(proposals.first)
            let key = Series.Key(measure: first.measure, version: 1, unit: first.unit, group: first.group)
            return try #require(try SeriesStore.find(key, on: connection)).id
        }
    }

    /// The recordings of the site, the newest first.
    func recordings() async throws -> [Recording] {
        try await database.read { try RecordingStore.newest(100, on: $0) }
    }
}

/// Numbers to record.
enum Values {
    /// A process about 100 without signals.
    static func stable(_ count: Int) -> [Double] {
        (0..<count).map { [101.0, 98, 103, 99, 97, 102, 100, 96, 104][$0 % 9] }
    }

    /// Two stable years, and nine months about 110.
    static let shifted = stable(24) + stable(9).map { $0 + 10 }
}
