import Markup
import Sightline

/// All that speaks of an arrow, on the arrow's page: why it has its state, its cycles, what is attached to it, and the
/// ways to attach more.
struct ArrowEvidence: Sendable {
    let reading: ProgrammeReading
    let link: TheoryLink

    private var programme: Programme { reading.programme }

    var section: HTML {
        let hidden = reading.hiddenEvidence(of: link)
        let more = EvidenceSentences.hidden(hidden)
        return """
            <section><h2 id="evidence">Evidence</h2>
            <p>\(EvidenceSentences.state(by: reading.tally(of: link), isWhole: hidden == 0))</p>
            \(list)
            \(more.map { "<p class=\"muted\">\($0)</p>" as HTML })
            \(ways)\(takenAway)
            <details><summary>How the state of an arrow is found</summary><p>\(EvidenceSentences.rule)</p></details>
            </section>
            """
    }

    private var list: HTML? {
        let cycles = reading.theory.cycles(for: link, among: reading.cycles).map { cycle -> HTML in
            let path = Address.cycle(programme.unit, programme.id, cycle.id).path
            return """
                <li><span class="tag">\(EvidenceKind.cycle.word)</span> <a href="\(path)">\(cycle.question)</a> \
                <strong>\(cycle.verdict?.word ?? "")</strong></li>
                """
        }
        let attached = reading.evidence(of: link).map { seen -> HTML in
            let evidence = seen.evidence
            return """
                <li><span class="tag">\(evidence.kind.word)</span> \(name(seen)) \
                <strong>\(evidence.bearing.word)</strong>\
                \(seen.discountTag) because \(LinkedText.html(evidence.why))\
                <div class="small">\(seen.detail)</div></li>
                """
        }
        let items = cycles + attached
        let told = TheoryListSentences.evidence(items.count)
        return items.isEmpty ? nil : "<p>\(told)</p><ul class=\"signals\">\(items)</ul>"
    }

    private func name(_ seen: SeenEvidence) -> HTML {
        "<a href=\"\(Address.evidence(programme.unit, programme.id, seen.evidence.id).path)\">\(seen.title)</a>"
    }

    private var ways: HTML? {
        guard reading.mayEdit, link.removal == nil else { return nil }
        let links = EvidenceKind.attached.map { kind -> HTML in
            let path = Address.newEvidence(programme.unit, programme.id, link.id, kind).path
            return "<li><a href=\"\(path)\">\(kind.invitation)</a></li>"
        }
        return """
            <nav class="panel no-print" aria-label="Attach evidence"><p>Attach evidence:</p><ul>\(links)</ul></nav>
            """
    }

    /// What was attached once, with the way to its history and back.
    private var takenAway: HTML? {
        let all = reading.everything.evidence(of: link.id).compactMap { reading.evidence[$0.id] }
        let items = all.compactMap { seen -> HTML? in
            seen.evidence.removal.map { removal in
                """
                <li><del>\(name(seen))</del> \(removal.reason) <span class="muted">(\(removal.name), \
                \(removal.instant.words))</span></li>
                """
            }
        }
        guard !items.isEmpty else { return nil }
        return """
            <details><summary>Evidence that was taken away</summary>
            <p>\(KeptSentences.takenOut(items.count, evidence: true))</p><ul>\(items)</ul></details>
            """
    }
}
