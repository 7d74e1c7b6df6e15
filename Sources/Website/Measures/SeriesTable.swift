import Drawing
import Markup
import Sightline
import Statistics
import Storage

/// The periods of a series as a table.
struct SeriesTable {
    let rows: [SeriesRow]
    let picture: SeriesPicture

    private var measure: Measure { picture.measure }

    /// The newest first; nothing where there is nothing.
    var section: HTML? {
        details(" aria-labelledby=\"data\"").map { "<section><h2 id=\"data\">Data</h2>\($0)</section>" }
    }

    /// The table by itself, folded.
    /// - Parameter label: the attribute that names it.
    func details(_ label: HTML) -> HTML? {
        guard !rows.isEmpty else { return nil }
        let hasDenominator = measure.definition.denominator != nil
        let heads: HTML =
            hasDenominator
            ? "<th scope=\"col\" class=\"number\">Numerator</th><th scope=\"col\" class=\"number\">Denominator</th>"
            : ""
        let told = SeriesSentences.table(
            of: rows.map(\.observation.day),
            measure.definition.period,
            unplotted: rows.count { $0.value == nil }
        )
        let body = rows.reversed().map { row(of: $0, hasDenominator: hasDenominator) }
        return """
            <details><summary>Show \(rows.count) periods as a table</summary><p>\(told)</p>
            <div class="scroll" role="region"\(label) tabindex="0"><table \
            class="periods"><thead><tr>
            <th scope="col">Period</th>\(heads)<th scope="col" class="number">Value</th>
            <th scope="col" class="number">\(picture.analysis.kind.centreLineTitle)</th>
            <th scope="col" class="number">Lower limit</th>
            <th scope="col" class="number">Upper limit</th><th scope="col">Signals</th></tr></thead>
            <tbody>\(body)</tbody></table></div></details>
            """
    }

    private func row(of row: SeriesRow, hasDenominator: Bool) -> HTML {
        let observation = row.observation
        let counts: HTML =
            hasDenominator
            ? "\(cell(observation.numerator, Self.plain))\(cell(observation.denominator, Self.plain))" : ""
        let flags = [
            observation.flags.contains(.provisional) ? "provisional" : nil,
            observation.flags.contains(.suppressed) ? "withheld" : nil,
        ].compactMap(\.self)
        let signals = (row.rules.map(\.name) + flags).joined(separator: ", ")
        return """
            <tr><th scope="row">\(measure.definition.period.shortLabel(for: observation.day))</th>\(counts)\
            \(cell(row.value, measure.format))\(cell(row.centreLine, measure.format))\
            \(cell(row.lowerLimit, measure.format))\(cell(row.upperLimit, measure.format))<td>\(signals)</td></tr>
            """
    }

    private static let plain = Sightline.ValueFormat()

    private func cell(_ value: Double?, _ format: Sightline.ValueFormat) -> HTML {
        "<td class=\"number\">\(value.map(format.text) ?? "–")</td>"
    }
}
