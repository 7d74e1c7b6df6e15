import Markup
import Sightline

extension WaitingLettersPage {
    func content(in frame: Frame) -> HTML {
        """
        <div class="stack">
        <h1>\(title)</h1>
        <p class="lede">\(PeopleSentences.letters(waiting: count, failing: failing.count))</p>
        \(table)
        </div>
        """
    }

    private var table: HTML? {
        guard !failing.isEmpty else { return nil }
        let rows = failing.map { mail -> HTML in
            """
            <tr><th scope="row">\(mail.instant.words)</th><td>\(mail.attempts)</td><td>\(mail.problem ?? "")</td></tr>
            """
        }
        return """
            <div class="scroll" role="region" aria-label="Letters that could not be sent" tabindex="0"><table>
            <thead><tr><th scope="col">Written</th><th scope="col">Tried</th>\
            <th scope="col">What was wrong</th></tr></thead>
            <tbody>\(rows)</tbody></table></div>
            """
    }
}
