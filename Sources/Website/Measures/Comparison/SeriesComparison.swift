import Drawing
import Sightline
import Statistics
import Storage

/// The same measure in other units, and this unit's other groups and definitions.
struct SeriesComparison: Sendable {
    /// A series beside others.
    struct Neighbour: Sendable {
        let series: Series
        let unit: Unit
        let picture: SeriesPicture
        /// Its unit lies above others of them: it is their total.
        let isTotal: Bool
    }

    /// Of the same measure, definition and group: this one first, then those whose newest point signals,
    /// each by name; at most ``shown``.
    let neighbours: [Neighbour]
    /// All of them, those that aren't shown too.
    let count: Int
    /// The measure in this unit, split another way or defined earlier.
    let variants: [Series]
    /// Units compared in one period, or why that can't be done fairly.
    let funnel: SeriesFunnel.Outcome
    /// The highest unit that the visitor may look at: its table has all neighbours that they may see.
    let top: Unit

    static let shown = 24

    init(
        of reading: SeriesReading,
        for visit: Visit,
        as reader: Readership,
        on connection: any SQLConnection
    ) throws {
        let tree = reader.tree
        let key = reading.series.key
        let all = try SeriesStore.all(of: key.measure, on: connection)
        variants = all.filter { $0.key.unit == key.unit && $0.id != reading.series.id }
        let alike = all.compactMap { series -> (series: Series, unit: Unit)? in
            guard
                series.key.version == key.version, series.key.group == key.group,
                reader.may(.read, reading.measure, in: series.key.unit)
            else { return nil }
            return tree[series.key.unit].map { (series, $0) }
        }
        count = alike.count
        // The picture, the table beside it and the funnel show what other units have of it.
        if alike.count > 1 { reader.log?.note([reading.measure]) }
        let first = Array(try Self.inOrder(alike, of: reading, as: reader, on: connection).prefix(Self.shown))
        let pictures = try SeriesPictureStore.pictures(of: first.dropFirst().map(\.series), on: connection)
            .map { series, picture in
                guard reader.isOutside(reading.measure, in: series.key.unit) else { return (series, picture) }
                return (series, try OutsideStore.picture(of: picture, series.id, on: connection))
            }
        // A unit above others is their total: beside its parts it would be counted twice.
        let above = Set(alike.flatMap { tree.ancestors(of: $0.unit.id).map(\.id) })
        neighbours = zip(first, [(reading.series, reading.picture)] + pictures).map { neighbour, found in
            Neighbour(
                series: neighbour.series,
                unit: neighbour.unit,
                picture: found.1,
                isTotal: above.contains(neighbour.unit.id)
            )
        }
        let parts = alike.filter { !above.contains($0.unit.id) }.sorted { $0.unit.name < $1.unit.name }
        funnel = try SeriesFunnel.outcome(of: reading, among: parts, as: reader, on: connection)
        top = tree.ancestors(of: key.unit).first { visit.may(.read, on: $0.id, in: tree) } ?? reading.unit
    }

    private static func inOrder(
        _ alike: [(series: Series, unit: Unit)],
        of reading: SeriesReading,
        as reader: Readership,
        on connection: any SQLConnection
    ) throws -> [(series: Series, unit: Unit)] {
        let status = try reader.status(of: alike.map(\.series), reading.measure, on: connection)
        let ranked = alike.map { neighbour in
            let isSignal = status[neighbour.series.id].map { Verdict($0.variation).isSignal } ?? false
            let rank = neighbour.series.id == reading.series.id ? 0 : isSignal ? 1 : 2
            return (rank: rank, neighbour: neighbour)
        }
        return ranked.sorted {
            ($0.rank, $0.neighbour.unit.name, $0.neighbour.series.id)
                < ($1.rank, $1.neighbour.unit.name, $1.neighbour.series.id)
        }.map(\.neighbour)
    }
}
