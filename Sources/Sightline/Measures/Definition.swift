package import Statistics

/// What exactly is counted, in words, and how often.
///
/// A changed definition is a new version and starts new series.
package struct Definition: Equatable, Sendable {
    /// From 1; the store counts it.
    package var version: Int
    package var numerator: String
    /// Nil where observations are plain values.
    package var denominator: String?
    package var period: Period

    package init(version: Int = 1, numerator: String, denominator: String? = nil, period: Period) {
        self.version = version
        self.numerator = numerator
        self.denominator = denominator
        self.period = period
    }

    /// Whether both say the same, whatever their version.
    package func saysTheSame(as other: Definition) -> Bool {
        var other = other
        other.version = version
        return self == other
    }
}
