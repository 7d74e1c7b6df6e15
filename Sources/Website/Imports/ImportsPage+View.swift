import Markup
import Sightline
import Storage

extension ImportsPage {
    func content(in frame: Frame) -> HTML {
        """
        <div class="stack">
        <div><p class="kicker">\(unit.name)</p><h1>Import</h1>
        <p>Send a CSV file, see what it would change, then confirm. Everything can be taken back.</p></div>
        \(waitingFiles)
        \(measures.isEmpty ? noMeasures : sending(in: frame))
        \(layout)
        \(lately)
        </div>
        """
    }

    private var noMeasures: HTML {
        """
        <section class="panel"><h2>Begin with a measure</h2>
        <p>There is nothing to import into yet. Say first what is counted and why it \
        matters\(adding).</p></section>
        """
    }

    private var adding: HTML {
        mayEditMeasures ? ": <a href=\"\(Address.newMeasure(unit.id).path)\">add a measure</a>" : ""
    }

    private static let fileHint =
        "UTF-8, with column names in the first row; parted by commas, semicolons or tabs."
    private static let pasteHint = "With the column names. Straight from a spreadsheet will do."

    private var waitingFiles: HTML? {
        guard !waiting.isEmpty else { return nil }
        let items = waiting.map { file -> HTML in
            """
            <li><a href="\(Address.pendingImport(unit.id, file.id).path)">\(file.fileName)</a> \(file.reason) \
            <span class="muted">(sent \(now.age(of: file.instant)))</span></li>
            """
        }
        return """
            <section class="panel"><h2>Waiting for you</h2>
            <p>\(ImportSentences.waiting(waiting.count))</p>
            <ul>\(items)</ul></section>
            """
    }

    private func sending(in frame: Frame) -> HTML {
        let titles = measures.map { (value: $0.id.description, label: $0.title) }
        return """
            <section class="panel"><h2>Send a file</h2>
            \(frame.uploadForm(to: .imports(unit.id), content: """
                \(form.summary)
                \(form.file("file", "CSV file", hint: Self.fileHint))
                \(form.paragraph("pasted", "Or paste the rows", hint: Self.pasteHint))
                \(form.choice("measure", "Which measure", of: [(value: "", label: "The file names it")] + titles))
                \(form.choice("units", "Which unit", of: [
                    (value: "", label: "The file names it"),
                    (value: Self.thisUnit, label: "Every row is for \(unit.name)"),
                ]))
                \(form.choice("mode", "What the file leaves out", of: [
                    (value: Proposal.Mode.merge.rawValue, label: "stays as it is"),
                    (value: Proposal.Mode.replace.rawValue, label: "is removed: the file is all there is"),
                ]))
                \(form.text("reason", "Why", hint: "Such as “March figures”.", options: .init(isRequired: true)))
                <button>Look at what it would change</button>
                """))</section>
            """
    }

    private var layout: HTML {
        """
        <details class="panel"><summary>What a file looks like</summary>
        <p>One row a period. Columns are found by name, in any order: <code>measure</code> (its key or \
        title) and
        <code>unit</code> (its code or name) unless you choose them above, <code>date</code>, and \
        <code>value</code>, or
        <code>numerator</code> and <code>denominator</code>; <code>group</code> where a measure is split.
        Dates look like 2026-03-01, 2026-03, Mar-26 or March 2026. 01/03/2026 is 1 March, and is read only \
        where every date with slashes in the file can be day/month/year. An empty field or NA is a missing value.</p>
        <pre class="code">measure,unit,date,numerator,denominator
        four-hour-wait,APP-GEN,2026-03,4812,6390
        four-hour-wait,APP-GEN,2026-04,4790,6255</pre></details>
        """
    }

    private var lately: HTML {
        let rows = recordings.map { recording -> HTML in
            """
            <tr><td data-name="When">\(recording.instant.words)</td>
            <td data-name="What"><a \
            href="\(Address.recording(unit.id, recording.id).path)">\(recording.heading)</a></td>
            <td data-name="Who">\(recording.author.name)</td>\
            <td data-name="Changes">\(ImportSentences.changes(recording.changes))</td>
            <td data-name="State">\(recording.undoneBy == nil ? "In force" : "Taken back")</td></tr>
            """
        }
        let table: HTML = """
            <div class="scroll" role="region" aria-labelledby="lately" tabindex="0"><table class="carded">
            <thead><tr><th scope="col">When</th><th scope="col">What</th><th scope="col">Who</th>
            <th scope="col">Changes</th><th \
            scope="col">State</th></tr></thead><tbody>\(rows)</tbody></table></div>
            """
        let sentence = ListSentences.recordings(recordings.count, newest: recordings.first?.instant)
        return """
            <section><h2 id="lately">Recorded lately</h2><p>\(sentence)</p>\(recordings.isEmpty ? nil : table)</section>
            """
    }
}
