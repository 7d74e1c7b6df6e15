import Markup
import Sightline

extension NodePage {
    func content(in frame: Frame) -> HTML {
        """
        <div class="stack">
        <div><p class="kicker">\(node.kind.word) of <a href="\(programme.address.path)">\(programme.title)</a></p>\
        <h1>\(node.title)</h1></div>
        \(node.detail.isEmpty ? nil : "<p class=\"lede\">\(node.detail)</p>" as HTML)
        \(node.removal.map { takenOut($0, in: frame) })
        \(facts)
        \(arrows)
        \(measures(in: frame))
        \(node.kind == .changeIdea ? cycles : nil)
        \(reading.mayEdit && node.removal == nil ? changes(in: frame) : nil)
        \(history.section(in: frame, reading.mayEdit ? [.init(address: address)] : []))
        </div>
        """
    }

    private var address: Address { .theoryNode(programme.unit, programme.id, node.id) }

    /// Where it isn't in the theory any more: why, and the way back.
    private func takenOut(_ removal: TheoryRemoval, in frame: Frame) -> HTML {
        let form: HTML? =
            !reading.mayEdit
            ? nil
            : frame.form(
                to: address,
                content: """
                    \(forms.node.origin)\(forms.node.summary)
                    \(forms.node.carrying(fields.map(\.name).filter { $0 != "in-theory" && $0 != "reason" }))
                    <input type="hidden" name="in-theory" value="yes">
                    <p>The arrows that went out with it come back, as far as they still fit.</p>
                    <button>Put it back</button>
                    """
            )
        return """
            <section class="panel doubt"><h2>It was taken out</h2><p>\(removal.reason) <span class="muted">\
            (\(removal.name), \(removal.instant.words))</span></p>\(form)</section>
            """
    }

    private var facts: HTML? {
        let aim = reading.aim(node)
        let time = reading.timeToKnow(node, in: pictures)
        let know = time.map { "<p class=\"muted\"><strong>Time to know.</strong> \($0)</p>" as HTML }
        return aim.isEmpty ? nil : "<p>\(aim)</p>\(know)"
    }

    private var arrows: HTML {
        let theory = reading.theory
        let own = theory.links.filter { $0.from == node.id || $0.to == node.id }
        let items = own.map { link -> HTML in
            let isOut = link.from == node.id
            let other = theory[isOut ? link.to : link.from]?.title ?? ""
            let state = reading.state(of: link)
            let assumptions = link.assumptions.isEmpty ? "" : " It assumes: \(link.assumptions)"
            return """
                <li>We believe that it \(isOut ? "brings about" : "comes from") <strong>\(other)</strong> because \
                \(link.because)\(assumptions) \
                <a href="\(Address.arrow(programme.unit, programme.id, link.id).path)">\(state.word)\
                <span class="visually-hidden"> arrow: more about it</span></a> (\(reading.evidenceWords(of: link)))</li>
                """
        }
        let told = TheoryListSentences.arrows(own.map(reading.state(of:)))
        let list: HTML? = items.isEmpty ? nil : "<ul>\(items)</ul>"
        return "<section><h2>Arrows</h2><p>\(told)</p>\(list)</section>"
    }

    private func measures(in frame: Frame) -> HTML {
        let items = reading.everything.measures(of: node.id).map { hung -> HTML in
            let removal: HTML? =
                !reading.mayEdit || node.removal != nil
                ? nil
                : frame.form(
                    to: .nodeMeasures(programme.unit, programme.id, node.id),
                    content: """
                        <input type="hidden" name="taken-down" value="\(hung.measure.pathText)">
                        <button class="link">Take it down<span class="visually-hidden">: \
                        \(reading.title(of: hung.measure))</span></button>
                        """
                )
            return
                "<li>\(reading.title(of: hung.measure)) <span class=\"tag\">\(hung.tag.rawValue)</span> \(removal)</li>"
        }
        let list: HTML? = items.isEmpty ? nil : "<ul>\(items)</ul>"
        return
            "<section><h2>Measures</h2><p>\(TheoryListSentences.measures(items.count))</p>\(list)</section>"
    }

