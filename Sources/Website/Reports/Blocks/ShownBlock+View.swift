import Drawing
import Markup
import Sightline
import Statistics

extension [ShownBlock] {
    /// All of them, one under the other.
    ///
    /// - Parameters:
    ///   - isPublic: whether they are shown to anyone.
    ///   - more: what stands below a block.
    func html(isPublic: Bool, more: (ShownBlock) -> HTML? = { _ in nil }) -> HTML {
        // What comes under a heading is a step below it.
        var hasHeading = false
        let blocks = map { block -> HTML in
            if case .heading = block.content { hasHeading = true }
            return block.html(isUnderHeading: hasHeading, isPublic: isPublic, more(block))
        }
        return "\(Icon.definitions)\(blocks)"
    }
}

extension ShownBlock {
    fileprivate func html(isUnderHeading: Bool, isPublic: Bool, _ more: HTML?) -> HTML {
        func head(_ words: String) -> HTML {
            isUnderHeading ? "<h3>\(words)</h3>" : "<h2>\(words)</h2>"
        }
        let shown: HTML =
            switch content {
            case .heading(let words): "<h2>\(words)</h2>"
            case .words(let words): "<div class=\"prose\">\(PlainWords(text: words).html)</div>"
            case .chart(let summary, let address):
                chart(summary, head(summary.reading.measure.title), address)
            case .drawing(let theory, let address):
                drawing(theory, head("\(theory.drawing.word) of \(theory.title)"), address)
            case .story(let story, let unitName, let address):
                Self.story(story, head(story.title), unitName, address)
            case .hidden:
                "<p class=\"panel muted\">\(isPublic ? kind.notPublicSentence : kind.hiddenSentence)</p>"
            }
        return "<section class=\"block\" id=\"block-\(number)\">\(shown)\(more)</section>"
    }

    private func chart(_ summary: SeriesSummary, _ head: HTML, _ address: Address?) -> HTML {
        let reading = summary.reading
        let group: HTML? = reading.series.key.group.isEmpty ? nil : " · \(reading.series.key.group)"
        let rule: HTML? =
            reading.isOutside ? reading.ruleWords.map { "<p class=\"small muted\">\($0)</p>" } : nil
        let way = address.map { address -> HTML in
            """
            <p class="no-print"><a href="\(address.path)">More about this measure<span class="visually-hidden">: \
            \(reading.measure.title)</span></a></p>
            """
        }
        return """
            \(head)<p class="muted">\(reading.unit.name)\(group)</p>\(summary.words)
            \(summary.figure(nil, idPrefix: "block-\(number)-"))\(summary.foldedTable)\(rule)\(way)
            """
    }

    private func drawing(_ theory: DrawnTheory, _ head: HTML, _ address: Address?) -> HTML {
        let plain = theory.plain(idPrefix: "block-\(number)-theory")
        let hidden: HTML? =
            theory.hidesMeasures && theory.hiddenName == nil
            ? "<p class=\"muted\">Measures that aren’t public are not named here.</p>" : nil
        let way = address.map { address -> HTML in
            """
            <p class="no-print"><a href="\(address.path)">More about this programme<span class="visually-hidden">: \
            \(theory.title)</span></a></p>
            """
        }
        return """
            \(head)\(plain.figure)<details><summary>The same as a list</summary>\(plain.outline)</details>\
            \(hidden)\(way)
            """
    }

    private static func story(_ story: Story, _ head: HTML, _ unitName: String, _ address: Address?) -> HTML {
        let chosen: HTML? =
            story.chosenBy.isEmpty
            ? nil : "<p class=\"muted\">Chosen by \(story.chosenBy): \(story.chosenBecause)</p>"
        let way = address.map { address -> HTML in
            "<p class=\"no-print\"><a href=\"\(address.path)\">\(story.kind.word): \(story.title)</a></p>"
        }
        return """
            \(head)<p class="muted">\(story.kind.word), told on \(story.day.words), \(unitName)</p>
            <div class="prose">\(PlainWords(text: story.changed).html)\(PlainWords(text: story.matters).html)\(chosen)\
            </div>\(way)
            """
    }
}
