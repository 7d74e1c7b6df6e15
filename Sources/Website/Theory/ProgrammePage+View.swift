import Drawing
import Markup
import Sightline
import Statistics

extension ProgrammePage {
    func content(in frame: Frame) -> HTML {
        """
        <div class="stack">
        <div class="title"><div><p class="kicker">Programme of \(reading.unit.name)</p><h1>\(programme.title)</h1></div>
        \(reading.mayEdit ? editing : nil)</div>
        <p class="lede">\(programme.purpose)</p>
        <p class="line"><span class="tag">\(programme.state.word)</span> <span class="muted">It may be read by \
        \(programme.visibility.programmeWords).</span></p>
        <p>\(reading.readings.headline)</p>
        <div data-part="balance">\(balanceNote)</div>
        \(stuckNote)
        \(diagram)
        <section data-part="list"><h2 id="theory-list">The theory</h2>\(outline(in: frame))\(rule)\
        \(historyLink)</section>
        <section data-part="cycles"><h2>Cycles</h2>\(ramps)</section>
        \(StoryList(stories: stories).section(tell: reading.wayToTell(of: programme.id.pathText)))
        <div class="part" data-part="removed">\(removals.isEmpty ? nil : removed)</div>
        \(audience.html())
        \(sharing.html(in: frame))
        \(reading.mayEdit ? editor : nil)
        </div>
        """
    }

    /// What makes the drawing an editor of the theory: each of its links leads to a page that does the same.
    private var editor: HTML {
        "<script type=\"module\" src=\"\(Address.asset(.theoryScript).path)\"></script>"
    }

    private var editing: HTML {
        """
        <p class="actions"><a class="button" href="\(reading.wayToAdd())" data-panel="addition">\
        Add to the theory</a> <a href="\(Address.programmeDetails(programme.unit, programme.id).path)">Details</a></p>
        """
    }

    private var balanceNote: HTML? {
        let balance = Balance(of: theory.measures, in: reading.reader.measures)
        guard !balance.isWhole else { return nil }
        if !programme.unbalanced.isEmpty {
            return "<p>It goes without \(balance.missing), because: \(programme.unbalanced)</p>"
        }
        return "<p>Before it is active it needs \(balance.missing), or a reason why not.</p>"
    }

    private var stuckNote: HTML? {
        let stuck = reading.cycles.filter { $0.isStuck(on: today) }
        guard !stuck.isEmpty else { return nil }
        let items = stuck.map { cycle -> HTML in
            """
            <li><a href="\(Address.cycle(programme.unit, programme.id, cycle.id).path)">\(cycle.question)</a> \
            <span class="muted">(\(cycle.phase.word))</span></li>
            """
        }
        return """
            <section class="panel doubt"><h2>Open for more than six weeks</h2>
            <p>\(CycleListSentences.stuck(stuck.count))</p><ul>\(items)</ul></section>
            """
    }

    private var diagram: HTML? {
        guard !theory.nodes.isEmpty else { return nil }
        return """
            <section id="drawing" data-part="drawing"><h2>\(drawing.word)</h2>\(drawings)
            <p class="muted">\(drawing.hint)</p>
            <div class="scroll picture" role="region" aria-label="\(drawing.word)" tabindex="0">\
            \(reading.picture(drawing, isEdited: reading.mayEdit).svg())</div>
            <p>The list below says the same. \(downloads)</p></section>
            """
    }

    /// The ways to draw it.
    private var drawings: HTML {
        let links = TheoryDrawing.allCases.map { other -> HTML in
            let current: HTML = other == drawing ? " aria-current=\"page\"" : ""
            let path = programme.address.path([Self.drawingParameter: other.rawValue])
            return "<li><a href=\"\(path)#drawing\"\(current)>\(other.word)</a></li>"
        }
        return "<nav class=\"drawings\" aria-label=\"Drawings of the theory\"><ul>\(links)</ul></nav>"
    }

    private var downloads: HTML {
        func path(_ format: TheoryPictureFile.Format) -> String {
            Address.theoryPicture(programme.unit, programme.id, .init(drawing, format)).path
        }
        return """
            <span class="downloads">Download: <a href="\(path(.svg))" download>drawing (SVG)</a> \
            <a href="\(path(.png))" download>drawing (PNG)</a></span>
            """
    }

    // MARK: The list

