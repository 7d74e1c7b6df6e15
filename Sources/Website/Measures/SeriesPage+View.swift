import Drawing
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
        \(comparisonSection)
        <div class="beside">\(notesSection(in: frame))\(phasesSection(in: frame))</div>
        \(definitionSection)
        \(dataSection)
        \(editionsSection)
        </article>
        """
    }

    private var head: HTML {
        let group: HTML = reading.series.key.group.isEmpty ? "" : " · \(reading.series.key.group)"
        return """
            <header class="measure-head"><p class="kicker">\(unit.name)\(group)</p><h1>\(measure.title)</h1>
            <p class="why">\(measure.why)</p>
            <div class="verdict">\(verdict)
            <div><p class="lede">\(statement.what)</p>\(more)</div></div></header>
            """
    }

    private var verdict: HTML {
        """
        \(Icon.definitions)<p class="verdict-icons">\(Icon(analysis.variation).withWord)
        \(analysis.assurance == .noTarget ? nil : Icon(analysis.assurance).withWord)</p>
        """
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
                <section class="panel"><h2>No numbers now</h2>
                <p>What was recorded has been taken back: the editions below say why.</p></section>
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

    /// What the small print of the picture says of its limits.
    private var caption: HTML {
        let screened =
            analysis.screensMovingRanges ? "Outlying moving ranges are left out of the limits." : ""
        let isTrial = analysis.phases.last.map { $0.isTrial && $0.limits != nil } ?? false
        let trial = isTrial ? "Trial limits: they come from fewer than 13 points." : ""
        return "<span>\([screened, trial].filter { !$0.isEmpty }.joined(separator: " "))</span>"
    }

    private var downloads: HTML {
        let series = reading.series.id
        let svg = Address.seriesPicture(unit.id, series, .svg).path
        let png = Address.seriesPicture(unit.id, series, .png).path
        return """
            <span class="downloads">Download: <a href="\(Address.seriesData(unit.id, series).path)" \
            download>data (CSV)</a>
            <a href="\(svg)" download>chart (SVG)</a> <a href="\(png)" download>chart (PNG)</a></span>
            """
    }

    /// Which rule fired where, by name, the newest first.
    private var findings: HTML {
        let days = reading.picture.observations.days
        let period = measure.definition.period
        let rows = analysis.findings.reversed().prefix(Self.findingsShown).map { finding -> HTML in
            let first = period.label(for: days[finding.points.lowerBound])
            let last = period.label(for: days[finding.points.upperBound - 1])
            let span = finding.points.count == 1 ? first : "\(first) to \(last)"
            return """
                <tr><th scope="row">\(finding.words)</th><td>\(span)</td><td \
                class="number">\(finding.points.count)</td>
                <td>\(period.label(for: days[finding.completedAt]))</td></tr>
                """
        }
        guard !rows.isEmpty else {
            return """
                <section><h2>Signals</h2><p>None of the rules of \(analysis.rules.name.title) has found \
                anything.</p></section>
                """
        }
        return """
            <section><h2 id="signals">Signals</h2><div class="scroll" role="region" \
            aria-labelledby="signals" tabindex="0">
            <table class="findings"><thead><tr><th scope="col">Rule</th><th scope="col">Where</th><th \
            scope="col" class="number">Points</th>
            <th scope="col">First met \
            with</th></tr></thead><tbody>\(rows)</tbody></table></div>\(earlier)</section>
            """
    }

    private static let findingsShown = 12

    private var earlier: HTML? {
        let count = analysis.findings.count - Self.findingsShown
        return count > 0
            ? "<p class=\"muted\">And \(count) earlier: each is in <a href=\"#data\">the data</a>.</p>" : nil
    }
}

extension ChartSize {
    /// As wide as a page on a desk, low enough to be seen with the sentence above it.
    fileprivate static let wide = ChartSize(width: 960, plotHeight: 290, fontSize: 14, isFull: true)
}
