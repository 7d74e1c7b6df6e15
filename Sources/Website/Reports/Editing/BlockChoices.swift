import Sightline
import Storage

/// What the blocks of a page can show: charts, drawings and stories that whoever writes it may see.
struct BlockChoices: Sendable {
    typealias Choice = (value: String, label: String)

    /// As many as a list takes.
    let charts: [Choice]
    /// How many charts there are besides.
    let moreCharts: Int
    let drawings: [Choice]
    let stories: [Choice]

    static let mostCharts = 200
    /// The query parameter with a part of the name of a chart.
    static let find = "find"

    init(
        of unit: Unit.ID,
        for reader: Readership,
        finding text: String,
        on connection: any SQLConnection
    ) throws {
        var query = MeasureTableQuery(unit: unit)
        query.search = text
        let rows = try MeasureTable.rows(query, for: reader, on: connection)
        charts = rows.prefix(Self.mostCharts).map { row in
            let names = [row.measure.title, row.unit.name, row.series.key.group].filter { !$0.isEmpty }
            return (row.series.id.pathText, names.joined(separator: ", "))
        }
        moreCharts = rows.count - charts.count
        drawings = try ProgrammeStore.all(for: reader, on: connection).flatMap { programme in
            TheoryDrawing.allCases.map { drawing in
                (Report.Block.value(of: programme.id, drawing), BlockWords.name(of: programme, drawing))
            }
        }
        stories = try StoryStore.all(within: unit, for: reader, on: connection).stories
            .filter { $0.reach != nil }
            .map { ($0.id.pathText, $0.title) }
    }

    func choices(of kind: Report.Block.Kind) -> [Choice] {
        switch kind {
        case .chart: charts
        case .drawing: drawings
        case .story: stories
        case .heading, .words: []
        }
    }
}
