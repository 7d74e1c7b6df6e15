import Exchange
import Sightline
import Statistics

/// One period of a series as its table and its file show it.
struct SeriesRow: Sendable {
    let observation: Observation
    /// Nil where nothing is plotted.
    let value: Double?
    /// From 1.
    let phase: Int
    let centreLine: Double?
    let lowerLimit: Double?
    let upperLimit: Double?
    let rules: [Rule]
    let variation: Variation

    /// One a period, ascending.
    static func rows(of picture: SeriesPicture) -> [SeriesRow] {
        let analysis = picture.analysis
        return analysis.phases.enumerated().flatMap { number, phase in
            phase.range.map { index in
                let offset = index - phase.range.lowerBound
                return SeriesRow(
                    observation: picture.observations[index],
                    value: analysis.isPlotted(index) ? analysis.values[index] : nil,
                    phase: number + 1,
                    centreLine: phase.centreLine?[offset],
                    lowerLimit: phase.limits?.lower[offset],
                    upperLimit: phase.limits?.upper[offset],
                    rules: analysis.marks[index].rules,
                    variation: analysis.variation(at: index)
                )
            }
        }
    }

    static let columns = [
        "date", "numerator", "denominator", "value", "phase", "centre_line", "lower_limit", "upper_limit",
        "signals", "flags",
    ]

    /// Writes it in the order of ``columns``; what doesn't exist is empty.
    func write(to writer: inout some TableWriter) throws {
        try writer.field(observation.day)
        try writer.field(observation.numerator)
        try writer.field(observation.denominator)
        try writer.field(value)
        try writer.field(phase)
        for line in [centreLine, lowerLimit, upperLimit] { try writer.field(line) }
        try writer.field(rules.map(\.rawValue).joined(separator: ";"))
        try writer.field(FlagWords.text(observation.flags))
        try writer.endRow()
    }
}
