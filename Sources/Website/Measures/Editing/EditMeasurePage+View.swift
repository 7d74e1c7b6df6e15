import Markup
import Sightline
import Statistics
import Storage

extension EditMeasurePage {
    func content(in frame: Frame) -> HTML {
        """
        <div class="stack">
        <div><p class="kicker">\(unit.name)</p><h1>Change \(measure.title)</h1>
        <p>\(keeper.map { "\($0.name) keeps this measure." } ?? "All units share this measure.") Its title, its \
        targets and how it is judged change at once, for all of its series.</p>\(origin?.sentence)</div>
        <div class="panel"><p>A changed definition is another matter: what is counted, out of what, and how often. It \
        starts a new version and new series, so that old and new numbers are never on one line. It needs a \
        reason.</p></div>
        \(frame.form(to: .measure(unit.id, measure.id), content: fields))
        \(retirement(in: frame))
        \(deletion(in: frame))
        \(history.section(in: frame, [wayBack]))
        \(DefinitionHistory.table(of: versions) { _ in nil })
        </div>
        """
    }

    private var fields: HTML {
        """
        \(form.origin)\(form.summary)\(MeasureFields(form: form, keeper: keeper?.name).html)
        <fieldset class="panel"><legend>Why</legend>
        \(form.paragraph("change-reason", "Why the definition changes", hint: Self.reasonHint))
        </fieldset><button>Save the changes</button>
        """
    }

    private var wayBack: History.Way {
        .init(address: .measure(unit.id, measure.id)) { revision in
            let when = revision.instant.map { "on \($0.words)" } ?? "before"
            return ["change-reason": "Put back to how it was \(when)"]
        }
    }

    private func deletion(in frame: Frame) -> HTML {
        """
        <section class="panel"><h2>Delete it</h2>
        <p>For what should never have been there. It goes into the bin with all of its series, and shows nowhere. It \
        can be taken out again for 30 days, with everything; then it is deleted for good, editions and all. What has \
        served its time is better retired.</p>
        \(DeletionForm.html(to: .deletedMeasure(unit.id, measure.id), in: frame))</section>
        """
    }

    private static let reasonHint = """
        Needed only where the definition changes. People will read it years from now.
        """

    private func retirement(in frame: Frame) -> HTML {
        if let retired = measure.retirement {
            return """
                <section class="panel"><h2>Retired</h2>
                <p>Since \(retired.instant.day.words), by \(retired.author.name): \(retired.reason)</p>
                \(frame.form(
                    to: .withdrawnRetirement(unit.id, measure.id),
                    content: "<button class=\"quiet\">Let it take data again</button>"
                ))</section>
                """
        }
        return """
            <section class="panel"><h2>Retire it</h2>
            <p>What it has stays to be read, no data is due any more, and it takes no new data. This can be taken \
            back.</p>
            \(frame.form(to: .retirement(unit.id, measure.id), content: """
                \(retirementForm.summary)
                \(retirementForm.text("retirement-reason", "Why", options: .init(isRequired: true, longest: 1_000)))
                <button class="quiet">Retire it</button>
                """))</section>
            """
    }
}
