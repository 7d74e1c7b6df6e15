/// How institutions are compared in a funnel plot.
package struct FunnelOptions: Sendable {
    /// What the numerators and denominators are.
    package enum Measure: String, CaseIterable, Sendable {
        /// Successes over trials.
        case proportion
        /// Events over exposure: bed days, population.
        case rate
        /// Observed over expected events; the centre line is 1.
        case standardisedRatio = "standardised-ratio"
    }

    /// Where the limits come from.
    package enum Limits: Equatable, Sendable {
        /// Quantiles of the binomial or Poisson distribution, interpolated between whole counts.
        case exact
        /// The interval around the centre line: Wilson's for proportions, Garwood's for rates and ratios.
        case interval
        /// Normal limits on the scale that evens out the variance: arcsine for proportions, else square root.
        case transformed
        /// As `transformed`, widened by the variance between institutions that chance does not explain.
        case overdispersed(Trimming)
    }

    /// How extreme institutions are kept from inflating the variance between institutions.
    package enum Trimming: Equatable, Sendable {
        /// The outer 10% of z-scores at each end are pulled in to the 10% quantile (Spiegelhalter 2005).
        case winsorised
        /// The outer 10% at each end are left out, and rates and ratios go on the log scale (NHS SHMI).
        case truncated
    }

    package var measure: Measure
    package var limits = Limits.exact
    /// What values, centre line and limits are multiplied by after all calculation: 100, 1,000, 100,000.
    package var multiplier = 1.0

    package init(_ measure: Measure) { self.measure = measure }
}
