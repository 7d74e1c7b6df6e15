package import Statistics

/// The observations of a series in columns, ascending by day, one a day at most.
package struct Observations: Equatable, Sendable {
    package private(set) var days: [Day] = []
    /// Numerators or plain values; 0 where missing.
    package private(set) var numerators: [Double] = []
    /// As many as there are days, 0 where only this one has none; empty where no observation has one.
    package private(set) var denominators: [Double] = []
    /// As many as there are days.
    package private(set) var flags: [Observation.Flags] = []

    package init() {}

    /// - Parameter observations: in any order.
    /// - Throws: ``ObservationsError/repeatedDay(_:)``.
    package init(_ observations: some Sequence<Observation>) throws(ObservationsError) {
        for observation in observations.sorted(by: { $0.day < $1.day }) {
            guard days.last != observation.day else { throw .repeatedDay(observation.day) }
            append(observation)
        }
    }

    package var count: Int { days.count }
    package var isEmpty: Bool { days.isEmpty }
    package var indices: Range<Int> { days.indices }

    package subscript(index: Int) -> Observation {
        Observation(
            day: days[index],
            numerator: isMissing(at: index) ? nil : numerators[index],
            denominator: denominators.isEmpty ? nil : denominators[index],
            flags: flags[index].subtracting(.missing)
        )
    }

    package func isMissing(at index: Int) -> Bool { flags[index].contains(.missing) }

    /// Adds an observation of a later day than the last.
    package mutating func append(_ observation: Observation) {
        precondition(days.last.map { $0 < observation.day } ?? true, "observations ascend by day")
        if let denominator = observation.denominator {
            if denominators.isEmpty { denominators = [Double](repeating: 0, count: count) }
            denominators.append(denominator)
        } else if !denominators.isEmpty {
            denominators.append(0)
        }
        days.append(observation.day)
        // What is withheld has no number, whatever stood beside it.
        let numerator = observation.flags.contains(.suppressed) ? nil : observation.numerator
        numerators.append(numerator ?? 0)
        flags.append(
            numerator == nil ? observation.flags.union(.missing) : observation.flags.subtracting(.missing)
        )
    }

    /// Adds columns that ascend from after the last day; the codec has checked it.
    mutating func append(
        days: [Day],
        numerators: [Double],
        denominators: [Double]?,
        flags: [Observation.Flags]
    ) {
        if let denominators {
            if self.denominators.isEmpty { self.denominators = [Double](repeating: 0, count: count) }
            self.denominators += denominators
        } else if !self.denominators.isEmpty {
            self.denominators += [Double](repeating: 0, count: days.count)
        }
        self.days += days
        self.numerators += numerators
        self.flags += flags
    }

    /// The same on other days, which ascend as well.
    func with(days: [Day]) -> Observations {
        var moved = self
        moved.days = days
        return moved
    }

    /// The first so many.
    package func prefix(_ count: Int) -> Observations {
        var prefix = self
        prefix.days.removeSubrange(count...)
        prefix.numerators.removeSubrange(count...)
        prefix.flags.removeSubrange(count...)
        if !prefix.denominators.isEmpty { prefix.denominators.removeSubrange(count...) }
        return prefix
    }

    /// Whether two observations, here and there, are the same.
    func isSame(at index: Int, as other: Observations, at otherIndex: Int) -> Bool {
        days[index] == other.days[otherIndex] && numerators[index] == other.numerators[otherIndex]
            && flags[index] == other.flags[otherIndex]
            && denominator(at: index) == other.denominator(at: otherIndex)
    }

    private func denominator(at index: Int) -> Double {
        denominators.isEmpty ? 0 : denominators[index]
    }
}

package enum ObservationsError: Error, Equatable, Sendable {
    case repeatedDay(Day)
}
