import Drawing
import Exchange
import Markup
import Sightline
import Statistics
import Storage

extension SeriesPage {
    func content(in frame: Frame) -> HTML {
        """
        <article class="stack">
        \(head)
        \(figure)
        \(findings)
        \(ledgerLinks)
        \(comparisonSection)
        \(timeToKnowSection)
        <div class="beside">\(notesSection(in: frame))\(phasesSection(in: frame))</div>
        \(definitionSection)
        \(audience?.html)
        \(sharing.html(in: frame))
        \(SeriesTable(rows: rows, picture: reading.picture).section)
        \(editionsSection(in: frame))
        \(deletion(in: frame))
        </article>
        """
    }

    private var head: HTML {
        let group: HTML = reading.series.key.group.isEmpty ? "" : " · \(reading.series.key.group)"
        return """
            <header class="measure-head"><p class="kicker">\(unit.name)\(group)</p><h1>\(measure.title)</h1>
            <p class="why">\(measure.why)</p>
            <div class="verdict">\(verdict)
            <div><p class="lede">\(lede)</p>\(isUndone ? nil : more)</div></div></header>
            """
    }

    /// Whether everything that was recorded has been taken back.
    private var isUndone: Bool { rows.isEmpty && !editions.isEmpty }

    private var lede: String {
        isUndone ? SeriesSentences.undone : statement.what
    }

    private var verdict: HTML {
        """
        \(Icon.definitions)<p class="verdict-icons">\(Icon(analysis.variation).withWord)
        \(hasAssurance ? Icon(analysis.assurance).withWord : nil)</p>
        """
    }

    /// Too few points are said once.
    private var hasAssurance: Bool {
        switch analysis.assurance {
        case .noTarget: false
        case .tooFew: analysis.variation != .tooFew
        case .passing, .failing, .hitOrMiss: true
        }
    }

    private var more: HTML {
        let sentences = [statement.meaning, statement.howSure, statement.target, statement.next].compactMap(
            \.self
        )
        return sentences.isEmpty ? "" : "<p>\(sentences.joined(separator: " "))</p>"
    }

    private var figure: HTML {
        guard !rows.isEmpty else {
            return """
                <section class="panel"><h2>No chart</h2>
                <p>\(SeriesSentences.noChart(isUndone: isUndone))</p></section>
                """
        }
        let wide = SeriesChart.chart(of: reading, size: .wide, showsTitle: false, idPrefix: "wide")
        let narrow = SeriesChart.chart(of: reading, size: .phone, showsTitle: false, idPrefix: "narrow")
        return """
            <figure class="panel chart"><div class="chart-wide">\(wide.svg())</div>
            <div class="chart-narrow">\(narrow.svg())</div>
            <figcaption>\(caption) \(downloads)</figcaption></figure>
            """
    }

    /// What the picture doesn't say: what its values are, of what its limits come, what chance would do.
    private var caption: HTML {
        let screened =
            analysis.screensMovingRanges ? "Outlying moving ranges are left out of the limits." : ""
        let parts = [
            "\(SeriesChart.subtitle(of: measure)).", screened, statement.context ?? "",
            reading.withheldWords ?? "",
        ]
        return "<span>\(parts.filter { !$0.isEmpty }.joined(separator: " "))</span>"
    }

    private var downloads: HTML {
        let series = reading.series.id
        let svg = Address.seriesPicture(unit.id, series, .svg).path
        let png = Address.seriesPicture(unit.id, series, .png).path
        return """
            <span class="downloads">Download: \
            \(TableFormat.links("data") { Address.seriesData(unit.id, series, $0).path })\
            <a href="\(svg)" download>chart (SVG)</a> <a href="\(png)" download>chart (PNG)</a></span>
            """
    }
}

extension ChartSize {
    /// As wide as a page on a desk, low enough to be seen with the sentence above it.
    static let wide = ChartSize(width: 960, plotHeight: 290, fontSize: 14, isFull: true)
}
