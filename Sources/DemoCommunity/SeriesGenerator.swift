import Sightline
import Statistics

/// Makes the observations of one fictional series: the same for the same seed.
struct SeriesGenerator {
    private let behaviour: SeriesBehaviour
    private let size: Double
    private let events: [StoryEvent]
    private let last: Day
    private var random: RandomNumbers

    /// - Parameters:
    ///   - name: names the series; its random numbers depend on nothing else.
    ///   - size: how large the unit is beside the others.
    init(_ behaviour: SeriesBehaviour, name: String, size: Double, events: [StoryEvent], last: Day) {
        var behaviour = behaviour
        var random = RandomNumbers(
            seed: name.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        )
        // No two parts are alike: levels differ by some 6%.
        behaviour.level *= 1 + 0.06 * min(max(random.normal(), -2), 2)
        self.behaviour = behaviour
        self.size = size
        self.events = events
        self.last = last
        self.random = random
    }

    /// One observation a period, from the period that holds `first` to the last day, or until the unit left.
    mutating func observations(every period: Period, from first: Day) -> [Observation] {
        let end = events.first { $0.kind == .left || $0.kind == .late }?.day ?? last
        let begin = events.first { $0.kind == .began }?.day ?? first
        switch behaviour.noise {
        case .gap, .geometric: return gaps(from: first, until: end)
        case .binomial, .poisson, .normal, .ratio: break
        }
        var observations: [Observation] = []
        // Weeks start on a Monday: the first whole one.
        var day = period.start(of: first) < first ? period.next(after: first) : first
        while let start = day, let next = period.next(after: start), let finish = next.advanced(by: -1),
            finish <= end
        {
            // What lies before the beginning is made as well: later numbers don't depend on when that was.
            let made = observation(on: start)
            let isWithheld = events.contains { $0.kind == .withheld && $0.day == start }
            let told = isWithheld ? Observation(day: start, numerator: nil, flags: .suppressed) : made
            if start >= begin { observations.append(told) }
            day = next
        }
        return observations
    }

    private mutating func observation(on day: Day) -> Observation {
        let level = behaviour.level(on: day, after: events, until: last)
        guard behaviour.noise != .normal else {
            let value = level * (1 + (behaviour.scale ?? 0.05) * random.normal())
            return Observation(
                day: day,
                numerator: Self.rounded(max(value, 0), parts: level < 1 ? 10_000 : 10)
            )
        }
        guard let scale = behaviour.scale else {
            let count = CountDistribution.poisson(mean: level * size).quantile(random.uniform())
            return Observation(day: day, numerator: count)
        }
        let denominator = max((scale * size * (1 + 0.05 * random.normal())).rounded(), 1)
        return Observation(day: day, numerator: numerator(level, of: denominator), denominator: denominator)
    }

    private mutating func numerator(_ level: Double, of denominator: Double) -> Double {
        // Large counts vary by more than chance: real ones do, and P' and U' charts exist for it.
        let wobble = 1 + (denominator > 1_000 ? 0.02 : 0) * random.normal()
        switch behaviour.noise {
        case .binomial:
            let probability = min(max(level * wobble, 0.001), 0.999)
            return CountDistribution.binomial(trials: denominator, probability: probability).quantile(
                random.uniform()
            )
        case .ratio:
            return Self.rounded(
                level * denominator * (1 + 0.5 * random.normal() / denominator.squareRoot()) * wobble,
                parts: 1
            )
        case .poisson, .normal, .gap, .geometric:
            return CountDistribution.poisson(mean: level * denominator * wobble).quantile(random.uniform())
        }
    }

    /// Days (or counts) between events, one observation an event, on its day.
    private mutating func gaps(from first: Day, until end: Day) -> [Observation] {
        // A hospital of size 1 fills 360 beds a day; events that follow on the same day wait for the next.
        let perDay = behaviour.noise == .geometric ? 360 * size : 1
        var observations: [Observation] = []
        var day = first
        while true {
            let level = behaviour.level(on: day, after: events, until: last)
            let gap = (random.exponential() * level).rounded(.up)
            let days = max(Int(gap / perDay), 1)
            guard let next = day.advanced(by: days), next <= end else { return observations }
            observations.append(Observation(day: next, numerator: max(gap, 1)))
            day = next
        }
    }

    /// To so many parts of 1.
    private static func rounded(_ value: Double, parts: Double) -> Double {
        (value * parts).rounded() / parts
    }
}