    private func outline(in frame: Frame) -> HTML {
        guard !theory.nodes.isEmpty else { return "<p class=\"muted\">Nothing yet: begin with the aim.</p>" }
        return "<p>\(TheoryListSentences.outline(of: theory))</p>\(theory.list { row($0, in: frame) })"
    }

    private func row(_ line: Theory.Line, in frame: Frame) -> HTML {
        let node = line.node
        let measures = theory.measures(of: node.id).map { hung -> HTML in
            "<span class=\"small\">\(hung.tag.rawValue): \(reading.title(of: hung.measure))</span>"
        }
        let aim = reading.aim(node)
        let address = Address.theoryNode(programme.unit, programme.id, node.id).path
        let changes =
            reading.mayEdit && !line.isRepeated
            ? TheoryRow(node: node, reading: reading).changes(in: frame) : nil
        let id: HTML? = line.isRepeated ? nil : " id=\"\(TheoryRow.id(of: node.id))\""
        return """
            <div class="tree-row"\(id)><span class="tag">\(node.kind.word)</span> <a class="name" \
            href="\(address)">\(node.title)</a>\(aim.isEmpty ? nil : "<span>\(aim)</span>" as HTML)\(measures)\
            \(line.isRepeated ? "<span class=\"muted small\">(as above)</span>" as HTML : nil)\
            \(line.link.map(arrow))\(changes)</div>
            """
    }

    private func arrow(_ link: TheoryLink) -> HTML {
        let state = reading.state(of: link)
        let judged = link.judgement.map { judgement -> HTML in
            "; \(judgement.name) judges it \(judgement.state.word)"
        }
        return """
            <span class="small">we believe so because \(link.because) \
            <a href="\(Address.arrow(programme.unit, programme.id, link.id).path)">\(state.word)\
            <span class="visually-hidden"> arrow: more about it</span></a> \
            (\(reading.evidenceWords(of: link))\(judged))</span>
            """
    }

    private var rule: HTML {
        """
        <details><summary>How the state of an arrow is found</summary><p>\(EvidenceSentences.rule)</p></details>
        """
    }

    // MARK: Ramps

    private var ramps: HTML {
        let ideas = theory.nodes.filter { $0.kind == .changeIdea }
        guard !ideas.isEmpty || !reading.readings.isEmpty else {
            return "<p class=\"muted\">A cycle tests a change idea: add one to the theory first.</p>"
        }
        let sections = ideas.map { idea -> HTML in
            let own = reading.readings.filter { $0.cycle.idea == idea.id }
            return """
                <section><h3>\(idea.title)</h3>\(RampsView(readings: own, reading: reading).html)\
                \(reading.mayRecord ? newCycle(of: idea) : nil)</section>
                """
        }
        let present = Set(ideas.map(\.id))
        let others = reading.readings.filter { !present.contains($0.cycle.idea) }
        let rest: HTML? =
            others.isEmpty
            ? nil
            : """
            <section><h3>Of ideas that were taken out</h3>\
            \(RampsView(readings: others, reading: reading).html)</section>
            """
        return "\(sections)\(rest)"
    }

    private func newCycle(of idea: TheoryNode) -> HTML {
        """
        <p><a href="\(Address.newCycle(programme.unit, programme.id, idea.id).path)">Start a cycle\
        <span class="visually-hidden"> of \(idea.title)</span></a></p>
        """
    }

    private var historyLink: HTML? {
        guard !reading.everything.nodes.isEmpty else { return nil }
        let path = Address.theoryHistory(programme.unit, programme.id).path
        return "<p><a href=\"\(path)\">How the theory changed</a></p>"
    }

    private func address(of removal: TheoryStore.Removal) -> Address {
        let (unit, id) = (programme.unit, programme.id)
        return removal.node.map { .theoryNode(unit, id, $0) }
            ?? removal.arrow.map { .arrow(unit, id, $0) } ?? programme.address
    }

    private var removed: HTML {
        let items = removals.map { removal -> HTML in
            """
            <li><a href="\(address(of: removal).path)"><del>\(removal.title)</del><span class="visually-hidden">, \
            which was taken out: its history, and the way back</span></a> \(removal.reason) \
            <span class="muted">(\(removal.name), \(removal.instant.words))</span></li>
            """
        }
        return """
            <section><h2>What was taken out</h2><p>\(KeptSentences.takenOut(items.count))</p><ul>\(items)</ul></section>
            """
    }
}
