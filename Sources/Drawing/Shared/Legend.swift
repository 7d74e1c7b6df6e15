import Markup

/// What is on a picture, in words, in as many lines as it takes.
struct Legend {
    var items: [LegendItem]

    /// - Parameters:
    ///   - svg: where to.
    ///   - size: of the picture.
    ///   - y: where it starts; afterwards, where it ends.
    func paint(in svg: inout SVG, size: ChartSize, below y: inout Double) {
        guard !items.isEmpty else { return }
        var x = 0.0
        y += size.lineHeight
        for item in items {
            let width = 26 + TextWidth.of(item.words, size: size.fontSize)
            if x > 0, x + width > size.width {
                x = 0
                y += size.lineHeight
            }
            svg += item.picture(x: x, y: y - size.fontSize * 0.35)
            svg.appendText(item.words, x: x + 20, y: y, size: size.fontSize)
            x += width + 8
        }
        y += 10
    }
}
