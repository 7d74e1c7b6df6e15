package import Storage

/// Measures in the database.
package enum MeasureStore {
    // MARK: Reading

    /// Every measure in its newest version, by title.
    ///
    /// - Parameter withBinned: with those in the bin, and what is left of those that were deleted for good: for
    ///   deciding who may read what is on record of them.
    package static func all(
        withBinned: Bool = false,
        on connection: any SQLConnection
    ) throws -> [Measure] {
        try measures(withBinned: withBinned, "ORDER BY m.title, m.id", [], on: connection)
    }

    package static func find(
        _ id: Measure.ID,
        withBinned: Bool = false,
        on connection: any SQLConnection
    ) throws -> Measure? {
        try measures(withBinned: withBinned, "WHERE m.id = ?", [.id(id)], on: connection).first
    }

    /// A measure with an older version of its definition, and how its series were last judged; one in the bin too.
    package static func find(
        _ id: Measure.ID,
        version: Int,
        on connection: any SQLConnection
    ) throws -> Measure? {
        try measures(
            version: "?",
            withBinned: true,
            "WHERE m.id = ?",
            [.int(version), .id(id)],
            on: connection
        ).first
    }

    /// The measure with a key among those of a unit, or among those that all share.
    package static func find(
        key: String,
        of unit: Unit.ID? = nil,
        withBinned: Bool = false,
        on connection: any SQLConnection
    ) throws -> Measure? {
        try measures(
            withBinned: withBinned,
            "WHERE m.key = ? AND COALESCE(m.unit_id, '') = ?",
            [.text(key), .text(unit?.description ?? "")],
            on: connection
        ).first
    }

    /// The measure of a series, in its newest version.
    package static func find(
        of series: Series.ID,
        on connection: any SQLConnection
    ) throws -> Measure? {
        try measures(
            "WHERE m.id = (SELECT s.measure_id FROM series s WHERE s.id = ?)",
            [.id(series)],
            on: connection
        ).first
    }

    /// The versions of a measure's definition, the oldest first.
    package static func versions(
        of id: Measure.ID,
        on connection: any SQLConnection
    ) throws -> [DefinitionVersion] {
        let sql = """
            SELECT version, numerator, denominator, period, author, person_id, instant, reason
            FROM measure_version WHERE measure_id = ? ORDER BY version
            """
        return try connection.all(sql, [.id(id)]) { row in
            DefinitionVersion(
                definition: try definition(from: row, at: 0),
                author: try row.author(4),
                instant: try row.instant(6),
                reason: try row.text(7)
            )
        }
    }

    // MARK: Writing

    /// Stores a new measure in version 1.
    ///
    /// - Throws: ``MeasureProblems`` when it isn't sound or its key is taken.
    package static func insert(
        _ measure: Measure,
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        var measure = measure
        measure.definition.version = 1
        try check(measure, on: connection)
        try insert(into: "measure", [("id", .id(measure.id))] + columns(of: measure), on: connection)
        try insertVersion(of: measure, reason: "First version", context, on: connection)
        try insertTargets(of: measure, on: connection)
        try RevisionStore.note(.measure, measure.id, from: nil, to: measure.fields, context, on: connection)
        try AuditStore.append(.measure(.created, from: nil, to: measure), context, on: connection)
    }

    /// Stores a changed measure and judges the series that it has anew; gives it back with its version.
    ///
    /// A changed definition becomes a new version, which starts new series; `reason` is kept with it. Throws
    /// ``MeasureProblems``, and `RecordError.notChartable` when a series that it has can't be charted so.
    @discardableResult
    package static func update(
        _ measure: Measure,
        reason: String,
        _ context: Context,
        on connection: any SQLConnection
    ) throws -> Measure {
        guard let stored = try find(measure.id, on: connection) else {
            throw RecordError.unknownMeasure(measure.id)
        }
        var measure = measure
        measure.definition.version = stored.definition.version
        try check(measure, on: connection)
        let isNewVersion = !measure.definition.saysTheSame(as: stored.definition)
        if isNewVersion {
            measure.definition.version += 1
            try insertVersion(of: measure, reason: reason, context, on: connection)
        } else {
            try connection.execute(
                "UPDATE measure_version SET \(assignments(judgementColumns(of: measure)))"
                    + " WHERE measure_id = ? AND version = ?",
                judgementColumns(of: measure).map(\.value)
                    + [.id(measure.id), .int(measure.definition.version)]
            )
        }
        try connection.execute(
            "UPDATE measure SET \(assignments(columns(of: measure))) WHERE id = ?",
            columns(of: measure).map(\.value) + [.id(measure.id)]
        )
        try connection.execute("DELETE FROM measure_target WHERE measure_id = ?", [.id(measure.id)])
        try insertTargets(of: measure, on: connection)
        if measure.disclosure == nil { try OutsideStore.forget(measure.id, on: connection) }
        try Watch.refresh(measure: measure, context, on: connection)
        try RevisionStore.note(
            .measure,
            measure.id,
            from: stored.fields,
            to: measure.fields,
            context,
            on: connection
        )
        try AuditStore.append(.measure(.changed, from: stored, to: measure), context, on: connection)
        return measure
    }

    private static func check(_ measure: Measure, on connection: any SQLConnection) throws {
        var problems = measure.problems
        // Among its unit's own and the shared ones only: another unit's keys are none of its business. One in the bin
        // keeps its key, so that it can come back.
        let namesakes = [
            try find(key: measure.key, withBinned: true, on: connection),
            try find(key: measure.key, of: measure.unit, withBinned: true, on: connection),
        ]
        if namesakes.contains(where: { $0 != nil && $0?.id != measure.id }) {
            problems.append(MeasureProblem(.key, .taken))
        }
        guard problems.isEmpty else { throw MeasureProblems(problems: problems) }
    }

    private static func insertVersion(
        of measure: Measure,
        reason: String,
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        let columns =
            definitionColumns(of: measure, reason: reason, context) + judgementColumns(of: measure)
        try insert(into: "measure_version", columns, on: connection)
    }

    private static func insert(
        into table: String,
        _ columns: [Column],
        on connection: any SQLConnection
    ) throws {
        let names = columns.map(\.name).joined(separator: ", ")
        let places = columns.map { _ in "?" }.joined(separator: ", ")
        try connection.execute("INSERT INTO \(table) (\(names)) VALUES (\(places))", columns.map(\.value))
    }

    private static func assignments(_ columns: [Column]) -> String {
        columns.map { "\($0.name) = ?" }.joined(separator: ", ")
    }

    private static func insertTargets(of measure: Measure, on connection: any SQLConnection) throws {
        for step in measure.targets {
            try connection.execute(
                "INSERT INTO measure_target (measure_id, start_day, value) VALUES (?, ?, ?)",
                [.id(measure.id), .day(step.start), .real(step.value)]
            )
        }
    }
}
