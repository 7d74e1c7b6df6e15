package import Markup
package import Statistics

/// A Pareto chart as a picture: bars from the longest down, each with its count and the share of all down to
/// it.
///
/// The bars that make up the first 80% are darker. There is no second axis: shares are written, not drawn.
package struct ParetoPicture: Sendable {
    package var title: String
    package var subtitle = ""
    /// The text alternative: what the chart says, in a sentence.
    package var summary: String
    package var pareto: Pareto
    package var size = ChartSize.page
    /// Whether the title and the subtitle are part of the picture.
    package var showsTitle = true
    /// Makes ids unique on a page with several pictures.
    package var idPrefix: String

    package init(title: String, summary: String, pareto: Pareto, idPrefix: String) {
        self.title = title
        self.summary = summary
        self.pareto = pareto
        self.idPrefix = idPrefix
    }

    /// The picture.
    package func svg() -> SVG {
        let heading = Heading(
            title: showsTitle ? title : "",
            subtitle: showsTitle ? subtitle : "",
            size: size
        )
        var body = SVG()
        heading.paint(in: &body)
        var y = heading.height + 10
        if pareto.bars.isEmpty {
            y += size.lineHeight
            body.appendText("No values to draw", x: 0, y: y, size: size.fontSize, isMuted: true)
        } else {
            paintBars(in: &body, below: &y)
        }
        return Picture.document(
            width: size.width,
            height: (y + 8).rounded(.up),
            title: title,
            summary: summary,
            idPrefix: idPrefix,
            cssClass: "pareto",
            body: body
        )
    }

    private func paintBars(in svg: inout SVG, below y: inout Double) {
        let fontSize = size.fontSize
        let names = pareto.bars.map { TextWidth.fitting($0.name, in: size.width * 0.38, size: fontSize) }
        let left = (names.map { TextWidth.of($0, size: fontSize) }.max() ?? 0) + 10
        let columnTitle = size.isNarrow ? "So far" : "Share so far"
        let column = TextWidth.of(columnTitle, size: fontSize)
        let counts = pareto.bars.map { ValueFormat.plain.text(Double($0.count), decimals: 0) }
        let countWidth = TextWidth.of(counts.first ?? "", size: fontSize) + 12
        let longest = max(size.width - left - countWidth - column, 20)
        let most = Double(pareto.bars.first?.count ?? 1)
        let pitch = fontSize * 1.9
        svg.appendText(
            columnTitle,
            x: size.width,
            y: y + fontSize,
            size: fontSize,
            isMuted: true,
            anchor: .end
        )
        y += size.lineHeight + 4
        for (index, bar) in pareto.bars.enumerated() {
            let base = y + pitch / 2 + fontSize * 0.35
            let length = Double(bar.count) / most * longest
            // The vital few: the bars down to the one that reaches 80%.
            let isVital = index == 0 || pareto.bars[index - 1].cumulativeShare < 0.8
            svg.appendText(names[index], x: left - 8, y: base, size: fontSize, anchor: .end)
            svg += """
                <rect class='bar \(isVital ? "vital" : "other")' x='\(left)' y='\(y + 2)' width='\(length)' \
                height='\(pitch - 4)' rx='2' fill='\(isVital ? Palette.improvement : Palette.line)'/>
                """
            svg.appendText(counts[index], x: left + length + 6, y: base, size: fontSize, isBold: isVital)
            svg.appendText(
                ValueFormat.percent.text(bar.cumulativeShare * 100, decimals: 0),
                x: size.width,
                y: base,
                size: fontSize,
                isMuted: true,
                anchor: .end
            )
            y += pitch
        }
    }
}
