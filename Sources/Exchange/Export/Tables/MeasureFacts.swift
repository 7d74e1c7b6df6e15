import Drawing
package import Sightline
import Statistics

/// What a measure is, as names and values: the same words on pages and in files.
package enum MeasureFacts {
    package typealias Named = (name: String, value: String)

    /// What is counted and how often, and which way is better.
    package static func definition(of measure: Measure) -> [Named] {
        let definition = measure.definition
        return [
            ("Counted", definition.numerator), ("Out of", definition.denominator ?? ""),
            ("How often", "Every \(definition.period.rawValue)"), ("Better is", measure.better.words),
        ]
    }

    package static func chart(of measure: Measure) -> String {
        "\(measure.chart.kind.title), rules of \(measure.chart.rules.name.title)"
    }

    /// How small numbers of it are kept from others; empty where they aren't.
    package static func smallNumbers(of measure: Measure) -> String {
        measure.disclosure.map { "Withheld \($0.words)" } ?? ""
    }

    /// Where its numbers come from, and on what terms.
    package static func provenance(of measure: Measure) -> [Named] {
        let provenance = measure.provenance
        return [
            ("Source", provenance.source), ("Licence", provenance.licence),
            ("Attribution", provenance.attribution),
        ]
    }

    /// All that goes with its numbers wherever they go; what isn't known is empty.
    package static func all(of measure: Measure) -> [Named] {
        [
            ("Measure", measure.title), ("Key in files", measure.key), ("Why it matters", measure.why),
            ("Version of the definition", "\(measure.definition.version)"),
        ]
            + definition(of: measure)
            + [
                ("Values are in", measure.format.unit), ("Chart", chart(of: measure)),
                ("Version of the rules", "\(measure.chart.rules.version)"),
                ("Small numbers", smallNumbers(of: measure)),
            ]
            + provenance(of: measure)
    }
}

/// The measures that a file has numbers of, one a row.
struct MeasureTable: DataTable {
    /// At least one.
    let measures: [Measure]

    var title: String { "Measures" }
    var columns: [String] { measures.first.map { MeasureFacts.all(of: $0).map(\.name) } ?? [] }
    var isProse: Bool { true }

    func write(to writer: inout some TableWriter) throws {
        for measure in measures {
            for fact in MeasureFacts.all(of: measure) { try writer.field(fact.value) }
            try writer.endRow()
        }
    }
}
