/// How often a stable process signals on a chart, by chance alone.
package struct ChanceOfSignal: Equatable, Sendable {
    /// A simulated number and how far it may be off.
    package struct Estimate: Equatable, Sendable {
        package var value: Double
        package var standardError: Double
    }

    package var any: Estimate
    package var latest: Estimate
    package var expected: Estimate
    /// Whether the chart is longer than any simulated one: at least so often, as signals only add up.
    package var isLowerBound = false

    /// The probability that at least one point signals.
    package var anySignal: Double { any.value }
    /// The probability that the newest point belongs to a signal.
    package var latestPoint: Double { latest.value }
    /// The expected number of signalling points.
    package var expectedSignals: Double { expected.value }

    /// The chance between two others; `weight` runs from 0, here, to 1, at the other.
    func mixed(with other: ChanceOfSignal, weight: Double) -> ChanceOfSignal {
        func mix(_ here: Estimate, _ there: Estimate) -> Estimate {
            Estimate(
                value: here.value + weight * (there.value - here.value),
                standardError: max(here.standardError, there.standardError)
            )
        }
        return ChanceOfSignal(
            any: mix(any, other.any),
            latest: mix(latest, other.latest),
            expected: mix(expected, other.expected),
            isLowerBound: isLowerBound || other.isLowerBound
        )
    }
}
