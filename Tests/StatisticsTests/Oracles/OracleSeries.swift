import Statistics
import TestSupport

/// The input series of the oracles, by name.
struct OracleSeries: Sendable {
    var y: [Double?]
    var n: [Double?]

    static let all: [String: OracleSeries] = {
        guard let table = try? OracleRows("inputs/series.csv.gz") else { return [:] }
        var all: [String: OracleSeries] = [:]
        for (key, rows) in table.groups(by: ["series"]) {
            all[key[0]] = OracleSeries(y: rows.map { $0.number("y") }, n: rows.map { $0.number("n") })
        }
        return all
    }()

    /// Subgroups of the X-bar inputs, by series.
    static let subgroups: [String: [[Double]]] = {
        guard let table = try? OracleRows("inputs/xbar.csv") else { return [:] }
        var all: [String: [[Double]]] = [:]
        for (key, rows) in table.groups(by: ["series", "subgroup"]) {
            all[key[0], default: []].append(rows.compactMap { $0.number("obs") })
        }
        return all
    }()

    /// Series in which a point lies within a rounding error of a line (Tests/Oracles/README.md).
    static let fragile: Set<String> = ["big_magnitude", "u_under"]

    var hasDenominators: Bool { n.contains { $0 != nil } }

    /// Whether nothing is missing and no denominator is zero.
    var isComplete: Bool {
        !y.contains(nil) && (!hasDenominators || n.allSatisfy { $0 != nil && $0 != 0 })
    }

    /// As plain values where there are no denominators, as ratios where there are.
    var input: ChartInput { hasDenominators ? ratios : ChartInput(values: y) }

    var ratios: ChartInput {
        ChartInput(
            .ratios(numerators: y.map { $0 ?? 0 }, denominators: n.map { $0 ?? 0 }),
            missing: y.indices.filter { y[$0] == nil || n[$0] == nil }
        )
    }
}

extension ChartInput {
    /// Plain values; nil is missing.
    init(values: [Double?]) {
        self.init(.values(values.map { $0 ?? .nan }), missing: values.indices.filter { values[$0] == nil })
    }
}

/// Whether a number is another program's, to nine digits; two missing numbers agree.
func agrees(_ ours: Double?, _ theirs: Double?, relative: Double = 1e-9, scale: Double = 0) -> Bool {
    guard let ours, let theirs else { return ours == nil && theirs == nil }
    return abs(ours - theirs) <= relative * max(abs(theirs), abs(ours), scale)
}

extension Analysis {
    /// The centre line and limits at a point.
    func lines(at index: Int) -> (centre: Double?, lower: Double?, upper: Double?) {
        guard let phase = phase(at: index) else { return (nil, nil, nil) }
        let offset = index - phase.range.lowerBound
        return (phase.centreLine?[offset], phase.limits?.lower[offset], phase.limits?.upper[offset])
    }
}
