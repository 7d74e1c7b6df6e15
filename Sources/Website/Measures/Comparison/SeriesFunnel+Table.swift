import Markup
import Sightline
import Statistics

extension SeriesFunnel {
    /// The plot's numbers, those furthest from the others first.
    func table(of measure: Measure) -> HTML {
        let rows = plot.points.sorted { ($1.score.magnitude, $0.index) < ($0.score.magnitude, $1.index) }
            .map { row(of: $0, measure) }
        return """
            <details><summary>Show \(units.count) units as a table</summary>
            <p>\(ComparisonSentences.table(rows.count))</p>
            <div class="scroll" role="region" aria-label="Units compared" tabindex="0"><table \
            class="periods"><thead><tr><th scope="col">Unit</th>
            <th scope="col" class="number">Numerator</th><th scope="col" class="number">Denominator</th>
            <th scope="col" class="number">Value</th><th scope="col" class="number">95% limits</th>
            <th scope="col" class="number">99.8% limits</th><th scope="col">Where it lies</th></tr></thead>
            <tbody>\(rows)</tbody></table></div></details>
            """
    }

    private func row(of point: FunnelPlot.Point, _ measure: Measure) -> HTML {
        let neighbour = units[point.index]
        let format = measure.format
        func limits(_ interval: Interval) -> String {
            "\(format.text(interval.lower)) to \(format.text(interval.upper))"
        }
        return """
            <tr><th scope="row"><a href="\(Address.series(neighbour.unit.id, neighbour.series.id).path)">\
            \(neighbour.unit.name)</a></th>
            <td class="number">\(Self.plain.text(point.numerator))</td>\
            <td class="number">\(Self.plain.text(point.denominator))</td>
            <td class="number">\(format.text(point.value))</td>\
            <td class="number">\(limits(point.limits.middle95))</td>
            <td class="number">\(limits(point.limits.middle998))</td><td>\(Self.place(of: point))</td></tr>
            """
    }

    private static let plain = Sightline.ValueFormat()

    private static func place(of point: FunnelPlot.Point) -> String {
        switch (point.outside998, point.outside95) {
        case (.above?, _): "above the 99.8% limits"
        case (.below?, _): "below the 99.8% limits"
        case (nil, .above?): "above the 95% limits"
        case (nil, .below?): "below the 95% limits"
        case (nil, nil): "within the 95% limits"
        }
    }
}
