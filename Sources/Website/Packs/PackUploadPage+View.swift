import Exchange
import Markup
import Sightline
import Storage

extension PackUploadPage {
    func content(in frame: Frame) -> HTML {
        """
        <div class="stack">
        <div><p class="kicker"><a href="\(Address.packs(.list(unit.id)).path)">Packs of \(unit.name)</a></p>
        <h1>\(title)</h1></div>
        \(found)
        \(reading?.content.map { preview($0, in: frame) })
        \(sending(in: frame))
        \(reading == nil ? Self.layout : nil)
        </div>
        """
    }

    // MARK: What is wrong

    private var found: HTML? {
        guard let reading, reading.content == nil else { return nil }
        let rows = reading.problems.map { problem -> HTML in
            """
            <tr><td class="number" data-name="Line">\(problem.line.map { "\($0)" } ?? "")</td>\
            <td data-name="Field">\(problem.field)</td>\
            <td class="prose" data-name="What would be right">\(problem.sentence)</td></tr>
            """
        }
        return """
            <div class="error-summary" role="alert" tabindex="-1">
            <h2>\(PackSentences.toPutRight(reading.problemCount))</h2>
            <p>\(PackSentences.problems(reading.problems.count, of: reading.problemCount))</p>
            <div class="scroll" role="region" aria-label="What is to put right" tabindex="0"><table class="carded">
            <thead><tr><th scope="col" class="number">Line</th><th scope="col">Field</th>
            <th scope="col">What would be right</th></tr></thead><tbody>\(rows)</tbody></table></div></div>
            """
    }

    // MARK: What it says

    private func preview(_ content: PackContent, in frame: Frame) -> HTML {
        let next = (before?.newest.number ?? 0) + 1
        let button = before == nil ? "Keep it" : "Keep it as version \(next)"
        return """
            <section><p class="lede">\(content.header.purpose)</p>
            \(PackFacts(header: content.header, today: today).html)
            \(standing(next))
            \(frame.uploadForm(to: .packs(.new(unit.id)), content: """
                \(form.carrying(["pack-text", "seen"]))<input type="hidden" name="step" value="\(Self.keep)">
                \(FormState().text("what-is-new", Self.newLabel, options: .init(longest: PackStore.longestReason)))
                <button>\(button)</button>
                """))</section>
            <section><h2>Measures</h2>
            \(PackMeasures(content: content).html)</section>
            """
    }

    private static let newLabel = "What is new in it (optional)"

    /// What keeping it would do.
    private func standing(_ next: Int) -> HTML {
        let stale: HTML? =
            !isStale
            ? nil
            : """
            <div class="error-summary" role="alert" tabindex="-1"><h2>Someone kept a version while you were at it</h2>
            <p>Nothing of yours has been kept yet. Look at theirs first; then keep yours after it, or take over what \
            they changed into the text below.</p></div>
            """
        guard let before else {
            return "<p>\(unit.name) has no pack of this name: this will be its first version.</p>"
        }
        return """
            \(stale)\(comparison?.section)
            <p>\(unit.name) has <a href="\(before.address.path)">a pack of this name</a>: this will be its version \
            \(next). The older ones stay to be read.</p>
            """
    }

    // MARK: Sending it

    private func sending(in frame: Frame) -> HTML {
        let heading = reading == nil ? nil : "<h2>Change the text</h2>" as HTML
        return """
            <section class="panel no-print">\(heading)
            \(frame.uploadForm(to: .packs(.new(unit.id)), content: """
                \(form.summary)
                \(form.file("pack-file", "A file (YAML)", hint: Self.fileHint))
                \(form.paragraph("pack-text", "Or its text", longest: PackReader.mostBytes))
                <button>Look at what it says</button>
                """))</section>
            """
    }

    private static let fileHint =
        "UTF-8, at most \(PackReader.mostBytes / 1_000) kB. You see what it says before it is kept."

    private static let layout: HTML = """
        <details class="panel"><summary>What a pack looks like</summary>
        <p>Names and values, one a line. Every pack that you may read can be downloaded and changed. A file with the \
        name of a pack that the unit has is its next version.</p>
        <pre class="code">kind: measures
        format: 1
        name: falls
        title: Falls on wards
        purpose: To see whether fewer people fall.
        author: The falls group
        reviewed-by: Dr Lee
        reviewed-on: 2026-03-01
        next-review: 2027-03-01
        licence: CC BY 4.0
        measures:
          - key: falls-with-harm
            title: Falls with harm
            why: Someone lost their confidence, or more.
            stakeholder: patient
            role: outcome
            better: down
            numerator: Falls in the month after which someone was hurt
            period: month
            chart: c</pre></details>
        """
}
