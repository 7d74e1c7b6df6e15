import Sightline
import Statistics
import Storage

/// Units side by side in the newest period of a series, where denominators say how much is chance.
struct SeriesFunnel: Sendable {
    let plot: FunnelPlot
    /// One a point of the plot.
    let names: [String]
    /// The place of the series' own unit among them; nil where it is their total, or has no number.
    let own: Int?
    /// The first of the period.
    let day: Day

    /// Fewer units say nothing of how much units differ.
    private static let fewestUnits = 5

    /// - Parameter units: the series to compare, in the order of the points.
    init?(
        of reading: SeriesReading,
        among units: [(series: Series, unit: Unit)],
        on connection: any SQLConnection
    ) throws {
        let kind = reading.measure.chart.kind
        let isProportion = kind == .p || kind == .pPrime
        let isRate = kind == .u || kind == .uPrime
        guard
            isProportion || isRate, units.count >= Self.fewestUnits,
            let newest = reading.picture.analysis.newestPlotted
        else { return nil }
        let day = reading.picture.observations.days[newest]
        let found = try SeriesPictureStore.observations(on: day, of: units.map(\.series.id), on: connection)
        let points = units.compactMap {
            unit -> (id: Series.ID, name: String, numerator: Double, denominator: Double)? in
            guard
                let numerator = found[unit.series.id]?.numerator,
                let denominator = found[unit.series.id]?.denominator, denominator > 0
            else { return nil }
            return (unit.series.id, unit.unit.name, numerator, denominator)
        }
        guard points.count >= Self.fewestUnits else { return nil }
        var options = FunnelOptions(isProportion ? .proportion : .rate)
        options.limits = kind == .pPrime || kind == .uPrime ? .overdispersed(.winsorised) : .exact
        options.multiplier = reading.measure.chart.multiplier
        let plot = try? FunnelPlot(
            numerators: points.map(\.numerator),
            denominators: points.map(\.denominator),
            options
        )
        guard let plot else { return nil }
        self.plot = plot
        names = points.map(\.name)
        own = points.firstIndex { $0.id == reading.series.id }
        self.day = day
    }
}

extension SeriesFunnel {
    /// More names than this are a number.
    private static let mostNamed = 8

    /// Which units differ by more than chance gives, to go on from "In March 2026".
    var words: String {
        let outside = plot.points.filter { $0.outside998 != nil }.map(\.index)
        let advice = "There can be good reasons; it is a place to ask, not a ranking."
        switch outside.count {
        case 0: return "no unit lies outside the 99.8% limits: their differences are what chance would give."
        case ...Self.mostNamed:
            let outsiders = outside.map { names[$0] }.joined(separator: ", ")
            return "these lie outside the 99.8% limits: \(outsiders). \(advice)"
        default:
            let this = own.map { outside.contains($0) ? ", this one too" : ", this one not" } ?? ""
            return "\(outside.count) of \(names.count) units lie outside the 99.8% limits\(this). \(advice)"
        }
    }
}
