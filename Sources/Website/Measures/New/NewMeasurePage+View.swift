import Markup
import Sightline

extension NewMeasurePage {
    func content(in frame: Frame) -> HTML {
        """
        <div class="stack">
        <div><p class="kicker">\(unit.name)</p><h1>Add a measure</h1>
        <p>Say what is counted so that a stranger would count the same. Numbers come afterwards, by \
        import.</p></div>
        \(frame.form(to: .newMeasure(unit.id), content: fields))
        </div>
        """
    }

    private var fields: HTML {
        "\(form.summary)\(MeasureFields(form: form, keeper: isShared ? nil : unit.name).html)<button>Add it</button>"
    }
}
