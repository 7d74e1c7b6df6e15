import Drawing
import Markup
import Sightline
import Statistics
import Storage

extension MeasuresPage {
    /// One series in the table.
    static func row(_ row: MeasureTable.Row) -> HTML {
        let status = row.status
        let measure = row.measure
        let period = measure.definition.period
        let format = measure.format
        // What doesn't fit beside a number stands under the title.
        let note = [row.series.key.group, format.isShort ? "" : format.unit].filter { !$0.isEmpty }
        let small: HTML? =
            note.isEmpty ? nil : " <span class=\"muted small\">\(note.joined(separator: ", "))</span>"
        let latest = status.latestValue.map(format.inTable) ?? "–"
        let latestPeriod = status.latestDay.map(period.shortLabel) ?? ""
        return """
            <tr><th scope="row"><a \
            href="\(Address.series(row.unit.id, row.series.id).path)">\(measure.title)</a>\(small)</th>\
            <td class="unit">\(row.unit.name)</td><td class="spark">\(spark(row))</td>\
            <td class="number latest">\(latest) <span class="muted">\(latestPeriod)</span></td>\
            \(cell("Target", status.target.map(format.inTable)))\
            <td>\(Icon(status.variation).withWord)</td><td>\(Icon(status.assurance).withWord)</td>\
            \(cell("Last signal", status.lastSignalDay.map(period.shortLabel)))</tr>
            """
    }

    /// A cell that on a phone, where there are no columns, names its column, and is left out if empty.
    private static func cell(_ name: String, _ text: String?) -> HTML {
        text.map { "<td class=\"number\" data-name=\"\(name)\">\($0)</td>" }
            ?? "<td class=\"number none\" data-name=\"\(name)\">–</td>"
    }

    /// The newest points, between the limits of the newest one.
    private static func spark(_ row: MeasureTable.Row) -> SVG {
        let status = row.status
        let points = status.spark.points
        var bands: [Sparkline.Band] = []
        if let lower = status.lowerLimit, let upper = status.upperLimit {
            bands.append(Sparkline.Band(points: 0..<points.count, lower: lower, upper: upper))
        }
        let values = points.map { $0.value.map(Double.init) }
        var spark = Sparkline(values: values, bands: bands, variation: status.variation, summary: nil)
        (spark.width, spark.height) = (96, 24)
        return spark.svg()
    }
}

extension Sightline.ValueFormat {
    /// Whether its unit takes no more room than a letter or two.
    fileprivate var isShort: Bool { unit.count <= 2 }

    /// A value as a narrow column holds it.
    fileprivate func inTable(_ value: Double) -> String { isShort ? text(value) : number(value) }
}

extension Icon {
    /// The symbol with its word beside it; the page holds ``definitions``.
    var withWord: HTML { "<span class=\"sign\">\(use(isLabelled: false))<span>\(title)</span></span>" }
}

extension MeasureTableQuery {
    /// What a row stands under, in words.
    func title(of row: MeasureTable.Row) -> String {
        switch group {
        case .stakeholder: row.measure.stakeholder.plural
        case .domain where row.measure.domain.isEmpty: "Everything else"
        case nil, .domain, .unit, .measure: heading(of: row)
        }
    }
}

extension MeasureTableQuery.Grouping {
    var words: String {
        switch self {
        case .domain: "What it is about"
        case .stakeholder: "Whom it is for"
        case .unit: "Unit"
        case .measure: "Measure"
        }
    }
}

extension VariationFilter {
    var words: String {
        switch self {
        case .signal: "Any signal"
        case .highOrLow: "High or low"
        case .concern, .improvement, .high, .low, .commonCause, .tooFew:
            variations.first.map { Icon($0).title } ?? ""
        }
    }
}
