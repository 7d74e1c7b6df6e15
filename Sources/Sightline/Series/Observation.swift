package import Statistics

/// What was observed in one period.
package struct Observation: Equatable, Sendable {
    package var day: Day
    /// The numerator, or the plain value where the measure has no denominator; nil where it is missing.
    package var numerator: Double?
    package var denominator: Double?
    package var flags: Flags

    package init(day: Day, numerator: Double?, denominator: Double? = nil, flags: Flags = []) {
        self.day = day
        self.numerator = numerator
        self.denominator = denominator
        self.flags = flags
    }

    package struct Flags: OptionSet, Hashable, Sendable {
        package let rawValue: UInt8
        package init(rawValue: UInt8) { self.rawValue = rawValue }

        /// It may still be revised by its source.
        package static let provisional = Flags(rawValue: 1)
        /// Its source withheld it; there is no number.
        package static let suppressed = Flags(rawValue: 2)
        /// There is no number; kept in step with ``Observation/numerator``.
        static let missing = Flags(rawValue: 4)
    }
}
