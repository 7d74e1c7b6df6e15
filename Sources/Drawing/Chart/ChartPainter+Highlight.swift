import Markup
import Statistics

extension ChartPainter {
    /// A frame around the points of the stretch that is pointed at, with its words at the top; nothing where none of
    /// them is on the chart.
    mutating func paintHighlight() {
        guard let highlight = chart.highlight,
            let first = chart.days.firstIndex(where: { highlight.days.contains($0) }),
            let last = chart.days.lastIndex(where: { highlight.days.contains($0) })
        else { return }
        let (left, right) = (frame.edges[first], frame.edges[last + 1])
        svg += """
            <path class='highlight' fill='none' stroke='\(Palette.ink)' stroke-width='1.5' stroke-dasharray='6 3' \
            d='M\(left) \(frame.top)H\(right)V\(frame.bottom)H\(left)z'/>\
            <path class='highlight' fill='none' stroke='\(Palette.ink)' stroke-width='4' \
            d='M\(left) \(frame.bottom - 2)H\(right)'/>
            """
        guard chart.size.isFull else { return }
        let size = chart.size.fontSize
        let width = TextWidth.of(highlight.words, size: size, isBold: true)
        let middle = min(max((left + right) / 2, frame.left + width / 2), frame.right - width / 2)
        svg.appendText(
            highlight.words,
            x: middle,
            y: frame.top + size + 2,
            size: size,
            isBold: true,
            anchor: .middle
        )
    }
}
