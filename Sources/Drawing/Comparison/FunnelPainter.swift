import Markup
import Statistics

/// Draws one funnel plot, from back to front.
struct FunnelPainter {
    private let picture: FunnelPicture
    private let heading: Heading
    private let values: ValueAxis
    private let sizes: ValueAxis
    private let left: Double
    private let right: Double
    private let top: Double
    private let bottom: Double
    private var svg = SVG()

    private var size: ChartSize { picture.size }

    init(_ picture: FunnelPicture) {
        let size = picture.size
        self.picture = picture
        heading = Heading(
            title: picture.showsTitle ? picture.title : "",
            subtitle: picture.showsTitle ? picture.subtitle : "",
            size: size
        )
        values = Self.values(of: picture)
        sizes = Self.sizes(of: picture)
        let tickWidths = values.ticks.map { [values] tick in
            TextWidth.of(values.label(of: tick, format: picture.format), size: size.fontSize)
        }
        left = min((tickWidths.max() ?? 0) + 8, size.width * 0.3)
        right = size.width - (size.isFull && !size.isNarrow ? size.fontSize * 7.5 : 10)
        top = heading.height + 12
        bottom = top + size.plotHeight
    }

    private static func values(of picture: FunnelPicture) -> ValueAxis {
        var extent = Extent()
        for point in picture.plot.points {
            extent.include(point.value)
            extent.include(point.limits.middle998.lower)
            extent.include(point.limits.middle998.upper)
        }
        return ValueAxis(
            showing: extent.range,
            ticks: max(3, Int(picture.size.plotHeight / (picture.size.fontSize * 3.2))),
            cap: picture.format.suffix == "%" ? 100 : nil
        )
    }

    private static func sizes(of picture: FunnelPicture) -> ValueAxis {
        var extent = Extent()
        for point in picture.plot.points { extent.include(point.denominator) }
        return ValueAxis(
            showing: extent.range,
            ticks: max(2, Int(picture.size.width / (picture.size.fontSize * 9)))
        )
    }

    mutating func paint() -> SVG {
        svg.reserveCapacity(16_000)
        heading.paint(in: &svg)
        if picture.plot.points.isEmpty {
            svg.appendText(
                "No values to draw",
                x: (left + right) / 2,
                y: (top + bottom) / 2,
                size: size.fontSize,
                isMuted: true,
                anchor: .middle
            )
        } else {
            paintAxes()
            paintLimits()
            paintPoints()
            paintNames()
            if size.isFull { paintPointTitles() }
        }
        var height = bottom + 2.4 * size.lineHeight
        if size.isFull { paintLegend(below: &height) }
        return Picture.document(
            width: size.width,
            height: (height + 4).rounded(.up),
            title: picture.title,
            summary: picture.summary,
            idPrefix: picture.idPrefix,
            cssClass: "funnel",
            body: svg
        )
    }

    private func x(of denominator: Double) -> Double {
        let share = (denominator - sizes.range.lowerBound) / sizes.span
        return left + min(max(share, 0), 1) * (right - left)
    }

    private func y(of value: Double) -> Double {
        let share = (value - values.range.lowerBound) / values.span
        return bottom - min(max(share, 0), 1) * (bottom - top)
    }

    private mutating func paintAxes() {
        svg += "<path class='grid' fill='none' stroke='\(Palette.grid)' d='"
        for tick in values.ticks {
            svg.append("M")
            svg.append(x: left, y: y(of: tick))
            svg.append("H")
            svg.append(right)
        }
        svg += "'/><path class='axis' fill='none' stroke='\(Palette.line)' d='M\(left) \(bottom)H\(right)"
        for tick in sizes.ticks {
            svg.append("M")
            svg.append(x: x(of: tick), y: bottom)
            svg.append("v5")
        }
        svg.append("'/>")
        for tick in values.ticks {
            let label = values.label(of: tick, format: picture.format)
            svg.appendText(
                label,
                x: left - 6,
                y: y(of: tick) + size.fontSize * 0.35,
                size: size.fontSize,
                isMuted: true,
                anchor: .end
            )
        }
        for tick in sizes.ticks {
            let label = sizes.label(of: tick, format: .plain)
            let half = TextWidth.of(label, size: size.fontSize) / 2
            svg.appendText(
                label,
                x: min(max(x(of: tick), half), size.width - half),
                y: bottom + size.lineHeight + 1,
                size: size.fontSize,
                isMuted: true,
                anchor: .middle
            )
        }
        let title = TextWidth.fitting(picture.denominatorTitle, in: right, size: size.fontSize)
        svg.appendText(
            title,
            x: right,
            y: bottom + 2 * size.lineHeight,
            size: size.fontSize,
            isMuted: true,
            anchor: .end
        )
    }

