import RealModule

/// The logarithm of a ratio of two counts, and its standard error.
///
/// Half an event is added to each count, so that none has a logarithm too; the variance of a count's
/// logarithm is 1 over the count. Sources: Woolf, On estimating the relation between blood group and disease,
/// Annals of Human Genetics 19, 1955; Spiegelhalter 2005, appendix A.3; as FunnelPlotR and PowerBI-Funnels have
/// it.
enum CountRatio {
    /// The logarithm of an institution's ratio.
    static func logarithm(_ numerator: Double, _ denominator: Double) -> Double {
        Double.log((numerator + 0.5) / (denominator + 0.5))
    }

    /// The variance of the logarithm for an institution's own counts.
    static func ownVariance(_ numerator: Double, _ denominator: Double) -> Double {
        term(numerator) + term(denominator)
    }

    /// The variance that the centre line expects at a denominator.
    ///
    /// Fewer events than half of one count as half: less would mean more certainty.
    static func expectedVariance(ratio: Double, at denominator: Double) -> Double {
        term(max(0.5, ratio * denominator)) + term(max(0.5, denominator))
    }

    private static func term(_ count: Double) -> Double { count / ((count + 0.5) * (count + 0.5)) }
}
