/// How large a chart is and how much it tells.
package struct ChartSize: Equatable, Sendable {
    /// In pixels, of the whole picture; its height follows from what there is to say.
    package var width: Double
    /// In pixels, of the area that the points are in.
    package var plotHeight: Double
    package var fontSize: Double
    /// Whether there are legend, notes, labels of the lines and the name of the rules; else points, lines and
    /// scales.
    package var isFull: Bool

    package init(width: Double, plotHeight: Double, fontSize: Double, isFull: Bool) {
        self.width = width
        self.plotHeight = plotHeight
        self.fontSize = fontSize
        self.isFull = isFull
    }

    /// For a page on a desk, for print and for files.
    package static let page = ChartSize(width: 800, plotHeight: 320, fontSize: 13, isFull: true)
    /// For a screen of 320 pixels, unscaled.
    package static let phone = ChartSize(width: 304, plotHeight: 200, fontSize: 12, isFull: true)
    /// One of many in a grid.
    package static let small = ChartSize(width: 240, plotHeight: 96, fontSize: 11, isFull: false)

    /// Whether words must be few.
    var isNarrow: Bool { width < 480 }

    var titleSize: Double { fontSize * (isFull && !isNarrow ? 1.35 : isFull ? 1.25 : 1.1) }
    /// The height of a line of text.
    var lineHeight: Double { (fontSize * 1.4).rounded() }
    /// The height of a line of the title.
    var titleLineHeight: Double { (titleSize * 1.3).rounded() }
}
