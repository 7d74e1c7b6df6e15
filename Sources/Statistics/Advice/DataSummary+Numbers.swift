extension DataSummary {
    /// What can be told of a series from its numbers alone.
    ///
    /// Whole numbers from 0 that vary as chance makes counts vary, or that are few, are taken for counts; whole
    /// numbers that are skewed as cases between rare events for those; other positive numbers as skewed as
    /// waiting times for times between events. Missing and excluded points, and denominators of 0, say
    /// nothing of the spread. But what a chart refuses in any point that has data rules its kind out: it must
    /// be possible to draw the chart advised.
    package init(_ input: ChartInput) {
        let missing = Set(input.missing)
        let skipped = missing.union(input.excluded)
        let present = (0..<input.count).filter { !missing.contains($0) }
        let kept = present.filter { !skipped.contains($0) }
        switch input.content {
        case .subgroups:
            self.init(.subgroups)
            points = kept.count
        case .values(let values):
            self.init(values: kept.map { values[$0] }, among: present.map { values[$0] })
        case .ratios(let numerators, let denominators):
            let held = present.filter { denominators.indices.contains($0) }
            self.init(
                ratios: kept.filter { denominators.indices.contains($0) && denominators[$0] > 0 }
                    .map { (numerators[$0], denominators[$0]) },
                among: held.map { (numerators[$0], denominators[$0]) }
            )
        }
    }

    /// Distinguishes counts, and cases and times between events, from other measurements.
    private init(values: [Double], among present: [Double]) {
        let mean = Average.mean(values[...]) ?? 0
        let areCounts = present.allSatisfy(Self.isCount)
        var dispersion: Dispersion?
        if areCounts, mean > 0 {
            dispersion = Dispersion(values.map { ($0 - mean) / mean.squareRoot() })
        }
        if areCounts, (dispersion?.verdict ?? .chance) == .chance {
            self.init(.count)
        } else if areCounts, SkewedShape.areGaps(values) {
            self.init(.casesBetweenEvents)
        } else if areCounts, mean < ChartAdvice.rareBelowEventsPerPoint {
            self.init(.count)
        } else if present.allSatisfy({ $0 > 0 }), SkewedShape.areTimes(values) {
            self.init(.timeBetweenEvents)
        } else {
            self.init(.measurement)
        }
        self.dispersion = dispersion
        if areCounts { eventsPerPoint = mean }
        points = values.count
        shareOfZeros = Self.share(of: values) { $0 == 0 }
    }

    private typealias Ratio = (numerator: Double, denominator: Double)

    private init(ratios: [Ratio], among present: [Ratio]) {
        let areCounts = present.allSatisfy { Self.isCount($0.numerator) }
        let areParts = present.allSatisfy { Self.isCount($0.denominator) && $0.numerator <= $0.denominator }
        self.init(!areCounts ? .average : areParts ? .proportion : .rate)
        points = ratios.count
        let denominators = ratios.map(\.denominator)
        if let least = denominators.min(), let most = denominators.max() { denominatorSpread = most / least }
        guard areCounts, !ratios.isEmpty else { return }
        let events = ratios.reduce(0) { $0 + $1.numerator }
        let chances = denominators.reduce(0, +)
        let zeros = Self.share(of: ratios) { $0.numerator == 0 }
        let full = Self.share(of: ratios) { $0.numerator == $0.denominator }
        shareOfZeros = areParts ? max(zeros, full) : zeros
        eventsPerPoint = (areParts ? min(events, chances - events) : events) / Double(ratios.count)
        let common = events / chances
        let variance = areParts ? common * (1 - common) : common
        guard variance > 0 else { return }
        dispersion = Dispersion(
            ratios.map { ($0.numerator / $0.denominator - common) / (variance / $0.denominator).squareRoot() }
        )
    }

    private static func isCount(_ number: Double) -> Bool { number >= 0 && number == number.rounded() }

    private static func share<Value>(of values: [Value], _ holds: (Value) -> Bool) -> Double {
        values.isEmpty ? 0 : Double(values.count(where: holds)) / Double(values.count)
    }
}
