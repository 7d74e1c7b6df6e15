/// A comparison of institutions against limits that narrow with the size of their denominators.
///
/// Sources: Spiegelhalter, "Funnel plots for comparing institutional performance", Statistics in Medicine 24,
/// 2005; limits as in FunnelPlotR, PowerBI-Funnels and clinical-qikit (see ``FunnelOptions/Limits``).
package struct FunnelPlot: Sendable {
    package let options: FunnelOptions
    /// The common proportion or rate (all numerators over all denominators) or 1, multiplied.
    ///
    /// Nil where no institution has a denominator.
    package let centreLine: Double?
    /// Nil unless the limits are adjusted for it.
    package let overdispersion: Overdispersion?
    /// The institutions whose denominator is above 0, in the order of the input.
    package let points: [Point]

    private let model: FunnelModel?

    /// One institution.
    package struct Point: Sendable {
        /// Its place in the input.
        package var index: Int
        package var numerator: Double
        package var denominator: Double
        /// Numerator over denominator, multiplied.
        package var value: Double
        /// Standard errors from the centre line on the transformed scale, overdispersion allowed for.
        package var score: Double
        package var limits: LimitsPair

        /// The side on which the value lies beyond the 95% limits; nil within or on them.
        package var outside95: Side? { limits.middle95.side(of: value) }
        /// The side on which the value lies beyond the 99.8% limits; nil within or on them.
        package var outside998: Side? { limits.middle998.side(of: value) }
    }

    /// The limits at one denominator, multiplied.
    package struct LimitsPair: Equatable, Sendable {
        /// Chance alone leaves 5% of institutions outside.
        package var middle95: Interval
        /// Chance alone leaves 0.2% of institutions outside.
        package var middle998: Interval
    }

    /// A place on the curves.
    package struct CurvePoint: Sendable {
        package var denominator: Double
        package var limits: LimitsPair
    }

    /// Compares institutions.
    ///
    /// - Parameters:
    ///   - numerators: successes, or events, one an institution.
    ///   - denominators: trials, exposure or expected events, in the same order; 0 leaves an institution out.
    ///   - options: the kind of measure and of limits.
    /// - Throws: `FunnelError` for unequal counts, numbers that are infinite, NaN, negative or out of range,
    ///   and proportions above 1.
    package init(
        numerators: [Double],
        denominators: [Double],
        _ options: FunnelOptions
    ) throws(FunnelError) {
        try Self.check(numerators, denominators, options.measure)
        let indices = denominators.indices.filter { denominators[$0] > 0 }
        let kept = indices.map { (numerator: numerators[$0], denominator: denominators[$0]) }
        var model = FunnelModel(kept, options)
        model?.adjust(to: kept)

        self.options = options
        self.model = model
        centreLine = model.map { $0.centre * options.multiplier }
        overdispersion = model?.overdispersion
        points = zip(indices, kept).compactMap { index, pair in
            model.map { model in
                Point(
                    index: index,
                    numerator: pair.numerator,
                    denominator: pair.denominator,
                    value: pair.numerator / pair.denominator * options.multiplier,
                    score: model.score(numerator: pair.numerator, denominator: pair.denominator),
                    limits: model.limits(at: pair.denominator)
                )
            }
        }
    }

    /// The limits over a range of denominators, ascending, closer together where the funnel is steep.
    ///
    /// - Parameters:
    ///   - range: denominators, the lowest above 0.
    ///   - steps: how many places there are besides the first; at least 1.
    /// - Returns: empty where there are no points, or the range or steps are not as above.
    package func curve(over range: ClosedRange<Double>, steps: Int = 100) -> [CurvePoint] {
        guard let model, range.lowerBound > 0, range.upperBound < .infinity, steps >= 1 else { return [] }
        let first = range.lowerBound.squareRoot()
        let last = range.upperBound.squareRoot()
        return (0...steps).map { step in
            let root = first + (last - first) * Double(step) / Double(steps)
            let denominator = step == 0 ? range.lowerBound : step == steps ? range.upperBound : root * root
            return CurvePoint(denominator: denominator, limits: model.limits(at: denominator))
        }
    }

    private static func check(
        _ numerators: [Double],
        _ denominators: [Double],
        _ measure: FunnelOptions.Measure
    ) throws(FunnelError) {
        guard numerators.count == denominators.count else {
            throw .differentCounts(numerators: numerators.count, denominators: denominators.count)
        }
        let range = 1 / ChartInput.largestMagnitude...ChartInput.largestMagnitude
        for (index, (numerator, denominator)) in zip(numerators, denominators).enumerated() {
            guard numerator.isFinite, denominator.isFinite else { throw .notFinite(index: index) }
            guard numerator >= 0 else { throw .negative(index: index, value: numerator) }
            guard denominator >= 0 else { throw .negative(index: index, value: denominator) }
            guard numerator <= ChartInput.largestMagnitude else {
                throw .outOfRange(index: index, value: numerator)
            }
            guard denominator == 0 || range.contains(denominator) else {
                throw .outOfRange(index: index, value: denominator)
            }
            if measure == .proportion, numerator > denominator {
                throw .numeratorAboveDenominator(
                    index: index,
                    numerator: numerator,
                    denominator: denominator
                )
            }
        }
    }
}

extension Interval {
    /// The side on which a value lies beyond the interval; nil within or on its ends.
    package func side(of value: Double) -> Side? {
        value > upper ? .above : value < lower ? .below : nil
    }
}
