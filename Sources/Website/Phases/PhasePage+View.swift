import Markup
import Sightline
import Statistics
import Storage

extension PhasePage {
    func content(in frame: Frame) -> HTML {
        let series = Address.series(reading.unit.id, reading.series.id).path
        let state =
            phase.withdrawn.map { "It was taken back on \($0.words). Saving puts it in force again." }
            ?? "It is in force."
        return """
            <div class="stack">
            <div><p class="kicker"><a href="\(series)">\(reading.heading)</a></p><h1>\(title)</h1>
            <p>\(state)</p></div>
            <section class="panel"><h2>Change it</h2>\(frame.form(to: address, content: fields))</section>
            \(history.section(in: frame, [.init(address: address)]))
            \(deletion(in: frame))
            </div>
            """
    }

    private var fields: HTML {
        """
        \(form.origin)\(form.summary)
        \(form.text("phase-start", "From which day", options: .init(type: .date, isRequired: true)))
        \(form.paragraph("phase-reason", "Why", hint: "People will read it in years.", isRequired: true))
        <button>Save</button>
        """
    }

    private func deletion(in frame: Frame) -> HTML {
        """
        <section class="panel"><h2>Delete it</h2>
        <p>A phase that was right once and no longer holds is better taken back: then the record of it stays. Deleted, \
        it goes into the bin and can be taken out again for 30 days.</p>
        \(frame.form(
            to: .deletedPhase(reading.unit.id, reading.series.id, phase.id),
            content: "<button class=\"quiet\">Delete it</button>"
        ))</section>
        """
    }
}
