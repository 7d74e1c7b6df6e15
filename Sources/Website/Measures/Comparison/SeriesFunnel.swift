import Sightline
import Statistics
import Storage

/// Units side by side in the newest period of a series, where denominators say how much is chance.
struct SeriesFunnel: Sendable {
    let plot: FunnelPlot
    /// One a point of the plot.
    let units: [Neighbour]
    /// The place of the series' own unit among them; nil where it is their total, or has no number.
    let own: Int?
    /// The first of the period.
    let day: Day

    /// A unit with its series of the measure.
    typealias Neighbour = (series: Series, unit: Unit)

    /// What comes of comparing units.
    enum Outcome: Sendable {
        case funnel(SeriesFunnel)
        /// So many units have a number in the period that starts on a day.
        case tooFew(Int, Day)
        /// The measure has no denominators to compare by, or no values yet.
        case notComparable
    }

    /// Fewer units say nothing of how much units differ.
    static let fewestUnits = 5

    /// - Parameter units: the series to compare, in the order of the points.
    static func outcome(
        of reading: SeriesReading,
        among units: [Neighbour],
        as reader: Readership,
        on connection: any SQLConnection
    ) throws -> Outcome {
        let kind = reading.measure.chart.kind
        let isProportion = kind == .p || kind == .pPrime
        let isRate = kind == .u || kind == .uPrime
        guard isProportion || isRate, let newest = reading.picture.analysis.newestPlotted else {
            return .notComparable
        }
        let day = reading.picture.observations.days[newest]
        let found = try OutsideStore.observations(
            on: day,
            of: units.map(\.series),
            reading.measure,
            for: reader,
            on: connection
        )
        let points = units.compactMap { unit -> (unit: Neighbour, numerator: Double, denominator: Double)? in
            guard
                let numerator = found[unit.series.id]?.numerator,
                let denominator = found[unit.series.id]?.denominator, denominator > 0
            else { return nil }
            return (unit, numerator, denominator)
        }
        guard points.count >= fewestUnits else { return .tooFew(points.count, day) }
        var options = FunnelOptions(isProportion ? .proportion : .rate)
        options.limits = kind == .pPrime || kind == .uPrime ? .overdispersed(.winsorised) : .exact
        options.multiplier = reading.measure.chart.multiplier
        let plot = try? FunnelPlot(
            numerators: points.map(\.numerator),
            denominators: points.map(\.denominator),
            options
        )
        guard let plot else { return .notComparable }
        return .funnel(
            SeriesFunnel(
                plot: plot,
                units: points.map(\.unit),
                own: points.firstIndex { $0.unit.series.id == reading.series.id },
                day: day
            )
        )
    }
}

extension SeriesFunnel {
    var names: [String] { units.map(\.unit.name) }
}
