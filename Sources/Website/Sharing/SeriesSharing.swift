import Markup
import Sightline
import Storage

/// What of a series others see, and the links that show it to anyone.
struct SeriesSharing: Sendable {
    private let unit: Unit.ID
    private let series: Series.ID
    private let ruleWords: String?
    private let isOutside: Bool
    /// Nil for those who may not share it.
    private let links: [PublicLink<Series>]?

    init(
        of reading: SeriesReading,
        for visit: Visit,
        as reader: Readership,
        on connection: any SQLConnection
    ) throws {
        unit = reading.unit.id
        series = reading.series.id
        ruleWords = reading.ruleWords
        isOutside = reading.isOutside
        links =
            reader.may(.share, reading.measure, in: unit)
            ? try PublicLinkStore.open(to: series, at: visit.now, on: connection) : nil
    }

    func html(in frame: Frame) -> HTML? {
        guard ruleWords != nil || links != nil else { return nil }
        let rule = ruleWords.map { "<p>\($0)</p>" as HTML }
        let outside: HTML? =
            isOutside
            ? nil : "<p><a href=\"\(Address.outsideView(unit, series).path)\">What others see of it</a></p>"
        return """
            <section class="no-print"><h2>What others see</h2>\(rule)\(outside)
            \(links.map { list($0, in: frame) })</section>
            """
    }

    private func list(_ links: [PublicLink<Series>], in frame: Frame) -> HTML {
        """
        <p>\(AudienceSentences.links(links.count)) <a href="\(Address.sharing(unit).path)">What we share</a></p>
        <details class="panel"><summary>Make a public link</summary>
        <p>Whoever has the link sees the chart, its sentence, the numbers and the definition without signing in, as
        others see them, and nothing else. It can be revoked at any time.</p>
        \(PublicLinkForm.html(to: .publicLinks(unit, series), in: frame))</details>
        """
    }
}
