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
        /// One count over another of which it is no part: follow-ups over first appointments.
        case ratioOfCounts = "ratio-of-counts"
    }

    /// Where the limits come from.
    package enum Limits: Equatable, Sendable {
        /// Quantiles of the binomial or Poisson distribution, interpolated between whole counts; for ratios of
        /// counts, which have none, the `interval`.
        case exact
        /// The interval around the centre line: Wilson's for proportions, Garwood's for rates and standardised
        /// ratios, Woolf's for ratios of counts (see ``CountRatio``).
        case interval
        /// Normal limits on the scale that evens out the variance: arcsine for proportions, logarithm for
        /// ratios of counts, else square root.
        ///
        /// For ratios of counts they are FunnelPlotR's, with a standard error of 1/(2√n): the smaller the
        /// ratio, the more of chance lies outside them. `interval` and `overdispersed` don't suffer from it.
        case transformed
        /// As `transformed`, widened by the variance between institutions that chance does not explain.
        case overdispersed(Trimming)
    }

    /// How extreme institutions are kept from inflating the variance between institutions.
    package enum Trimming: Equatable, Sendable {
        /// The outer 10% of z-scores at each end are pulled in to the 10% quantile (Spiegelhalter 2005).
        case winsorised
        /// The outer 10% at each end are left out, and all but proportions go on the log scale (NHS SHMI).
        case truncated
    }

    package var measure: Measure
    package var limits = Limits.exact
    /// What values, centre line and limits are multiplied by after all calculation: 100, 1,000, 100,000.
    package var multiplier = 1.0

    package init(_ measure: Measure) { self.measure = measure }
}
