/// When a count is too small to be shown, and how counts that are shown are rounded.
///
/// The practice of official statistics: small counts are withheld first (primary suppression), then as many others
/// as it takes that no total gives them away (secondary or complementary suppression); what is left may be rounded.
/// See Hundepool and others, Statistical Disclosure Control, Wiley 2012, chapter 4.
package struct SuppressionRule: Equatable, Sendable {
    /// Counts from 1 to one below it are withheld.
    package var threshold: Int
    /// Whether a count of none is withheld as well.
    package var withholdsZeros: Bool
    /// Whether others are withheld so that nothing can be worked out; only a test switches it off.
    package var isComplementary: Bool

    package init(threshold: Int, withholdsZeros: Bool = false, isComplementary: Bool = true) {
        self.threshold = threshold
        self.withholdsZeros = withholdsZeros
        self.isComplementary = isComplementary
    }

    /// Whether a count is withheld for its own sake.
    package func isSmall(_ count: Double) -> Bool {
        let size = count.magnitude
        return size == 0 ? withholdsZeros : size < Double(threshold)
    }

    /// The least that a withheld count can be, as everybody knows who knows the rule.
    package var floor: Double { withholdsZeros ? 0 : 1 }

    /// What nobody may be able to rule out of a small count: all of this, which reaches up to the first count that
    /// would have been shown, so that not even its smallness is certain.
    package var protection: ClosedRange<Double> { floor...Double(max(threshold, 1)) }

    /// A count as it is shown: to the nearest multiple of a base, halves away from zero; as it is where there is no
    /// base.
    ///
    /// Each count is rounded by itself, totals too: rounded parts need not add up to their rounded total.
    package static func rounded(_ count: Double, to base: Int?) -> Double {
        guard let base, base > 1 else { return count }
        return (count / Double(base)).rounded(.toNearestOrAwayFromZero) * Double(base)
    }
}
