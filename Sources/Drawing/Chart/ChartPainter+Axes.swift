import Markup
import Statistics

extension ChartPainter {
    /// Grid lines with their values on the left, ticks with their dates below.
    mutating func paintAxes() {
        let size = chart.size.fontSize
        svg += "<g class='grid' stroke='\(Palette.grid)' fill='none'><path d='"
        for tick in frame.valueAxis.ticks {
            svg.append("M")
            svg.append(x: frame.left, y: frame.y(of: tick))
            svg.append("H")
            svg.append(frame.right)
        }
        svg += "'/></g><g class='muted' font-size='\(size)' fill='\(Palette.muted)' text-anchor='end'>"
        for tick in frame.valueAxis.ticks {
            let label = frame.valueAxis.label(of: tick, format: chart.format)
            svg += "<text x='\(frame.left - 6)' y='\(frame.y(of: tick) + size * 0.35)'>\(label)</text>"
        }
        svg.append("</g>")
        paintDates()
    }

    private mutating func paintDates() {
        let size = chart.size.fontSize
        svg +=
            """
            <path class='axis' fill='none' stroke='\(Palette.line)' \
            d='M\(frame.left) \(frame.bottom)H\(frame.right)
            """
        for tick in frame.dateAxis.ticks {
            svg.append("M")
            svg.append(x: frame.horizontal.x(of: tick.day), y: frame.bottom)
            svg.append("v5")
        }
        svg += "'/><g class='muted' font-size='\(size)' fill='\(Palette.muted)' text-anchor='middle'>"
        for tick in frame.dateAxis.ticks {
            let halfWidth = TextWidth.of(tick.label, size: size) / 2
            let x = min(max(frame.horizontal.x(of: tick.day), halfWidth), chart.size.width - halfWidth)
            svg += "<text x='\(x)' y='\(frame.bottom + lineHeight + 1)'>\(tick.label)</text>"
            if let year = tick.year {
                svg +=
                    "<text x='\(x)' y='\(frame.bottom + 2 * lineHeight - 2)' font-weight='600'>\(year)</text>"
            }
        }
        svg.append("</g>")
    }

    /// Names and values of the lines, beside their ends.
    mutating func paintEdgeLabels() {
        let size = chart.size.fontSize
        let wanted = edgeLabels.map { frame.y(of: $0.value) }
        let places = LabelColumn.places(
            for: wanted,
            gap: lineHeight - 2,
            in: frame.top + 4...frame.bottom - 4
        )
        for (label, place) in zip(edgeLabels, places) {
            let room = chart.size.width - frame.right - 6
            let text = TextWidth.fitting(label.text, in: room, size: size, isBold: label.isBold)
            svg += """
                <text class='\(label.cssClass)' x='\(frame.right + 6)' y='\(place + size * 0.35)' \
                font-size='\(size)' fill='\(label.colour)'\(label.isBold ? " font-weight='600'" : "" as SVG)>\
                \(text)</text>
                """
        }
    }
}
