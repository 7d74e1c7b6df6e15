/// What is known of a measure's data when a chart is chosen for it.
package struct DataSummary: Equatable, Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        /// One number a point: minutes, pounds, a score.
        case measurement
        /// Several measurements a point.
        case subgroups
        /// A total over a base that isn't a number of chances: minutes per visit.
        case average
        /// Events in equal stretches of time.
        case count
        /// Cases that have something, of all cases.
        case proportion
        /// Events per exposure: falls per bed day.
        case rate
        /// Days or hours from one event to the next.
        case timeBetweenEvents = "time-between-events"
        /// Cases without the event from one event to the next.
        case casesBetweenEvents = "cases-between-events"
    }

    package var kind: Kind
    /// Points with data; nil before there are any.
    package var points: Int?
    /// The share of points without an event or, for a proportion, with nothing but events; from 0 to 1.
    package var shareOfZeros = 0.0
    /// The largest denominator over the smallest above 0; 1 where all are equal.
    package var denominatorSpread = 1.0
    /// How much neighbouring points differ, as a multiple of what chance alone gives counts and proportions.
    ///
    /// Laney's sigma z (Quality Engineering 14, 2002); nil where it isn't known.
    package var sigmaZ: Double?
    /// Whether the date of each event is known, so that the times between them can be charted.
    package var hasEventDates = false

    package init(_ kind: Kind) { self.kind = kind }
}

extension DataSummary {
    /// What can be told of a series from its numbers alone.
    ///
    /// Whole numbers from 0 that vary as chance makes counts vary are taken for counts; positive numbers as
    /// skewed as waiting times for times between events. Missing and excluded points, and denominators of 0
    /// or less, are left out.
    package init(_ input: ChartInput) {
        let skipped = Set(input.missing).union(input.excluded)
        let kept = (0..<input.count).filter { !skipped.contains($0) }
        switch input.content {
        case .subgroups:
            self.init(.subgroups)
            points = kept.count
        case .values(let values):
            self.init(values: kept.map { values[$0] })
        case .ratios(let numerators, let denominators):
            let pairs = zip(numerators, denominators).enumerated().filter { index, pair in
                !skipped.contains(index) && pair.1 > 0
            }
            self.init(numerators: pairs.map(\.element.0), denominators: pairs.map(\.element.1))
        }
    }

    /// Distinguishes counts and times between events from other measurements.
    private init(values: [Double]) {
        let mean = values.reduce(0, +) / Double(max(values.count, 1))
        let sigma = Self.meanMovingRange(values) / MovingRange.rangeOfTwo
        let areCounts = values.allSatisfy { $0 >= 0 && $0 == $0.rounded() } && mean > 0
        let sigmaZ = areCounts ? sigma / mean.squareRoot() : nil
        if let sigmaZ, ChartAdvice.explainedByChance.contains(sigmaZ) {
            self.init(.count)
        } else {
            self.init(Self.areWaitingTimes(values, mean: mean) ? .timeBetweenEvents : .measurement)
        }
        self.sigmaZ = sigmaZ
        points = values.count
        shareOfZeros = Self.share(of: values) { $0 == 0 }
    }

    private init(numerators: [Double], denominators: [Double]) {
        let pairs = Array(zip(numerators, denominators))
        let areCounts = numerators.allSatisfy { $0 >= 0 && $0 == $0.rounded() }
        let areParts = denominators.allSatisfy { $0 == $0.rounded() } && pairs.allSatisfy { $0 <= $1 }
        self.init(!areCounts ? .average : areParts ? .proportion : .rate)
        points = pairs.count
        if let least = denominators.min(), let most = denominators.max() { denominatorSpread = most / least }
        guard areCounts else { return }
        let zeros = Self.share(of: pairs) { $0.0 == 0 }
        shareOfZeros = areParts ? max(zeros, Self.share(of: pairs) { $0.0 == $0.1 }) : zeros
        let common = numerators.reduce(0, +) / denominators.reduce(0, +)
        let variance = kind == .proportion ? common * (1 - common) : common
        guard variance > 0 else { return }
        let scores = pairs.map { ($0 / $1 - common) / (variance / $1).squareRoot() }
        sigmaZ = Self.meanMovingRange(scores) / MovingRange.rangeOfTwo
    }

    /// Times between events that chance makes are exponential: spread equal to the mean, skewness 2.
    private static func areWaitingTimes(_ values: [Double], mean: Double) -> Bool {
        guard values.count >= ChartAdvice.fewestPoints, values.allSatisfy({ $0 > 0 }) else { return false }
        let count = Double(values.count)
        let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count
        let deviation = variance.squareRoot()
        guard deviation > 0.7 * mean else { return false }
        let third = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) * ($1 - mean) } / count
        return third > variance * deviation
    }

    /// 0 for fewer than two values.
    private static func meanMovingRange(_ values: [Double]) -> Double {
        let ranges = zip(values, values.dropFirst()).map { ($0 - $1).magnitude }
        return ranges.isEmpty ? 0 : ranges.reduce(0, +) / Double(ranges.count)
    }

    private static func share<Value>(of values: [Value], _ holds: (Value) -> Bool) -> Double {
        values.isEmpty ? 0 : Double(values.count(where: holds)) / Double(values.count)
    }
}
