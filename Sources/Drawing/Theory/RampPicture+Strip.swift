import Markup
import Statistics

extension RampPicture {
    static let stripHeight = 84.0

    /// Draws what was measured meanwhile; the marks have a number, a line and the steps' names to be told apart by.
    func paint(_ strip: Strip, below top: Double, width: Double, in svg: inout SVG) {
        var extent = Extent()
        for case let value? in strip.values { extent.include(value) }
        let days = strip.days + strip.marks.map(\.day)
        guard let range = extent.range, let first = days.min(), let last = days.max() else { return }
        let (left, right) = (8.0, width - 8)
        let (highest, lowest) = (top + 24, top + Self.stripHeight - 24)
        let span = max(Double(last.number) - Double(first.number), 1)
        func x(_ day: Day) -> Double {
            left + (Double(day.number) - Double(first.number)) / span * (right - left)
        }
        func y(_ value: Double) -> Double {
            let height = range.upperBound - range.lowerBound
            return height > 0
                ? lowest - (value - range.lowerBound) / height * (lowest - highest) : (lowest + highest) / 2
        }
        svg += "<path class='series' fill='none' stroke='\(Palette.line)' stroke-width='1.3' d='"
        var isDrawing = false
        for (day, value) in zip(strip.days, strip.values) {
            guard let value else {
                isDrawing = false
                continue
            }
            svg.append(isDrawing ? " " : "M")
            svg.append(x: x(day), y: y(value))
            isDrawing = true
        }
        svg.append("'/>")
        for mark in strip.marks {
            svg += """
                <path class='pole' fill='none' stroke='\(Palette.muted)' stroke-dasharray='2 2' \
                d='M\(x(mark.day)) \(highest - 4)V\(lowest + 4)'/>
                """
            svg.appendText(
                "\(mark.number)",
                x: x(mark.day),
                y: highest - 8,
                size: 12,
                isBold: true,
                anchor: .middle
            )
        }
        let words = TextWidth.fitting(strip.words, in: right - left, size: 12)
        svg.appendText(words, x: left, y: top + Self.stripHeight - 6, size: 12, isMuted: true)
    }
}
