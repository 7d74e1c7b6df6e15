import Sightline
import Statistics
import Storage

/// Small pieces that many tests are made of.
enum Samples {
    static func context(_ seed: UInt64 = 1, at seconds: Int64 = 1_700_000_000) -> Context {
        let bits = SeededBits(seed)
        return Context(
            author: Author(name: "Ada"),
            now: Timestamp(microseconds: seconds * 1_000_000),
            random: { bits.next() }
        )
    }

    static func day(_ text: String) -> Day { Day(text) ?? .first }

    /// The first of a month so many months after January 2020.
    static func month(_ index: Int) -> Day {
        Day(year: 2020 + index / 12, month: index % 12 + 1, day: 1) ?? .first
    }

    /// A value a month from January 2020, or from so many months later.
    static func months(_ values: [Double?], from start: Int = 0) -> Observations {
        var observations = Observations()
        for (index, value) in values.enumerated() {
            observations.append(Observation(day: month(start + index), numerator: value))
        }
        return observations
    }

    /// Numerators over denominators, a month each from January 2020.
    static func months(_ ratios: [(Double, Double)]) -> Observations {
        var observations = Observations()
        for (index, ratio) in ratios.enumerated() {
            observations.append(
                Observation(day: month(index), numerator: ratio.0, denominator: ratio.1)
            )
        }
        return observations
    }

    /// A stable process about 100, without signals.
    static func stable(_ count: Int) -> [Double] {
        (0..<count).map { [101.0, 98, 103, 99, 97, 102, 100, 96, 104][$0 % 9] }
    }

    static func measure(
        _ key: String = "falls",
        better: Direction = .down,
        kind: ChartKind = .individuals,
        denominator: String? = nil,
        period: Period = .month,
        multiplier: Double = 1,
        seed: UInt64 = 7
    ) -> Measure {
        Measure(
            id: context(seed).makeID(),
            key: key,
            title: "Falls",
            stakeholder: .patient,
            role: .outcome,
            better: better,
            definition: Definition(numerator: "Falls with harm", denominator: denominator, period: period),
            chart: ChartSettings(kind: kind, multiplier: multiplier)
        )
    }

    static func picture(
        _ values: [Double?],
        _ measure: Measure = measure(),
        phases: [Phase] = []
    ) throws -> SeriesPicture {
        try AnalysisBuilder.picture(of: measure, months(values), phases: phases)
    }
}
