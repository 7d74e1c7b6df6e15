import Drawing
import Markup
import Sightline
import Statistics

extension SeriesPage {
    /// Which rule fired where, by name: what holds the newest point, then shifts and trends, the rest on
    /// demand; each the newest first.
    var findings: HTML {
        let all = FoundStretch.all(in: analysis).sorted {
            ($0.points.upperBound, $0.points.lowerBound) > ($1.points.upperBound, $1.points.lowerBound)
        }
        let newest = analysis.newestPlotted
        let current = all.filter { found in newest.map(found.points.contains) ?? false }
        let past = all.filter { found in newest.map { !found.points.contains($0) } ?? true }
        let first =
            current.filter(\.rule.isStretch) + current.filter { !$0.rule.isStretch }
            + past.filter(\.rule.isStretch)
        let rest = past.filter { !$0.rule.isStretch }
        let shown = first.isEmpty ? rest : first
        let later = first.isEmpty ? [] : rest
        let told = SeriesSentences.found(
            all.count,
            shown: shown.count,
            current: current.count,
            rules: analysis.rules.name.title
        )
        let more: HTML? =
            later.isEmpty
            ? nil
            : """
            <details><summary>\(SeriesSentences.foundBefore(later.count))</summary>\
            \(table(of: later, "More signals"))</details>
            """
        return """
            <section><h2>Signals</h2><p>\(told)</p>\(shown.isEmpty ? nil : table(of: shown, "Signals"))\(more)</section>
            """
    }

    private func table(of stretches: [FoundStretch], _ label: String) -> HTML {
        let days = reading.picture.observations.days
        let period = measure.definition.period
        let rows = stretches.map { found -> HTML in
            """
            <tr><th scope="row">\(found.words)</th><td>\(period.label(for: days[found.points.lowerBound]))</td>
            <td>\(period.label(for: days[found.points.upperBound - 1]))</td>
            <td class="number">\(found.plottedCount(in: analysis))</td>
            <td>\(period.label(for: days[found.completedAt]))</td></tr>
            """
        }
        return """
            <div class="scroll" role="region" aria-label="\(label)" tabindex="0">
            <table class="findings"><thead><tr><th scope="col">Rule</th><th scope="col">First</th>
            <th scope="col">Last</th><th scope="col" class="number">Points</th>
            <th scope="col">First met with</th></tr></thead><tbody>\(rows)</tbody></table></div>
            """
    }
}
