import Drawing
import Markup
import Sightline
import Storage

extension StartPage {
    func content(in frame: Frame) -> HTML {
        "\(Icon.definitions)<div class=\"stack\"><h1>\(title)</h1>\(units.map(panel))</div>"
    }

    private func panel(_ unit: Unit, _ home: UnitHome) -> HTML {
        let told = HomeSentences.signals(home.signals.count, of: home.signalCount)
        let signals: HTML = "<ul class=\"signals\">\(home.signals.map { $0.signal(on: unit.id) })</ul>"
        return """
            <section class="panel"><p class="kicker">\(unit.kind.word)</p>
            <h2><a href="\(Address.unit(unit.id).path)">\(unit.name)</a></h2>
            <p>\(home.summary)</p>
            \(home.signals.isEmpty ? nil : "<p>\(told)</p>\(signals)" as HTML)
            <p class="actions"><a class="button quiet" href="\(Address.unit(unit.id).path)">Home</a>
            <a class="button quiet" href="\(Address.measures(unit.id).path)">Measures</a></p></section>
            """
    }
}
