import Sightline
import Storage

/// What those outside an organisation see of a series, shown to whoever may see it.
struct OutsidePage: Page {
    let summary: SeriesSummary
    /// How many periods are withheld because they are small, and how many to protect those; nil for those who are
    /// outside.
    let withheld: (primary: Int, secondary: Int)?

    var title: String { "What others see" }
    var section: Section? { .measures }

    init(
        of address: (unit: Unit.ID, series: Series.ID),
        for visit: Visit,
        on connection: any SQLConnection
    ) throws {
        let reading = try SeriesReading(fromOutside: address, on: connection)
        summary = SeriesSummary(of: reading)
        let isInside = try visit.readership(on: connection).isInside(address.unit)
        withheld =
            isInside && reading.isOutside
            ? try OutsideStore.withheld(of: address.series, on: connection) : nil
    }
}
