import Markup
import Sightline

extension ReportEditingPage {
    func content(in frame: Frame) -> HTML {
        let count = report.blocks.count
        let blocks = report.blocks.enumerated().map { place, block in
            section(of: block, place + 1, of: count, in: frame)
        }
        return """
            <div class="stack">
            <div class="title"><div><p class="kicker"><a href="\(report.address.path)">\(report.title)</a></p>
            <h1>\(title)</h1></div><p class="actions"><a class="button" href="\(report.address.path)">Read it</a>
            <a href="\(Address.reports(.details(unit.id, report.id)).path)">Title and readers</a></p></div>
            <p class="lede">\(report.summary)</p>
            <p>\(HomeSentences.blocks(count))</p>
            \(blocks)
            <section class="stack" id="add"><h2>Add to it</h2>
            <p>What you add comes last; then move it to where it belongs.</p>\(adding(in: frame))</section>
            </div>
            """
    }

    private func section(
        of block: Report.Block,
        _ place: Int,
        of count: Int,
        in frame: Frame
    ) -> HTML {
        let form = form(of: block)
        let which: HTML = "<span class=\"visually-hidden\"> block \(place)</span>"
        return """
            <section class="panel" id="block-\(block.number)"><h2>\(place). \(block.kind.word)</h2>
            \(frame.form(to: .reports(.block(unit.id, report.id, block.number)), content: """
                \(form.origin)\(form.summary)\(control(of: block, place, in: form))<button>Save\(which)</button>
                """))
            \(moving(block, place, of: count, in: frame))
            \(frame.form(to: .reports(.removedBlock(unit.id, report.id, block.number)), content: """
                <input type="hidden" name="\(Edit.revision)" value="\(String(revision))">
                <button class="quiet">Remove\(which)</button>
                """))
            </section>
            """
    }

    private func control(of block: Report.Block, _ place: Int, in form: FormState) -> HTML {
        let label = "\(block.kind.word) of block \(place)"
        return switch block.kind {
        case .heading: form.text(block.field, label, options: .init(isRequired: true))
        case .words: form.paragraph(block.field, label, isRequired: true)
        case .chart, .drawing, .story: form.choice(block.field, label, of: choices(for: block))
        }
    }

    private func moving(_ block: Report.Block, _ place: Int, of count: Int, in frame: Frame) -> HTML? {
        guard count > 1 else { return nil }
        func button(_ direction: String, _ word: String) -> HTML {
            """
            <button class="quiet" name="direction" value="\(direction)">\(word)<span class="visually-hidden">: block \
            \(place)</span></button>
            """
        }
        let buttons = [
            place > 1 ? button("up", "Move up") : nil, place < count ? button("down", "Move down") : nil,
        ].compactMap { $0 }
        return frame.form(
            to: .reports(.movedBlock(unit.id, report.id, block.number)),
            content: "<p class=\"actions\">\(buttons)</p>"
        )
    }

    // MARK: Adding

    private func adding(in frame: Frame) -> HTML {
        let forms = Report.Block.Kind.allCases.compactMap { kind -> HTML? in
            guard let control = newControl(of: kind) else { return nil }
            return """
                <section class="panel"><h3>\(kind.word)</h3>\(kind == .chart ? finding : nil)
                \(frame.form(to: .reports(.blocks(unit.id, report.id)), content: """
                    \(form(ofNew: kind).summary)\(control)<button>Add<span class="visually-hidden"> \
                    \(kind.word.lowercased())</span></button>
                    """))</section>
                """
        }
        return "\(forms)"
    }

    /// Nil where there is nothing to choose.
    private func newControl(of kind: Report.Block.Kind) -> HTML? {
        let form = form(ofNew: kind)
        let name = Self.newField(kind)
        switch kind {
        case .heading: return form.text(name, "New heading", options: .init(isRequired: true))
        case .words: return form.paragraph(name, "New words", hint: Self.wordsHint, isRequired: true)
        case .chart, .drawing, .story:
            let choices = choices.choices(of: kind)
            guard !choices.isEmpty || kind == .chart || newForm?.kind == kind else { return nil }
            let label = "Which \(kind.word.lowercased())"
            return form.choice(name, label, of: [(value: "", label: "Choose one")] + choices)
        }
    }

    private static let wordsHint = """
        Each line is a paragraph. Lines that begin with a dash are a list.
        """

    /// The way to a chart among many.
    private var finding: HTML? {
        guard !find.isEmpty || choices.moreCharts > 0 else { return nil }
        let form = FormState([BlockChoices.find: find])
        let more: HTML? =
            choices.moreCharts > 0
            ? "<p>The first \(choices.charts.count) are listed, and \(choices.moreCharts) are not.</p>" : nil
        let path = Address.reports(.blocks(unit.id, report.id)).path
        return """
            \(more)<form class="form" method="get" action="\(path)#add" role="search">
            \(form.text(BlockChoices.find, "List only charts with these words in their names"))
            <button class="quiet">List them</button></form>
            """
    }
}
