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
        guard !all.isEmpty else {
            return """
                <section><h2>Signals</h2><p>None of the rules of \(analysis.rules.name.title) has found \
                anything.</p></section>
                """
        }
        let newest = analysis.newestPlotted
        let current = all.filter { found in newest.map(found.points.contains) ?? false }
        let past = all.filter { found in newest.map { !found.points.contains($0) } ?? true }
        let first =
            current.filter(\.rule.isStretch) + current.filter { !$0.rule.isStretch }
            + past.filter(\.rule.isStretch)
        let rest = past.filter { !$0.rule.isStretch }
        guard !first.isEmpty else {
            return "<section><h2>Signals</h2>\(table(of: rest, "Signals"))</section>"
        }
        let more: HTML? =
            rest.isEmpty
            ? nil
            : """
            <details><summary>Show \(rest.count == 1 ? "1 more signal" : "\(rest.count) more signals")\
            </summary>\(table(of: rest, "More signals"))</details>
            """
        return """
            <section><h2>Signals</h2>\(table(of: first, "Signals"))\(more)</section>
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
