import Markup
import Sightline
import Storage

extension RecordingPage {
    func content(in frame: Frame) -> HTML {
        """
        <div class="stack">
        <div><p class="kicker">\(unit.name)</p><h1>\(recording.heading)</h1></div>
        <div class="panel"><dl class="facts">
        <dt>Recorded</dt><dd>\(recording.instant.words) by \(recording.author.name)</dd>
        <dt>Why</dt><dd>\(recording.reason)</dd>
        <dt>Observations</dt><dd>\(ImportSentences.changes(recording.changes))</dd>
        <dt>Series changed</dt><dd>\(recording.seriesCount)</dd>
        \(file)
        </dl></div>
        \(takingBack(in: frame))
        <p><a href="\(Address.measures(unit.id).path)">See the measures</a></p>
        </div>
        """
    }

    private var file: HTML? {
        recording.origin.map { origin in
            """
            <dt>File</dt><dd>\(origin.fileName), \(origin.rows) rows\(hash(of: origin))</dd>
            """
        }
    }

    private func hash(of origin: Recording.Origin) -> HTML? {
        showsHash ? ", SHA-256 <code class=\"digest\">\(origin.sha256)</code>" : nil
    }

    private func takingBack(in frame: Frame) -> HTML? {
        if let later = recording.undoneBy {
            return """
                <p class="panel">This has been
                <a href="\(Address.recording(unit.id, later).path)">taken back</a>.</p>
                """
        }
        switch undoing {
        case .notPermitted: return nil
        case .elsewhere:
            return """
                <p class="panel">It changed numbers outside \(unit.name) too. Take it back in the wider \
                unit that it was
                recorded for.</p>
                """
        case .possible: return form(in: frame)
        }
    }

    private func form(in frame: Frame) -> HTML {
        """
        <section class="panel"><h2>Take it back</h2>
        <p>What stood before is put back as a new edition; nothing is lost.</p>
        \(frame.form(to: .undoneRecording(unit.id, recording.id), content: """
            \(form.summary)\(form.text("reason", "Why", options: .init(isRequired: true)))
            <button class="quiet">Take it back</button>
            """))</section>
        """
    }
}
