package import Storage

/// Written pages, as they are read.
package enum ReportStore {
    /// - Parameter withBinned: whether one in the bin, or deleted for good, is found as well: for its trail.
    package static func find(
        _ id: Report.ID,
        withBinned: Bool = false,
        on connection: any SQLConnection
    ) throws -> Report? {
        let condition = withBinned ? "" : " AND r.bin_id IS NULL"
        return try reports("WHERE r.id = ?\(condition)", [.id(id)], on: connection).first
    }

    /// All, those in the bin and those deleted for good as well where `withBinned` says so; by title.
    package static func all(
        withBinned: Bool = false,
        on connection: any SQLConnection
    ) throws -> [Report] {
        try reports(withBinned ? "" : "WHERE r.bin_id IS NULL", [], on: connection)
    }

    /// Those of a unit and of those below it that a reader may read, by title, and how many there are besides.
    package static func all(
        within unit: Unit.ID,
        for reader: Readership,
        on connection: any SQLConnection
    ) throws -> (reports: [Report], kept: Int) {
        let all = try all(on: connection).filter { reader.tree.contains($0.unit, within: unit) }
        let readable = all.filter { reader.may(.read, $0) }
        return (readable, all.count - readable.count)
    }

    /// Those of units elsewhere that are shared with a unit, and that a reader may read, by title.
    package static func shared(
        with unit: Unit.ID,
        for reader: Readership,
        on connection: any SQLConnection
    ) throws -> [Report] {
        let tree = reader.tree
        return try all(on: connection).filter { report in
            !tree.contains(report.unit, within: unit)
                && tree.contains(unit, within: tree.scope(of: report.visibility, from: report.unit))
                && reader.may(.read, report)
        }
    }

    private static func reports(
        _ condition: String,
        _ arguments: [SQLValue],
        on connection: any SQLConnection
    ) throws -> [Report] {
        try connection.all(
            """
            SELECT r.id, r.unit_id, r.visibility, r.title, r.summary, r.content, r.author, r.person_id, r.instant
            FROM report r \(condition) ORDER BY r.title, r.id
            """,
            arguments
        ) { row in
            var report = Report(
                id: try row.identifier(0),
                unit: try row.identifier(1),
                visibility: try row.word(2),
                title: try row.text(3),
                summary: try row.text(4),
                author: try row.author(6),
                instant: try row.instant(8)
            )
            report.read(content: try row.text(5))
            return report
        }
    }
}
