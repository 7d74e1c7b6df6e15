import Exchange
import Sightline
import Statistics

/// A series as a table: one row a period, with everything that its chart shows.
struct SeriesDataTable: DataTable {
    let reading: SeriesReading

    var title: String { reading.measure.title }
    var columns: [String] { SeriesRow.columns }

    func write(to writer: inout some TableWriter) throws {
        for row in SeriesRow.rows(of: reading.picture) { try row.write(to: &writer) }
    }

    /// What the chart's page says of it to everyone who may open the page: who recorded it and why is not for others.
    func notes(made instant: Timestamp) -> [any DataTable] {
        let facts = [
            Fact(
                "What it is",
                "What a chart shows, one row a \(reading.measure.definition.period.rawValue): what was recorded, "
                    + "the value, the lines of each phase, and the signals."
            ),
            Fact("Unit", reading.unit.name), Fact("Group", reading.series.key.group),
        ]
        let withheld = [
            Fact("Edition", .count(reading.series.edition)),
            Fact("Periods withheld", .count(reading.withheldCount)),
            Fact("Why withheld", why),
        ]
        return [
            FactTable(
                facts + MeasureFacts.all(of: reading.measure).map { Fact($0.name, $0.value) } + withheld,
                made: instant
            )
        ]
    }

    private var why: String {
        guard reading.withheldCount > 0 else { return "" }
        return reading.isOutside ? reading.ruleWords ?? "" : "They were recorded so."
    }
}
