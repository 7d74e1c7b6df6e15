import Markup
import Sightline
import Statistics
import Storage

/// The versions of a measure's definition as a table.
enum DefinitionHistory {
    /// - Parameters:
    ///   - versions: the oldest first.
    ///   - series: the page of a series in a version; nil where there is none to go to.
    static func table(of versions: [DefinitionVersion], series: (Int) -> Address?) -> HTML {
        let rows = versions.reversed().map { version -> HTML in
            let number = version.definition.version
            let link: HTML =
                series(number).map { "<a href=\"\($0.path)\">Its series</a>" }
                ?? "<span class=\"muted\">–</span>"
            let parts = [version.definition.numerator, version.definition.denominator].compactMap(\.self)
            return """
                <tr><th scope="row" class="number" data-name="Version">\(number)</th>\
                <td class="prose" data-name="Counted">\(parts.joined(separator: " / ")), every \
                \(version.definition.period.rawValue)</td><td data-name="Since">\(version.instant.day.words)</td>\
                <td data-name="Who">\(version.author.name)</td><td data-name="Why">\(version.reason)</td>\
                <td data-name="Series">\(link)</td></tr>
                """
        }
        return """
            <section><h2 id="versions">Versions of the definition</h2>
            <p>\(SeriesSentences.definitions(versions.map(\.instant)))</p>
            <div class="scroll" role="region" aria-labelledby="versions" tabindex="0"><table class="carded"><thead><tr>
            <th scope="col" class="number">Version</th><th scope="col">Counted</th><th scope="col">Since</th>
            <th scope="col">Who</th><th scope="col">Why</th><th scope="col">Series</th></tr></thead>
            <tbody>\(rows)</tbody></table></div></section>
            """
    }
}
