package import Storage

extension MeasureStore {
    /// Retires a measure: what it has stays to be read, and it takes no new data.
    ///
    /// - Throws: ``RetirementError``.
    package static func retire(
        _ id: Measure.ID,
        reason: String,
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        guard !reason.isEmpty else { throw RetirementError.reasonMissing }
        guard let measure = try find(id, on: connection) else { throw RecordError.unknownMeasure(id) }
        guard measure.retirement == nil else { throw RetirementError.retiredAlready }
        try connection.execute(
            "INSERT INTO retirement (measure_id, instant, author, person_id, reason) VALUES (?, ?, ?, ?, ?)",
            [
                .id(id), .instant(context.now), .text(context.author.name), .id(context.author.person),
                .text(reason),
            ]
        )
        try Watch.refresh(measure: measure, context, on: connection)
        try AuditStore.append(
            .measure(.changed, measure, [.init("retired", "no", "yes"), .init("reason", nil, reason)]),
            context,
            on: connection
        )
    }

    /// Takes a retirement back, keeping the record of it.
    ///
    /// - Throws: ``RetirementError``.
    package static func withdrawRetirement(
        of id: Measure.ID,
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        guard let measure = try find(id, on: connection) else { throw RecordError.unknownMeasure(id) }
        guard measure.retirement != nil else { throw RetirementError.notRetired }
        try connection.execute(
            "UPDATE retirement SET withdrawn = ? WHERE measure_id = ? AND withdrawn IS NULL",
            [.instant(context.now), .id(id)]
        )
        try Watch.refresh(measure: measure, context, on: connection)
        try AuditStore.append(
            .measure(.changed, measure, [.init("retired", "yes", "no")]),
            context,
            on: connection
        )
    }
}
