import Markup
import Sightline
import Storage

extension UnitSettingsPage {
    func content(in frame: Frame) -> HTML {
        """
        <div class="stack">
        <div><p class="kicker">\(unit.kind.word)</p><h1>\(unit.name)</h1></div>
        \(facts)
        \(eventTable)
        \(history.section(in: frame, mayEdit ? waysBack : []))
        \(mayEdit ? changes(in: frame) : nil)
        </div>
        """
    }

    private var facts: HTML {
        """
        <div class="panel"><dl class="facts">
        <dt>Code in files</dt><dd>\(unit.code ?? "None")</dd>
        <dt>Now</dt><dd>\(unit.membership.word)</dd>
        <dt>Its pages</dt><dd><a href="\(Address.unit(unit.id).path)">Home</a>, \
        <a href="\(Address.measures(unit.id).path)">measures</a>\(binLink)</dd>
        </dl></div>
        """
    }

    private var waysBack: [History.Way] {
        [
            .init(address: .unitName(unit.id), names: Self.nameFields),
            .init(address: .unitParent(unit.id), names: Self.parentFields, label: "Move it back"),
        ]
    }

    private var binLink: HTML? {
        maySeeBin ? ", <a href=\"\(Address.bin(unit.id).path)\">bin</a>" : nil
    }

    private var eventTable: HTML {
        let rows = events.map { event -> HTML in
            """
            <tr><td>\(event.day.words)</td><td>\(event.membership.event)</td>\
            <td class="prose">\(event.reason)</td><td>\(event.author.name)</td></tr>
            """
        }
        let table: HTML = """
            <div class="scroll" role="region" aria-labelledby="history" tabindex="0"><table>
            <thead><tr><th scope="col">Day</th><th scope="col">What</th><th scope="col">Why</th>\
            <th scope="col">Recorded by</th></tr></thead>
            <tbody>\(rows)</tbody></table></div>
            """
        return """
            <section><h2 id="history">Joining, pausing and \
            leaving</h2><p>\(HomeSentences.membership(events.count))</p>\(events.isEmpty ? nil : table)</section>
            """
    }

    private func changes(in frame: Frame) -> HTML {
        """
        <div class="panels">
        \(section("Record joining, pausing or leaving", eventForm(in: frame)))
        \(unit.kind.narrower.isEmpty ? nil : section("Add a unit inside it", childForm(in: frame)))
        \(section("Change its name or code", nameForm(in: frame)))
        \(parents.isEmpty ? nil : section("Move it", parentForm(in: frame)))
        \(isEmpty ? section("Delete it", deletion(in: frame)) : nil)
        </div>
        """
    }

    private func section(_ heading: String, _ form: HTML) -> HTML {
        "<section class=\"panel\"><h2>\(heading)</h2>\(form)</section>"
    }

    private func eventForm(in frame: Frame) -> HTML {
        let form = forms.event
        let choices = Unit.Membership.allCases.map { (value: $0.rawValue, label: $0.event) }
        return frame.form(
            to: .unitEvents(unit.id),
            content: """
                \(form.summary)
                \(form.choice("membership", "What happened", of: choices))
                \(form.text("day", "On which day", options: .init(type: .date, isRequired: true)))
                \(form.paragraph("reason", "Why", hint: Self.reasonHint, isRequired: true))
                <button>Record it</button>
                """
        )
    }

    private func childForm(in frame: Frame) -> HTML {
        let form = forms.child
        let kinds = unit.kind.narrower.map { (value: $0.rawValue, label: $0.word) }
        return frame.form(
            to: .unitChildren(unit.id),
            content: """
                \(form.summary)
                \(form.text("child-name", "Name", options: .init(isRequired: true)))
                \(form.choice("child-kind", "Kind", of: kinds))
                \(form.text("child-code", Self.codeLabel, hint: Self.codeHint, options: Self.codeOptions))
                <button>Add it</button>
                """
        )
    }

    private func deletion(in frame: Frame) -> HTML {
        """
        <p>There is nothing in it. In the bin of the unit above it, it can be taken out again for 30 days.</p>
        \(DeletionForm.html(to: .deletedUnit(unit.id), in: frame))
        """
    }

    private func nameForm(in frame: Frame) -> HTML {
        let form = forms.name
        return frame.form(
            to: .unitName(unit.id),
            content: """
                \(form.origin)\(form.summary)
                \(form.text("name", "Name", options: .init(isRequired: true)))
                \(form.text("code", Self.codeLabel, hint: Self.codeHint, options: Self.codeOptions))
                <button>Save</button>
                """
        )
    }

    private func parentForm(in frame: Frame) -> HTML {
        let form = forms.parent
        let choices = parents.map { (value: $0.id.description, label: $0.path) }
        return frame.form(
            to: .unitParent(unit.id),
            content: """
                \(form.origin)\(form.summary)
                \(form.choice("parent", "Move it into", hint: Self.moveHint, of: choices))
                <button>Move it</button>
                """
        )
    }

    private static let reasonHint = "People will read it years from now."
    private static let codeLabel = "Code in files (optional)"
    private static let codeHint =
        "A short code that your files name it by, such as an ODS code. No two units share one."
    private static let codeOptions = FormState.TextOptions(longest: 40)
    private static let moveHint = "Everything below it moves with it."
}
