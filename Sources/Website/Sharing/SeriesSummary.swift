import Drawing
import Exchange
import Markup
import Sightline
import Statistics

/// A series as those outside see it: what its chart says, the chart, the numbers and what they are.
struct SeriesSummary: Sendable {
    let reading: SeriesReading
    private let statement: Statement
    private let rows: [SeriesRow]

    /// - Parameter said: what it was said to say, where that is on record.
    init(of reading: SeriesReading, saying said: Statement? = nil) {
        self.reading = reading
        statement = said ?? Sentences.statement(of: reading.picture)
        rows = SeriesRow.rows(of: reading.picture)
    }

    /// Where its files are.
    struct Files {
        let data: (TableFormat) -> Address
        let png: Address
    }

    var sentences: HTML { "\(Icon.definitions)\(words)" }

    /// The same for a page that has the definitions of the icons already.
    var words: HTML {
        let more = [statement.meaning, statement.howSure, statement.target].compactMap(\.self)
        let rest: HTML? = more.isEmpty ? nil : "<p>\(more.joined(separator: " "))</p>"
        return """
            <p class="verdict-icons">\(Icon(reading.picture.analysis.variation).withWord)</p>
            <p class="lede">\(statement.what)</p>\(rest)
            """
    }

    /// - Parameter idPrefix: makes ids unique on a page with several charts.
    func figure(_ files: Files?, idPrefix: String = "") -> HTML {
        guard !rows.isEmpty else { return "<p>\(SeriesSentences.noChart())</p>" }
        let wide = SeriesChart.chart(of: reading, size: .page, showsTitle: false, idPrefix: "\(idPrefix)wide")
        let narrow = SeriesChart.chart(
            of: reading,
            size: .phone,
            showsTitle: false,
            idPrefix: "\(idPrefix)narrow"
        )
        let downloads = files.map { files -> HTML in
            """
            <span class="downloads">Download: \(TableFormat.links("data") { files.data($0).path })\
            <a href="\(files.png.path)" download>chart (PNG)</a></span>
            """
        }
        return """
            <figure class="panel chart"><div class="chart-wide">\(wide.svg())</div>
            <div class="chart-narrow">\(narrow.svg())</div>
            <figcaption><span>\(SeriesChart.subtitle(of: reading.measure)). \(reading.withheldWords ?? "")</span> \
            \(downloads)</figcaption></figure>
            """
    }

    /// The same without a heading, to be folded out below one of several charts.
    var foldedTable: HTML? {
        SeriesTable(rows: rows, picture: reading.picture)
            .details(" aria-label=\"Data: \(reading.heading)\"")
    }

    /// The data as a table, the newest first.
    var table: HTML? { SeriesTable(rows: rows, picture: reading.picture).section }
}
