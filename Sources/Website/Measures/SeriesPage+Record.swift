import Drawing
import Markup
import Sightline
import Statistics
import Storage

extension SeriesPage {
    /// Notes on the chart, by their flags' numbers, and the form for another.
    func notesSection(in frame: Frame) -> HTML {
        let charted = reading.picture.chartedDays
        let notes = reading.annotations.enumerated().map { index, note -> HTML in
            let isOutside = charted.map { !$0.contains(note.day) } ?? false
            let details = [note.kind.words, note.author.name] + (isOutside ? ["outside the chart"] : [])
            return """
                <li value="\(index + 1)"><strong>\(note.day.words)</strong> \(note.text)\(link(to: note.cycle))
                <span class="muted">(\(details.joined(separator: ", ")))</span> \
                \(note.id == reading.definitionStart?.id ? nil : withdrawal(of: note, in: frame))</li>
                """
        }
        let told = SeriesSentences.notes(reading.annotations.map(\.day), takenBack: withdrawnNotes.count)
        let list: HTML = "<p>\(told)</p>\(notes.isEmpty ? nil : "<ol>\(notes)</ol>" as HTML)"
        let kinds = Annotation.Kind.allCases.map { (value: $0.rawValue, label: $0.words) }
        let form: HTML? =
            !mayAnnotate
            ? nil
            : """
            <details class="panel"\(noteForm.problems.isEmpty ? "" as HTML : " open")><summary>Add a \
            note</summary>
            \(frame.form(to: .annotations(unit.id, reading.series.id), content: """
                \(noteForm.summary)
                \(noteForm.text("note-day", "Day", options: .init(type: .date, isRequired: true)))
                \(noteForm.choice("note-kind", "What it is", of: kinds))
                \(noteForm.paragraph("note-text", "What happened", isRequired: true))
                <button>Add it</button>
                """))</details>
            """
        return "<section><h2>Notes</h2>\(list)\(withdrawnNotesList)\(form)</section>"
    }

    private func link(to cycle: Cycle.ID?) -> HTML? {
        cycle.flatMap { cycles[$0] }.map { ": <a href=\"\($0.address.path)\">\($0.question)</a>" }
    }

    /// Phases with who chose them and why; those that were taken back stay to be read.
    func phasesSection(in frame: Frame) -> HTML {
        let items = phases.map { phase -> HTML in
            let state: HTML =
                phase.withdrawn.map {
                    "<span class=\"muted\">Taken back on \($0.words).</span> \(change(phase, "History"))"
                        as HTML
                }
                ?? withdrawal(of: phase, in: frame)
            return """
                <li><strong>From \(phase.start.words)</strong>\(firstPoint(of: phase)) \(phase.reason)
                <span class="muted">(\(phase.author.name), \(phase.instant.words))</span> \(state)</li>
                """
        }
        let told = SeriesSentences.phases(
            phases.filter { $0.withdrawn == nil }.map(\.start),
            takenBack: phases.count { $0.withdrawn != nil }
        )
        let list: HTML = "<p>\(told)</p>\(items.isEmpty ? nil : "<ul>\(items)</ul>" as HTML)"
        let form: HTML? =
            !mayAnnotate
            ? nil
            : """
            <details class="panel"\(phaseForm.problems.isEmpty ? "" as HTML : " open")><summary>Start a new \
            phase</summary>
            <p>New limits from a day on, because the process has changed and you know why. The earlier \
            limits stay on the
            chart as a ghost.</p>
            \(frame.form(to: .phases(unit.id, reading.series.id), content: """
                \(phaseForm.summary)
                \(phaseForm.text("phase-start", "From which day", options: .init(type: .date, isRequired: true)))
                \(phaseForm.paragraph("phase-reason", "Why", hint: "People will read it in years.", isRequired: true))
                <button>Start it</button>
                """))</details>
            """
        return "<section><h2>Phases</h2>\(list)\(form)</section>"
    }

    /// The first point of a phase that starts within a period: the one after.
    private func firstPoint(of phase: Phase) -> String {
        let days = reading.picture.observations.days
        guard phase.withdrawn == nil, let first = days.first(where: { $0 >= phase.start }),
            measure.definition.period.start(of: phase.start) != phase.start
        else { return "" }
        return " (first point: \(measure.definition.period.label(for: first)))"
    }

    /// Notes that were taken back: off the chart, and still to be read.
    private var withdrawnNotesList: HTML? {
        guard !withdrawnNotes.isEmpty else { return nil }
        let period = measure.definition.period
        let items = withdrawnNotes.map { note -> HTML in
            """
            <li><del>\(period.label(for: note.day)) \(note.text)</del> <span class="muted">(\(note.author.name)) \
            Taken back on \(note.withdrawn?.words ?? "").</span> \(change(note, "History"))</li>
            """
        }
        return "<p>\(SeriesSentences.notesTakenBack(items.count))</p><ul>\(items)</ul>"
    }

