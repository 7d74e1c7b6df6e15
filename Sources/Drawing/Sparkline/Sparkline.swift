package import Markup
package import Statistics

/// A chart the size of a word: the points as a line, the room between the limits, and what the newest point
/// means.
///
/// Points are evenly spaced. Signals before the newest point aren't marked.
package struct Sparkline: Sendable {
    /// One a point; nil where nothing is plotted.
    package var values: [Double?]
    package var bands: [Band]
    /// What the newest point says.
    package var variation: Variation
    /// The text alternative; nil where the same is said beside it, so that it is passed over.
    package var summary: String?
    package var width = 140.0
    package var height = 32.0

    /// The room between the limits over a stretch of points.
    package struct Band: Equatable, Sendable {
        package var points: Range<Int>
        package var lower: Double
        package var upper: Double

        package init(points: Range<Int>, lower: Double, upper: Double) {
            self.points = points
            self.lower = lower
            self.upper = upper
        }
    }

    package init(values: [Double?], bands: [Band], variation: Variation, summary: String?) {
        self.values = values
        self.bands = bands
        self.variation = variation
        self.summary = summary
    }

    /// The picture.
    package func svg() -> SVG {
        var svg: SVG = """
            <svg xmlns='http://www.w3.org/2000/svg' class='sparkline' width='\(width)' height='\(height)' \
            viewBox='0 0 \(width) \(height)' \(label)>
            """
        svg.reserveCapacity(700 + values.count * 12)
        if let newest = values.lastIndex(where: { $0 != nil }), let value = values[newest],
            let scale = Scale(self)
        {
            paintBands(scale, in: &svg)
            paintLine(scale, in: &svg)
            let mark = PointMark(variation)
            svg += mark.pathStart(outline: 0.5)
            mark.appendShape(atX: scale.x(of: newest), y: scale.y(of: value), size: 0.85, to: &svg)
            svg.append("'/>")
        }
        svg.append("</svg>")
        return svg
    }

    private var label: SVG {
        guard let summary else { return "aria-hidden='true'" }
        return "role='img' aria-label='\(summary)'"
    }

    private func paintBands(_ scale: Scale, in svg: inout SVG) {
        svg += "<path class='band' fill='\(Palette.sparkBand)' d='"
        for band in bands {
            svg.append("M")
            svg.append(x: scale.edge(before: band.points.lowerBound), y: scale.y(of: band.upper))
            svg.append("H")
            svg.append(scale.edge(before: band.points.upperBound))
            svg.append("V")
            svg.append(scale.y(of: band.lower))
            svg.append("H")
            svg.append(scale.edge(before: band.points.lowerBound))
            svg.append("z")
        }
        svg.append("'/>")
    }

    private func paintLine(_ scale: Scale, in svg: inout SVG) {
        svg += "<path class='series' fill='none' stroke='\(Palette.muted)' stroke-width='1.3' d='"
        var isDrawing = false
        for (index, value) in values.enumerated() {
            guard let value else {
                isDrawing = false
                continue
            }
            svg.append(isDrawing ? " " : "M")
            svg.append(x: scale.x(of: index), y: scale.y(of: value))
            isDrawing = true
        }
        svg.append("'/>")
    }
}

extension Sparkline {
    /// The sparkline of a chart.
    package init(analysis: Analysis, summary: String?) {
        var values: [Double?] = analysis.values
        for index in analysis.unplotted { values[index] = nil }
        self.init(
            values: values,
            bands: analysis.phases.flatMap(Self.bands),
            variation: analysis.newestPlotted.map(analysis.variation(at:)) ?? .tooFew,
            summary: summary
        )
    }

    private static func bands(of phase: Analysis.Phase) -> [Band] {
        guard let limits = phase.limits else { return [] }
        if case .constant(let lower) = limits.lower, case .constant(let upper) = limits.upper {
            return [Band(points: phase.range, lower: lower, upper: upper)]
        }
        return phase.range.compactMap { index in
            let offset = index - phase.range.lowerBound
            guard let lower = limits.lower[offset], let upper = limits.upper[offset] else { return nil }
            return Band(points: index..<index + 1, lower: lower, upper: upper)
        }
    }
}
