import Markup
import Sightline
import Storage

extension HomePage {
    /// The five strands, each with its state and what it rests on.
    var stripSection: HTML {
        let told = strip.results.map { evidence -> HTML in
            let table = Address.measures(unit.id).path(["stakeholder": evidence.stakeholder.rawValue])
            return row(
                "Results: \(evidence.stakeholder.plural.lowercased())",
                (evidence.state, "results-\(evidence.stakeholder.rawValue)"),
                "\(StripSentences.results(evidence)) <a href=\"\(table)\">The measures</a>"
            )
        }
        let untold = Strip.unmeasured.map { strand in
            row(strand.word, (.cannotTell, strand.rawValue), "\(StripSentences.unmeasured(strand))")
        }
        let board = Address.cycleBoard(unit.id).path
        let tests = row(
            Strand.testsOfChange.word,
            (strip.cycles.state, Strand.testsOfChange.rawValue),
            "\(StripSentences.cycles(strip.cycles)) <a href=\"\(board)\">The cycles</a>"
        )
        let tensions = StripSentences.tensions(strip).map { "<p><strong>\($0)</strong></p>" as HTML }
        return """
            <section><h2 id="strands">Five strands</h2>
            <p class="muted">\(StripSentences.whole(strip))</p>\(tensions)
            <div class="scroll" role="region" aria-labelledby="strands" tabindex="0"><table class="carded"><thead><tr>
            <th scope="col">Strand</th><th scope="col">State</th><th scope="col">Because</th></tr></thead>
            <tbody>\(untold)\(tests)\(told)</tbody></table></div>
            <details><summary>The rules</summary><p>\(StripSentences.rule)</p>
            <p>\(StripSentences.cyclesRule)</p></details></section>
            """
    }

    /// - Parameter state: with the part of the page of evidence that tells it.
    private func row(_ name: String, _ state: (StrandState, part: String), _ because: HTML) -> HTML {
        """
        <tr><th scope="row">\(name)</th><td data-name="State"><strong>\(state.0.word)</strong> \
        <a href="\(Address.strands(unit.id).path)#\(state.part)">evidence<span class="visually-hidden"> of \(name)\
        </span></a></td>\
        <td data-name="Because">\(because)</td></tr>
        """
    }
}

extension StrandState {
    var word: String {
        switch self {
        case .working: "Working"
        case .promising: "Promising"
        case .noSignal: "No signal"
        case .concern: "Concern"
        case .cannotTell: "Cannot tell"
        }
    }
}
