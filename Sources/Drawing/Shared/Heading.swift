import Markup

/// The title and the subtitle of a picture, in lines that fit.
struct Heading {
    private let title: [String]
    private let subtitle: [String]
    private let size: ChartSize
    /// In pixels.
    let height: Double

    /// - Parameters:
    ///   - title: nothing is written for an empty one.
    ///   - subtitle: the same; small pictures have none.
    ///   - size: of the picture.
    init(title: String, subtitle: String, size: ChartSize) {
        self.size = size
        self.title = TextWidth.lines(
            of: title,
            in: size.width,
            size: size.titleSize,
            isBold: true,
            atMost: size.isFull ? 3 : 1
        )
        self.subtitle =
            size.isFull ? TextWidth.lines(of: subtitle, in: size.width, size: size.fontSize, atMost: 3) : []
        height =
            Double(self.title.count) * size.titleLineHeight + Double(self.subtitle.count) * size.lineHeight
    }

    /// The lines, from the top of the picture down.
    func paint(in svg: inout SVG) {
        var y = 0.0
        for line in title {
            y += size.titleLineHeight
            svg.appendText(line, x: 0, y: y - size.titleSize * 0.3, size: size.titleSize, isBold: true)
        }
        for line in subtitle {
            y += size.lineHeight
            svg.appendText(line, x: 0, y: y - size.fontSize * 0.3, size: size.fontSize, isMuted: true)
        }
    }
}
