import Markup
import Statistics

extension ChartPainter {
    /// Where a new phase starts, and what it is called.
    mutating func paintPhaseBoundaries() {
        let labelTop = frame.top - flags.height - lineHeight
        for (index, phase) in chart.analysis.phases.enumerated() {
            let x = frame.edges[phase.range.lowerBound]
            if index > 0 {
                svg += """
                    <path class='phase' fill='none' stroke='\(Palette.line)' \
                    d='M\(x) \(phaseLabels.isEmpty ? frame.top : labelTop)V\(frame.bottom)'/>
                    """
            }
            guard index < phaseLabels.count, !phaseLabels[index].isEmpty else { continue }
            paintText(phaseLabels[index], x: x + (index > 0 ? 5 : 0), y: labelTop + lineHeight, isMuted: true)
        }
    }

    /// A numbered flag on a pole for each note.
    mutating func paintFlags() {
        guard !flags.flags.isEmpty else { return }
        let size = chart.size.fontSize * 0.9
        svg += "<path class='pole' fill='none' stroke='\(Palette.muted)' stroke-dasharray='1 2' d='"
        for flag in flags.flags {
            svg.append("M")
            svg.append(x: flag.x, y: frame.top + flags.top(of: flag) + flags.flagHeight)
            svg.append("V")
            svg.append(frame.bottom)
        }
        svg.append("'/>")
        guard chart.size.isFull else { return }
        svg += "<g class='flags' font-size='\(size)' font-weight='600' text-anchor='middle'>"
        for flag in flags.flags {
            let top = frame.top + flags.top(of: flag)
            svg += flagPicture(flag.number, x: flag.x, top: top, width: flag.width)
        }
        svg.append("</g>")
    }

    private func flagPicture(_ number: Int, x: Double, top: Double, width: Double) -> SVG {
        let size = chart.size.fontSize * 0.9
        let height = flags.flagHeight
        return """
            <rect class='flag' x='\(x - width / 2)' y='\(top)' width='\(width)' height='\(height)' rx='3' \
            fill='\(Palette.muted)'/><text class='on-flag' x='\(x)' y='\(top + height / 2 + size * 0.36)' \
            fill='\(Palette.paper)'>\(number)</text>
            """
    }

    /// Below the chart: the legend, the notes in words, and how the chart was judged.
    mutating func paintFoot(below y: inout Double) {
        let size = chart.size.fontSize
        Legend(items: legendItems).paint(in: &svg, size: chart.size, below: &y)
        for note in chart.notes.sorted(by: { $0.number < $1.number }) {
            let width = TextWidth.of("\(note.number)", size: size * 0.9, isBold: true) + 7
            let day = Period.day.shortLabel(for: note.day)
            let lines = TextWidth.lines(
                of: "\(day): \(note.text)",
                in: chart.size.width - width - 8,
                size: size,
                atMost: chart.size.isNarrow ? 3 : 2
            )
            svg += "<g font-size='\(size * 0.9)' font-weight='600' text-anchor='middle'>"
            svg += flagPicture(note.number, x: width / 2, top: y + 2, width: width)
            svg.append("</g>")
            for line in lines {
                y += lineHeight
                paintText(line, x: width + 6, y: y, isMuted: false)
            }
            y += 3
        }
        for line in judgement {
            y += lineHeight
            paintText(line, x: 0, y: y, isMuted: true)
        }
        y += 4
    }

    /// The phases that had no room above, the chart and the rules by name, what the limits leave out, whether
    /// they are provisional.
    private var judgement: [String] {
        let analysis = chart.analysis
        var sentences: [String] = []
        if phaseLabels.isEmpty {
            for (phase, label) in zip(analysis.phases, chart.phaseLabels) where !label.isEmpty {
                let day = chart.period.shortLabel(for: chart.days[phase.range.lowerBound])
                sentences.append("From \(day): \(label)")
            }
        }
        let isTrial = analysis.phases.last.map { $0.isTrial && $0.limits != nil } ?? false
        sentences.append(
            "\(analysis.kind.title). Rules: \(analysis.rules.name.title), version \(analysis.rules.version)."
                + (analysis.screensMovingRanges ? " Limits leave out outlying moving ranges." : "")
                + (isTrial ? " Trial limits: they come from fewer than 13 points." : "")
        )
        return sentences.flatMap {
            TextWidth.lines(of: $0, in: chart.size.width, size: chart.size.fontSize, atMost: 3)
        }
    }

    private var legendItems: [LegendItem] {
        var items = kindsOfMarks.map { LegendItem(words: $0.words, sample: .mark($0)) }
        let phases = chart.analysis.phases
        if chart.size.isNarrow, phases.contains(where: { $0.centreLine != nil }) {
            items.append(LegendItem(words: chart.analysis.kind.centreLineTitle, sample: .centreLine))
        }
        if chart.size.isNarrow, chart.target != nil {
            items.append(LegendItem(words: "Target", sample: .target))
        }
        if phases.contains(where: { $0.limits != nil }) {
            items.append(LegendItem(words: "Between the limits", sample: .limits))
        }
        if !chart.withheld.isEmpty { items.append(LegendItem(words: "Withheld", sample: .withheld)) }
        if !chart.ghosts.isEmpty {
            items.append(LegendItem(words: "Earlier limits", sample: .ghost))
        }
        return items
    }
}
