package import Markup
package import Statistics

/// A funnel plot as a picture: institutions by size, and how far chance alone would spread them.
package struct FunnelPicture: Sendable {
    package var title: String
    package var subtitle = ""
    /// The text alternative: what the plot says, in a sentence.
    package var summary: String
    package var plot: FunnelPlot
    /// The institutions' names, in the order of the plot's input.
    package var names: [String]
    package var better = Direction.none
    package var format: ValueFormat
    /// What the denominators count, below the horizontal axis: "Attendances".
    package var denominatorTitle: String
    /// The place in the input of an institution to be found at once; nil: none.
    package var highlighted: Int?
    package var size = ChartSize.page
    /// Whether the title and the subtitle are part of the picture.
    package var showsTitle = true
    /// Makes ids unique on a page with several pictures.
    package var idPrefix: String

    package init(
        title: String,
        summary: String,
        plot: FunnelPlot,
        names: [String],
        format: ValueFormat,
        denominatorTitle: String,
        idPrefix: String
    ) {
        self.title = title
        self.summary = summary
        self.plot = plot
        self.names = names
        self.format = format
        self.denominatorTitle = denominatorTitle
        self.idPrefix = idPrefix
    }

    /// The picture.
    package func svg() -> SVG {
        var painter = FunnelPainter(self)
        return painter.paint()
    }

    /// What a point is drawn as.
    func mark(of point: FunnelPlot.Point) -> PointMark {
        guard let side = point.outside998 else { return point.outside95 == nil ? .commonCause : .excluded }
        return switch (side, better) {
        case (.above, .none): .high
        case (.below, .none): .low
        case (.above, .up), (.below, .down): .improvement
        case (.above, .down), (.below, .up): .concern
        }
    }

    /// What the legend says of a mark.
    func words(for mark: PointMark) -> String {
        switch mark {
        case .commonCause: "Within the 95% limits"
        case .excluded: "Outside the 95% limits"
        case .high: "Above the 99.8% limits"
        case .low: "Below the 99.8% limits"
        case .improvement: "Beyond the 99.8% limits, better"
        case .concern: "Beyond the 99.8% limits, worse"
        }
    }

    /// The name of a point; empty where none was given.
    func name(of point: FunnelPlot.Point) -> String {
        names.indices.contains(point.index) ? names[point.index] : ""
    }
}
