package import Markup

extension ControlChart {
    /// The picture with a margin around it and, below it, where its numbers come from: to be kept and passed on.
    ///
    /// - Parameter provenance: source, licence and attribution; nothing is written for an empty one.
    package func sheet(provenance: String) -> SVG {
        let margin = size.lineHeight * 1.5
        let fontSize = size.fontSize * 0.9
        let lineHeight = fontSize * 1.4
        let lines = TextWidth.lines(of: provenance, in: size.width, size: fontSize, atMost: 6)
        var painter = ChartPainter(self)
        let chart = painter.paint()
        var body: SVG = "<g transform='translate(\(margin) \(margin))'>\(chart)</g>"
        var bottom = margin + painter.height
        for line in lines {
            bottom += lineHeight
            body.appendText(line, x: margin, y: bottom, size: fontSize, isMuted: true)
        }
        return Picture.document(
            width: size.width + 2 * margin,
            height: (bottom + margin).rounded(.up),
            title: title,
            summary: summary,
            idPrefix: "\(idPrefix)-sheet",
            cssClass: "sheet",
            body: body
        )
    }
}
