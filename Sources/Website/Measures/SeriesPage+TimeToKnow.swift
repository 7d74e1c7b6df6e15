import Markup
import Sightline
import Statistics

extension SeriesPage {
    /// How long changes of several sizes would take to show here, for who plans one.
    var timeToKnowSection: HTML? {
        guard !rows.isEmpty else { return nil }
        let picture = reading.picture
        let times = TimeToKnow.table(
            chart: analysis.kind,
            rules: analysis.rules,
            period: measure.definition.period
        )
        let lines = times.map { time -> HTML in
            """
            <tr><th scope="row">\(TimeToKnowSentences.size(time, in: picture))</th>
            <td>\(TimeToKnowSentences.periods(time.time?.median?.points, of: time, in: picture))</td>
            <td>\(TimeToKnowSentences.periods(time.time?.eightyPercent?.points, of: time, in: picture))</td>
            <td>\(TimeToKnowSentences.weekly(time))</td></tr>
            """
        }
        return """
            <section aria-labelledby="time-to-know"><h2 id="time-to-know">How long would a change take to show?</h2>
            <details><summary>By the size of the change</summary>
            <p>\(CycleListSentences.sizes(lines.count))</p>
            <div class="scroll" role="region" aria-labelledby="time-to-know" tabindex="0"><table><thead><tr>
            <th scope="col">A lasting change of</th><th scope="col">shows half the time within</th>
            <th scope="col">and four times in five within</th><th scope="col">Numbers for every week</th>
            </tr></thead><tbody>\(lines)</tbody></table></div>
            <p class="muted small">\(TimeToKnowSentences.method)</p></details></section>
            """
    }
}
