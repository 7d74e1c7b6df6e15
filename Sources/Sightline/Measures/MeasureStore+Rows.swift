import Statistics
import Storage

extension MeasureStore {
    /// A column's name with the value that goes into it.
    typealias Column = (name: String, value: SQLValue)

    /// The columns of a measure's row but its id.
    static func columns(of measure: Measure) -> [Column] {
        [
            ("unit_id", .id(measure.unit)),
            ("visibility", .word(measure.visibility)),
            ("key", .text(measure.key)),
            ("title", .text(measure.title)),
            ("why", .text(measure.why)),
            ("domain", .text(measure.domain)),
            ("stakeholder", .word(measure.stakeholder)),
            ("role", .word(measure.role)),
            ("better", .word(measure.better)),
            ("version", .int(measure.definition.version)),
            ("source", .text(measure.provenance.source)),
            ("licence", .text(measure.provenance.licence)),
            ("attribution", .text(measure.provenance.attribution)),
            ("owner", .text(measure.owner)),
            ("next_review_day", .day(measure.nextReview)),
            ("reporting_days", .int(measure.reportingDays)),
            ("disclosure_threshold", .int(measure.disclosure?.threshold)),
            ("disclosure_zeros", .bool(measure.disclosure?.withholdsZeros ?? false)),
            ("disclosure_rounding", .int(measure.disclosure?.rounding)),
        ]
    }

    /// The columns of a version's row that may change while it is the newest: an older one keeps how its
    /// series were last judged.
    static func judgementColumns(of measure: Measure) -> [Column] {
        let chart = measure.chart
        return [
            ("chart", .word(chart.kind)),
            ("rules", .word(chart.rules.name)),
            ("shift_length", .int(chart.rules.shiftLength)),
            ("trend_length", .int(chart.rules.trendLength)),
            ("baseline", .int(chart.baseline)),
            ("minimum_points", .int(chart.minimumPoints)),
            ("screens_moving_ranges", .bool(chart.screensMovingRanges)),
            ("multiplier", .real(chart.multiplier)),
            ("value_unit", .text(measure.format.unit)),
            ("decimals", .int(measure.format.decimals)),
        ]
    }

    /// The columns of a version's row that say what it defines and who made it.
    static func definitionColumns(of measure: Measure, reason: String, _ context: Context) -> [Column] {
        let definition = measure.definition
        return [
            ("measure_id", .id(measure.id)),
            ("version", .int(definition.version)),
            ("numerator", .text(definition.numerator)),
            ("denominator", .text(definition.denominator)),
            ("period", .word(definition.period)),
            ("author", .text(context.author.name)),
            ("person_id", .id(context.author.person)),
            ("instant", .instant(context.now)),
            ("reason", .text(reason)),
        ]
    }

    /// The measures of a condition or an order, with a version of their definitions and with their targets.
    static func measures(
        version: String = "m.version",
        withBinned: Bool = false,
        _ rest: String,
        _ arguments: [SQLValue],
        on connection: any SQLConnection
    ) throws -> [Measure] {
        let sql = """
            SELECT m.id, m.key, m.title, m.why, m.domain, m.stakeholder, m.role, m.better,
                v.chart, v.rules, v.shift_length, v.trend_length, v.baseline, v.minimum_points,
                v.screens_moving_ranges, v.multiplier, v.value_unit, v.decimals,
                m.source, m.licence, m.attribution, m.owner, m.next_review_day, m.reporting_days,
                v.version, v.numerator, v.denominator, v.period, m.unit_id, m.visibility,
                e.author, e.person_id, e.instant, e.reason,
                m.disclosure_threshold, m.disclosure_zeros, m.disclosure_rounding
            FROM measure m JOIN measure_version v ON v.measure_id = m.id AND v.version = \(version)
                \(withBinned ? "" : "AND m.bin_id IS NULL")
            LEFT JOIN retirement e ON e.measure_id = m.id AND e.withdrawn IS NULL
            \(rest)
            """
        var measures = try connection.all(sql, arguments, measure(from:))
        let targets = try targets(of: measures.count == 1 ? measures.first?.id : nil, on: connection)
        for index in measures.indices { measures[index].targets = targets[measures[index].id] ?? [] }
        return measures
    }

    /// A definition in four columns: version, numerator, denominator, period.
    static func definition(from row: any SQLRow, at column: Int) throws -> Definition {
        Definition(
            version: try row.int(column),
            numerator: try row.text(column + 1),
            denominator: try row.optionalText(column + 2),
            period: try row.word(column + 3)
        )
    }

    private static func measure(from row: any SQLRow) throws -> Measure {
        var measure = Measure(
            id: try row.identifier(0),
            unit: try row.optionalIdentifier(28),
            visibility: try row.word(29),
            key: try row.text(1),
            title: try row.text(2),
            why: try row.text(3),
            domain: try row.text(4),
            stakeholder: try row.word(5),
            role: try row.word(6),
            better: try row.word(7),
            definition: try definition(from: row, at: 24),
            chart: try chart(from: row),
            format: ValueFormat(unit: try row.text(16), decimals: try row.int(17)),
            provenance: Measure.Provenance(
                source: try row.text(18),
                licence: try row.text(19),
                attribution: try row.text(20)
            ),
            owner: try row.text(21),
            nextReview: try row.optionalDay(22),
            reportingDays: try row.optionalInt(23)
        )
        if let instant = try row.optionalInstant(32) {
            measure.retirement = Retirement(
                instant: instant,
                author: try row.author(30),
                reason: try row.text(33)
            )
        }
        if let threshold = try row.optionalInt(34) {
            measure.disclosure = DisclosureRule(
                threshold: threshold,
                withholdsZeros: try row.bool(35),
                rounding: try row.optionalInt(36)
            )
        }
        return measure
    }

    private static func chart(from row: any SQLRow) throws -> ChartSettings {
        var rules = RuleSet(try row.word(9, of: RuleSet.Name.self))
        if let length = try row.optionalInt(10) { rules = try rules.with(shiftLength: length) }
        if let length = try row.optionalInt(11) { rules = try rules.with(trendLength: length) }
        return ChartSettings(
            kind: try row.word(8),
            rules: rules,
            baseline: try row.optionalInt(12),
            minimumPoints: try row.int(13),
            screensMovingRanges: try row.bool(14),
            multiplier: try row.real(15)
        )
    }

    /// Targets by measure, ascending by day; of one measure or of all.
    private static func targets(
        of measure: Measure.ID?,
        on connection: any SQLConnection
    ) throws -> [Measure.ID: [TargetStep]] {
        let condition = measure == nil ? "" : "WHERE measure_id = ?"
        var targets: [Measure.ID: [TargetStep]] = [:]
        try connection.each(
            "SELECT measure_id, start_day, value FROM measure_target \(condition) ORDER BY start_day",
            measure.map { [.id($0)] } ?? []
        ) { row in
            let step = TargetStep(start: try row.day(1), value: try row.real(2))
            targets[try row.identifier(0), default: []].append(step)
        }
        return targets
    }
}
