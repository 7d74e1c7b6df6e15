import Exchange
import Markup
import Sightline
import Statistics
import Storage

/// What a public link shows: one series as those outside see it, and no way into the rest.
struct SharedPage: Page {
    let code: SignInCode
    let summary: SeriesSummary

    var title: String { summary.reading.measure.title }
    var section: Section? { nil }
    var isBare: Bool { true }

    func content(in frame: Frame) -> HTML {
        let reading = summary.reading
        let measure = reading.measure
        let group: HTML = reading.series.key.group.isEmpty ? "" : " · \(reading.series.key.group)"
        let files = SeriesSummary.Files(data: { .sharedData(code, $0) }, png: .sharedPicture(code, .png))
        let rule = reading.ruleWords.map { "<p>\($0)</p>" as HTML }
        return """
            <article class="stack"><header class="measure-head"><p class="kicker">\(reading.unit.name)\(group)</p>
            <h1>\(measure.title)</h1><p class="why">\(measure.why)</p>\(summary.sentences)</header>
            \(summary.figure(files))
            <section><h2>Definition</h2><div class="panel"><dl class="facts">\(facts)</dl>\(rule)</div></section>
            \(summary.table)</article>
            """
    }

    private var facts: [HTML] {
        let measure = summary.reading.measure
        let facts = MeasureFacts.definition(of: measure) + MeasureFacts.provenance(of: measure)
        return facts.filter { !$0.value.isEmpty }.map { "<dt>\($0.name)</dt><dd>\($0.value)</dd>" }
    }
}
