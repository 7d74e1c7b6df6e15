package import Storage

/// The bin: what was deleted shows nowhere, and can be taken out for 30 days with everything that belongs to it.
///
/// A thing in the bin is marked with the item that put it there. Nothing of it is touched: a measure keeps its
/// versions, a series its editions.
package enum BinStore {
    /// What lies in the bin of a unit and of those below it, the newest first.
    package static func items(within unit: Unit.ID, on connection: any SQLConnection) throws -> [BinItem] {
        try connection.all(
            """
            \(Subtree.sql)
            SELECT \(columns) FROM bin b
            WHERE b.unit_id IN (SELECT id FROM below) AND b.purged IS NULL ORDER BY b.instant DESC, b.id DESC
            """,
            [.id(unit)],
            item(from:)
        )
    }

    package static func find(_ id: BinItem.ID, on connection: any SQLConnection) throws -> BinItem? {
        try connection.one(
            "SELECT \(columns) FROM bin b WHERE b.id = ? AND b.purged IS NULL",
            [.id(id)],
            item(from:)
        )
    }

    /// What has lain there for its 30 days.
    package static func expired(
        at now: Timestamp,
        on connection: any SQLConnection
    ) throws -> [BinItem] {
        try connection.all(
            "SELECT \(columns) FROM bin b WHERE b.purged IS NULL AND b.instant <= ? ORDER BY b.instant, b.id",
            [.instant(now.advanced(bySeconds: -Int64(BinItem.keptDays) * 86_400))],
            item(from:)
        )
    }

    // MARK: Putting in

    /// Deletes a measure with all of its series.
    ///
    /// - Parameter unit: where its bin is when all share it: a unit at the top.
    /// - Throws: ``BinError``.
    @discardableResult
    package static func delete(
        _ id: Measure.ID,
        from unit: Unit.ID,
        reason: String,
        _ context: Context,
        on connection: any SQLConnection
    ) throws -> BinItem {
        guard let measure = try MeasureStore.find(id, on: connection) else { throw BinError.notFound }
        let top = try UnitStore.lineage(of: unit, on: connection).first?.id ?? unit
        let item = BinItem(
            .measure,
            subject: id.description,
            name: measure.title,
            unit: measure.unit ?? top,
            measure: id,
            reason: reason,
            context
        )
        let series = "series WHERE measure_id = ? AND bin_id IS NULL"
        return try put(item, with: [(series, .id(id))], context, on: connection)
    }

    /// Deletes a series with all of its editions, phases and notes.
    ///
    /// - Throws: ``BinError``.
    @discardableResult
    package static func delete(
        _ id: Series.ID,
        reason: String,
        _ context: Context,
        on connection: any SQLConnection
    ) throws -> BinItem {
        guard
            let series = try SeriesStore.find(id, on: connection),
            let measure = try MeasureStore.find(series.key.measure, on: connection)
        else { throw BinError.notFound }
        let group = series.key.group.isEmpty ? "" : ", \(series.key.group)"
        return try put(
            .series,
            id.description,
            measure.title + group,
            series,
            reason,
            context,
            on: connection
        )
    }

    /// Deletes a phase; the series is judged anew.
    ///
    /// - Throws: ``BinError``.
    @discardableResult
    package static func delete(
        _ id: Phase.ID,
        _ context: Context,
        on connection: any SQLConnection
    ) throws -> BinItem {
        guard
            let phase = try PhaseStore.find(id, on: connection),
            let series = try SeriesStore.find(phase.series, on: connection)
        else { throw BinError.notFound }
        let name = "Phase from \(phase.start): \(phase.reason)"
        let item = try put(.phase, id.description, name, series, "", context, on: connection)
        try Watch.refresh([series.id], context, on: connection)
        return item
    }

    /// Deletes a note of a series.
    ///
    /// - Throws: ``BinError``.
    @discardableResult
    package static func delete(
        _ id: Annotation.ID,
        of series: Series.ID,
        _ context: Context,
        on connection: any SQLConnection
    ) throws -> BinItem {
        guard
            let note = try AnnotationStore.find(id, of: series, on: connection),
            let series = try SeriesStore.find(series, on: connection)
        else { throw BinError.notFound }
        let name = "Note of \(note.day): \(note.text)"
        return try put(.annotation, id.description, name, series, "", context, on: connection)
    }

    /// Deletes a unit in which there is nothing; its bin is that of the unit above it.
    ///
    /// - Throws: ``BinError``.
    @discardableResult
    package static func delete(
        _ id: Unit.ID,
        reason: String,
        _ context: Context,
        on connection: any SQLConnection
    ) throws -> BinItem {
        guard let unit = try UnitStore.find(id, on: connection) else { throw BinError.notFound }
        guard let parent = unit.parent else { throw BinError.unitAtTop }
        guard try isEmpty(id, on: connection) else { throw BinError.unitNotEmpty }
        let item = BinItem(
            .unit,
            subject: id.description,
            name: unit.name,
            unit: parent,
            reason: reason,
            context
        )
        return try put(item, context, on: connection)
    }

    /// Whether there is nothing in a unit: no units, series, programmes, pages, stories, activities or packs, and no
    /// measures of its own, in the bin or not.
    package static func isEmpty(_ id: Unit.ID, on connection: any SQLConnection) throws -> Bool {
        try connection.one(
            """
            SELECT 1 FROM unit WHERE parent_id = ?
                AND (bin_id IS NULL OR bin_id IN (SELECT b.id FROM bin b WHERE b.purged IS NULL))
            UNION ALL SELECT 1 FROM series WHERE unit_id = ?
            UNION ALL SELECT 1 FROM programme WHERE unit_id = ?
                AND (bin_id IS NULL OR bin_id IN (SELECT b.id FROM bin b WHERE b.purged IS NULL))
            UNION ALL SELECT 1 FROM report WHERE unit_id = ?
                AND (bin_id IS NULL OR bin_id IN (SELECT b.id FROM bin b WHERE b.purged IS NULL))
            UNION ALL SELECT 1 FROM story WHERE unit_id = ?
            UNION ALL SELECT 1 FROM activity WHERE unit_id = ?
            UNION ALL SELECT 1 FROM pack WHERE unit_id = ?
                AND (bin_id IS NULL OR bin_id IN (SELECT b.id FROM bin b WHERE b.purged IS NULL))
            UNION ALL SELECT 1 FROM measure WHERE unit_id = ?
                AND (bin_id IS NULL OR bin_id IN (SELECT b.id FROM bin b WHERE b.purged IS NULL))
            LIMIT 1
            """,
            Array(repeating: .id(id), count: 8)
        ) { _ in true } == nil
    }

    /// Puts a thing into the bin.
    ///
    /// - Parameter others: rows that go with it, each as a table with its condition and the condition's argument.
    static func put(
        _ item: BinItem,
        with others: [(rows: String, argument: SQLValue)] = [],
        _ context: Context,
        on connection: any SQLConnection
    ) throws -> BinItem {
        try insert(item, on: connection)
        try mark("\(item.kind.rawValue) WHERE id = ?", .text(item.subject), item, on: connection)
        for (rows, argument) in others { try mark(rows, argument, item, on: connection) }
        try tell(.deleted, item, context, on: connection)
        return item
    }

    /// Puts a series, or what stands on it, into the bin.
    private static func put(
        _ kind: BinItem.Kind,
        _ subject: String,
        _ name: String,
        _ series: Series,
        _ reason: String,
        _ context: Context,
        on connection: any SQLConnection
    ) throws -> BinItem {
        let item = BinItem(
            kind,
            subject: subject,
            name: name,
            unit: series.key.unit,
            measure: series.key.measure,
            reason: reason,
            context
        )
        return try put(item, context, on: connection)
    }
}