    private mutating func paintLimits() {
        let smallest = picture.plot.points.reduce(Double.infinity) { min($0, $1.denominator) }
        let curve = picture.plot.curve(
            over: max(sizes.range.lowerBound, smallest / 2)...max(sizes.range.upperBound, smallest)
        )
        svg += "<path class='limit' fill='none' stroke='\(Palette.line)' stroke-dasharray='5 3' d='"
        append(curve) { $0.middle95.lower }
        append(curve) { $0.middle95.upper }
        svg += "'/><path class='limit outer' fill='none' stroke='\(Palette.line)' d='"
        append(curve) { $0.middle998.lower }
        append(curve) { $0.middle998.upper }
        svg.append("'/>")
        guard let centre = picture.plot.centreLine else { return }
        svg += """
            <path class='centre' fill='none' stroke='\(Palette.muted)' stroke-width='1.5' d='M\(left) \
            \(y(of: centre))H\(right)'/>
            """
        guard size.isFull, !size.isNarrow, let last = curve.last?.limits else { return }
        let labels = [
            ("99.8% limit", last.middle998.upper), ("95% limit", last.middle95.upper),
            ("All " + picture.format.text(centre, among: values.span), centre),
            ("95% limit", last.middle95.lower), ("99.8% limit", last.middle998.lower),
        ]
        let places = LabelColumn.places(
            for: labels.map { y(of: $0.1) },
            gap: size.lineHeight - 2,
            in: top + 4...bottom - 4
        )
        for (label, place) in zip(labels, places) {
            svg.appendText(
                label.0,
                x: right + 6,
                y: place + size.fontSize * 0.35,
                size: size.fontSize,
                isMuted: true
            )
        }
    }

    /// Appends a curve, without the parts that the picture has no room for.
    private mutating func append(_ curve: [FunnelPlot.CurvePoint], _ limit: (FunnelPlot.LimitsPair) -> Double)
    {
        var isDrawing = false
        for place in curve {
            let value = limit(place.limits)
            guard values.range.contains(value) else {
                isDrawing = false
                continue
            }
            svg.append(isDrawing ? " " : "M")
            svg.append(x: x(of: place.denominator), y: y(of: value))
            isDrawing = true
        }
    }

    private mutating func paintPoints() {
        for mark in PointMark.allCases {
            let points = picture.plot.points.filter { picture.mark(of: $0) == mark }
            guard !points.isEmpty else { continue }
            svg += mark.pathStart(outline: 0.75)
            for point in points {
                mark.appendShape(atX: x(of: point.denominator), y: y(of: point.value), size: 0.85, to: &svg)
            }
            svg.append("'/>")
        }
        guard let own = picture.plot.points.first(where: { $0.index == picture.highlighted }) else { return }
        svg += """
            <circle class='highlight' cx='\(x(of: own.denominator))' cy='\(y(of: own.value))' r='9' \
            fill='none' stroke='\(Palette.ink)' stroke-width='2'/>
            """
    }

    /// The names of the highlighted institution and of those beyond the outer limits, as far as there is
    /// room.
    private mutating func paintNames() {
        let named = picture.plot.points.filter { $0.outside998 != nil || $0.index == picture.highlighted }
            .sorted { first, second in
                (second.index == picture.highlighted ? 0 : 1, -first.score.magnitude)
                    < (first.index == picture.highlighted ? 0 : 1, -second.score.magnitude)
            }
        var taken = picture.plot.points.map { point in
            let middle = x(of: point.denominator)
            return Box(x: middle - 5...middle + 5, y: y(of: point.value), height: 8)
        }
        for point in named {
            let isOwn = point.index == picture.highlighted
            let name = TextWidth.fitting(
                picture.name(of: point),
                in: (right - left) * 0.4,
                size: size.fontSize
            )
            let width = TextWidth.of(name, size: size.fontSize, isBold: isOwn)
            let middle = x(of: point.denominator)
            let places = [middle + 11, middle - 11 - width].filter { $0 >= left && $0 + width <= right }
                .map { Box(x: $0...$0 + width, y: y(of: point.value), height: size.lineHeight) }
            let free = places.first { place in !taken.contains { $0.overlaps(place) } }
            guard let place = free ?? (isOwn ? places.first : nil) else { continue }
            taken.append(place)
            svg.appendText(
                name,
                x: place.x.lowerBound,
                y: place.y + size.fontSize * 0.35,
                size: size.fontSize,
                isBold: isOwn
            )
        }
    }

    /// The room that a point or a name takes, around a height.
    private struct Box {
        var x: ClosedRange<Double>
        var y: Double
        var height: Double

        func overlaps(_ other: Box) -> Bool {
            abs(y - other.y) * 2 < height + other.height && x.overlaps(other.x)
        }
    }

    /// Over each point an invisible circle that tells its name, its value and its size when pointed at.
    private mutating func paintPointTitles() {
        svg += "<g class='points' fill='none' pointer-events='all'>"
        for point in picture.plot.points {
            let value = picture.format.text(point.value, among: values.span)
            let denominator = ValueFormat.plain.text(point.denominator, decimals: 0)
            svg += """
                <circle cx='\(x(of: point.denominator))' cy='\(y(of: point.value))' r='9'><title>\
                \(picture.name(of: point)): \(value) of \(denominator)</title></circle>
                """
        }
        svg.append("</g>")
    }

    private mutating func paintLegend(below y: inout Double) {
        let marks = PointMark.allCases.filter { mark in
            picture.plot.points.contains { picture.mark(of: $0) == mark }
        }
        var items = marks.map { LegendItem(words: picture.words(for: $0), sample: .mark($0)) }
        if size.isNarrow, let centre = picture.plot.centreLine {
            items.append(
                LegendItem(
                    words: "All " + picture.format.text(centre, among: values.span),
                    sample: .centreLine
                )
            )
            items.append(LegendItem(words: "95% limits", sample: .dashedLimit))
            items.append(LegendItem(words: "99.8% limits", sample: .solidLimit))
        }
        Legend(items: items).paint(in: &svg, size: size, below: &y)
    }
}
