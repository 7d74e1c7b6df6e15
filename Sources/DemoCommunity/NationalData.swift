import Exchange
import Sightline
import Statistics
import Storage

/// England's accident and emergency departments, from NHS England's published figures.
struct NationalData: Sendable {
    /// One organisation's (or the whole country's) month in one type of department.
    private struct Row: Sendable {
        var organisation: String
        var type: String
        var day: Day
        var attendances: Double
        var breaches: Double
        var admissions: Double
    }

    /// What each row says of one measure.
    private enum Count: String, CaseIterable {
        case fourHours = "ae-within-four-hours"
        case attendances = "ae-attendances"
        case admissions = "ae-emergency-admissions"
    }

    static let unitCode = "ENGLAND"
    private let rows: [Row]

    /// The codes of the organisations in it, in order; empty for the country's totals.
    var organisations: [String] { Set(rows.map(\.organisation)).subtracting([Self.unitCode]).sorted() }

    /// - Parameter table: columns `period`, `type`, `attendances`, `breaches`, `admissions`, and `org_code` where
    ///   the rows are of organisations.
    init(_ table: Table) throws {
        rows = try table.map { row in
            try Row(
                organisation: (try? row.text("org_code")) ?? Self.unitCode,
                type: Self.typeName(row.text("type")),
                day: row.value("period") { Day($0) },
                attendances: row.number("attendances"),
                breaches: row.number("breaches"),
                admissions: row.number("admissions")
            )
        }
    }

    /// The measures, ready to be stored.
    static func measures(_ context: Context) -> [Measure] {
        Count.allCases.map { count in
            let (title, why, numerator, denominator) = words(of: count)
            let isShare = count == .fourHours
            return Measure(
                id: context.makeID(),
                key: count.rawValue,
                title: title,
                why: why,
                domain: "Accident and emergency in England",
                stakeholder: count == .admissions ? .taxpayer : .patient,
                role: isShare ? .outcome : .process,
                better: isShare ? .up : .none,
                definition: Definition(numerator: numerator, denominator: denominator, period: .month),
                chart: ChartSettings(kind: isShare ? .pPrime : .individuals, multiplier: isShare ? 100 : 1),
                targets: isShare ? [TargetStep(start: .first, value: 95)] : [],
                format: ValueFormat(unit: isShare ? "%" : "", decimals: isShare ? 1 : 0),
                provenance: Measure.Provenance(
                    source: "NHS England, A&E attendances and emergency admissions, April 2016 to March 2019",
                    licence: "Open Government Licence v3.0",
                    attribution:
                        "Contains public sector information licensed under the Open Government Licence v3.0. "
                        + "Organisations stand under their ODS codes, because the open data has no names."
                ),
                owner: "NHS England",
                reportingDays: nil
            )
        }
    }

    /// The observations of every measure in every unit and type of department.
    ///
    /// - Parameter unit: the unit of a code; rows of a code without one are left out.
    func proposals(for measures: [Measure], unit: (String) -> Unit.ID?) throws -> [Proposal] {
        let series = Dictionary(grouping: rows) { [$0.organisation, $0.type] }
        return try series.sorted { $0.key.lexicographicallyPrecedes($1.key) }.flatMap {
            key,
            rows -> [Proposal] in
            guard let unit = unit(key[0]) else { return [] }
            return try measures.compactMap { measure in
                guard let count = Count(rawValue: measure.key) else { return nil }
                let observations = try Observations(rows.map { Self.observation(of: count, $0) })
                return Proposal(measure: measure.id, unit: unit, group: key[1], observations: observations)
            }
        }
    }

    private static func observation(of count: Count, _ row: Row) -> Observation {
        switch count {
        case .fourHours:
            // A department that saw nobody has no share.
            Observation(
                day: row.day,
                numerator: row.attendances > 0 ? row.attendances - row.breaches : nil,
                denominator: row.attendances > 0 ? row.attendances : nil
            )
        case .attendances: Observation(day: row.day, numerator: row.attendances)
        case .admissions: Observation(day: row.day, numerator: row.admissions)
        }
    }

    private static func typeName(_ type: String) -> String {
        switch type {
        case "1": "Major (type 1)"
        case "2": "Single specialty (type 2)"
        default: "Minor injuries and others (type 3)"
        }
    }

    private static func words(of count: Count) -> (title: String, why: String, String, String?) {
        switch count {
        case .fourHours:
            (
                "Seen within four hours in A&E",
                "Long waits in A&E harm people, and show that the whole system is full.",
                "Attendances that were admitted, transferred or discharged within four hours", "Attendances"
            )
        case .attendances:
            (
                "Attendances at A&E",
                "How many people need help at once decides how long each of them waits.",
                "Attendances in the month", nil
            )
        case .admissions:
            (
                "Emergency admissions by way of A&E",
                "An emergency admission is the costliest way into care, and often not what the person wanted.",
                "Emergency admissions by way of A&E in the month", nil
            )
        }
    }
}