    private func withdrawal(of note: Annotation, in frame: Frame) -> HTML {
        guard mayAnnotate else { return "" }
        let form = frame.form(
            to: .withdrawnAnnotations(unit.id, reading.series.id),
            content: """
                <input type="hidden" name="note" value="\(note.id.description)">
                <button class="link">Take it back<span class="visually-hidden">: \(note.text)</span></button>
                """
        )
        return "\(form) \(change(note, "Change or delete it"))"
    }

    /// The page of a note, with its history.
    private func change(_ note: Annotation, _ words: String) -> HTML? {
        guard mayAnnotate else { return nil }
        let address = Address.annotation(unit.id, reading.series.id, note.id)
        return """
            <a class="no-print" href="\(address.path)">\(words)<span class="visually-hidden">: \(note.text)</span></a>
            """
    }

    /// The page of a phase, with its history.
    private func change(_ phase: Phase, _ words: String) -> HTML? {
        guard mayAnnotate else { return nil }
        let address = Address.phase(unit.id, reading.series.id, phase.id)
        let day: HTML = "<span class=\"visually-hidden\">: from \(phase.start.words)</span>"
        return "<a class=\"no-print\" href=\"\(address.path)\">\(words)\(day)</a>"
    }

    private func withdrawal(of phase: Phase, in frame: Frame) -> HTML {
        guard mayAnnotate else { return "" }
        let form = frame.form(
            to: .withdrawnPhases(unit.id, reading.series.id),
            content: """
                <input type="hidden" name="phase" value="\(phase.id.description)">
                <button class="link">Take it back</button>
                """
        )
        return "\(form) \(change(phase, "Change or delete it"))"
    }

    var definitionSection: HTML {
        let definition = measure.definition
        return """
            <section><h2>Definition</h2><div class="panel"><dl class="facts">
            <dt>Counted</dt><dd>\(definition.numerator)</dd>
            \(fact("Out of", definition.denominator ?? ""))
            <dt>How often</dt><dd>Every \(definition.period.rawValue)</dd>
            <dt>Better is</dt><dd>\(measure.better.words)</dd>
            <dt>For</dt><dd>\(measure.stakeholder.plural), \(measure.role.rawValue)</dd>
            \(fact("Answers for it", measure.owner))
            \(fact("Source", measure.provenance.source))
            \(fact("Licence", measure.provenance.licence))
            \(fact("Attribution", measure.provenance.attribution))
            \(fact("Next review", measure.nextReview?.words ?? ""))
            \(origin?.fact)
            <dt>Key in files</dt><dd><code>\(measure.key)</code>, definition \(definition.version)</dd>
            </dl>\(changing)</div></section>\(definitionHistory)
            """
    }

    private func fact(_ name: String, _ value: String) -> HTML? {
        value.isEmpty ? nil : "<dt>\(name)</dt><dd>\(value)</dd>"
    }

    /// The way back to an older edition; nothing for the newest, and for who may not.
    private func wayBack(to edition: Edition, in frame: Frame) -> HTML? {
        guard mayRecord, edition.number != reading.series.edition else { return nil }
        return frame.form(
            to: .restoredEdition(unit.id, reading.series.id),
            content: """
                <input type="hidden" name="edition" value="\(edition.number)">
                <button class="link">Put it back<span class="visually-hidden">: edition \(edition.number)</span>\
                </button>
                """
        )
    }

    func editionsSection(in frame: Frame) -> HTML {
        let rows = editions.map { edition -> HTML in
            """
            <tr><th scope="row" class="number" data-name="Edition">\(edition.number)</th>\
            <td data-name="When">\(edition.recording.instant.words)</td>
            <td data-name="Who">\(edition.recording.author.name)</td>\
            <td data-name="Why">\(edition.recording.reason)</td>
            <td data-name="From"><a \
            href="\(Address.recording(unit.id, edition.recording.id).path)">\(edition.recording.heading)</a></td>
            <td data-name="Changes">\(ImportSentences.changes(edition.changes))</td>\(hash(of: edition))\
            <td>\(wayBack(to: edition, in: frame))</td></tr>
            """
        }
        let told = SeriesSentences.editions(editions.map(\.recording.instant))
        return """
            <section><h2 id="editions">Editions</h2><p>\(told)</p>
            <div class="scroll" role="region" aria-labelledby="editions" tabindex="0"><table class="carded"><thead><tr>
            <th scope="col" class="number">Edition</th><th scope="col">When</th><th scope="col">Who</th><th \
            scope="col">Why</th>
            <th scope="col">From</th><th scope="col">Changes</th>\(hashHead)<th scope="col">Way back</th></tr></thead>
            <tbody>\(rows)</tbody></table></div></section>
            """
    }

    /// A hash of numbers of which few are unknown gives these away to whoever tries them all.
    private func hash(of edition: Edition) -> HTML? {
        guard !reading.isOutside else { return nil }
        return """
            <td data-name="SHA-256"><code \
            title="\(edition.sha256)">\(String(edition.sha256.prefix(12)))</code></td>
            """
    }

    private var hashHead: HTML? { reading.isOutside ? nil : "<th scope=\"col\">SHA-256</th>" }
}