    private var cycles: HTML {
        let own = reading.readings.filter { $0.cycle.idea == node.id }
        let start: HTML? =
            !reading.mayRecord || node.removal != nil
            ? nil
            : """
            <p><a class="button" href="\(Address.newCycle(programme.unit, programme.id, node.id).path)">Start a \
            cycle</a></p>
            """
        let ramps = RampsView(readings: own, reading: reading, pictures: pictures)
        return "<section><h2>Cycles</h2>\(ramps.html)\(start)</section>"
    }

    // MARK: Forms

    private func changes(in frame: Frame) -> HTML {
        """
        <div class="panels">
        \(panel(.arrow, "Add an arrow", arrowForm(in: frame)))
        \(panel(.measure, "Hang a measure on it", measureForm(in: frame)))
        \(panel(.words, "Change its words", nodeForm(in: frame)))
        \(panel(.order, "Move it", moveForm(in: frame)))
        \(panel(.removal, "Take it out", removalForm(in: frame)))
        </div>
        """
    }

    private func panel(_ panel: Panel, _ heading: String, _ form: HTML) -> HTML {
        "<section class=\"panel\" id=\"\(panel.rawValue)\"><h2>\(heading)</h2>\(form)</section>"
    }

    private func arrowForm(in frame: Frame) -> HTML {
        guard !ends.isEmpty else {
            return
                "<p class=\"muted\">There is nothing in the theory that it doesn’t lead to or come from already.</p>"
        }
        let form = forms.arrow
        let choices = ends.map { (value: $0.id.pathText, label: "\($0.kind.word): \($0.title)") }
        return frame.form(
            to: .nodeArrows(programme.unit, programme.id, node.id),
            content: """
                \(form.summary)
                \(form.choice("to", "It brings about", of: choices))
                \(form.paragraph("because", "We believe so because", isRequired: true))
                \(form.paragraph("assumptions", "What has to hold besides (optional)"))
                <button>Add the arrow</button>
                """
        )
    }

    private func measureForm(in frame: Frame) -> HTML {
        let form = forms.measure
        let tags = Measure.Role.allCases.map { (value: $0.rawValue, label: $0.rawValue) }
        return frame.form(
            to: .nodeMeasures(programme.unit, programme.id, node.id),
            content: """
                \(form.summary)
                \(form.choice("hung-measure", "Measure", of: reading.measureChoices))
                \(form.choice("tag", "What it is here", hint: Self.tagHint, of: tags))
                <button>Hang it</button>
                """
        )
    }

    private func nodeForm(in frame: Frame) -> HTML {
        let form = forms.node
        return frame.form(
            to: address,
            content: """
                \(form.origin)\(form.summary)
                \(form.carrying(["hung-measures", "position", "in-theory", "reason"]))
                \(form.text("title", "Title", options: .init(isRequired: true)))
                \(form.paragraph("detail", "In more words (optional)"))
                \(node.kind == .aim ? NewNodePage.aimFields(form, reading, with: node.measure) : nil)
                <button>Save</button>
                """
        )
    }

    private func moveForm(in frame: Frame) -> HTML {
        frame.form(
            to: .movedNode(programme.unit, programme.id, node.id),
            content: """
                <p>Among the others of its kind.</p><p class="actions">
                <button name="direction" value="up">Up</button>
                <button name="direction" value="down">Down</button></p>
                """
        )
    }

    private func removalForm(in frame: Frame) -> HTML {
        let form = forms.removal
        return frame.form(
            to: .removedNode(programme.unit, programme.id, node.id),
            content: """
                \(form.summary)
                \(form.paragraph("reason", "Why", hint: "Its arrows go with it; both are kept.", isRequired: true))
                <button class="quiet">Take it out</button>
                """
        )
    }

    private static let tagHint = "A balancing measure shows what the change may make worse."
}
