import Markup
import Sightline
import Statistics
import Storage

extension AnnotationPage {
    func content(in frame: Frame) -> HTML {
        let series = Address.series(reading.unit.id, reading.series.id).path
        let state =
            note.withdrawn.map { "It was taken back on \($0.words). Saving puts it on the chart again." }
            ?? "It is on the chart."
        return """
            <div class="stack">
            <div><p class="kicker"><a href="\(series)">\(reading.heading)</a></p><h1>\(title)</h1>
            <p>\(state)</p></div>
            <section class="panel"><h2>Change it</h2>\(frame.form(to: address, content: fields))</section>
            \(history.section(in: frame, [.init(address: address)]))
            <section class="panel"><h2>Delete it</h2>
            <p>It goes into the bin and can be taken out again for 30 days.</p>
            \(frame.form(
                to: .deletedAnnotation(reading.unit.id, reading.series.id, note.id),
                content: "<button class=\"quiet\">Delete it</button>"
            ))</section>
            </div>
            """
    }

    private var fields: HTML {
        let kinds = Annotation.Kind.allCases.map { (value: $0.rawValue, label: $0.words) }
        return """
            \(form.origin)\(form.summary)
            \(form.text("note-day", "Day", options: .init(type: .date, isRequired: true)))
            \(form.choice("note-kind", "What it is", of: kinds))
            \(form.paragraph("note-text", "What happened", isRequired: true))
            <button>Save</button>
            """
    }
}
