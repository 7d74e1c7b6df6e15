import Statistics
package import Storage

/// Packs of units and their versions, as they are read; what lies in the bin is left out.
package enum PackStore {
    package static func find(_ id: Pack.ID, on connection: any SQLConnection) throws -> Pack? {
        try packs("p.id = ?", [.id(id)], on: connection).first
    }

    /// The pack of a unit itself with a name.
    package static func find(
        name: String,
        of unit: Unit.ID,
        on connection: any SQLConnection
    ) throws -> Pack? {
        try packs("p.name = ? AND p.unit_id = ?", [.text(name), .id(unit)], on: connection).first
    }

    /// Those that a reader may read, by title.
    package static func all(for reader: Readership, on connection: any SQLConnection) throws -> [Pack] {
        try packs("1 = 1", [], on: connection).filter { reader.may(.read, $0) }
    }

    /// How many a unit and those below it keep from a reader.
    package static func kept(
        within unit: Unit.ID,
        from reader: Readership,
        on connection: any SQLConnection
    ) throws -> Int {
        try packs("1 = 1", [], on: connection).count { pack in
            reader.tree.contains(pack.unit, within: unit) && !reader.may(.read, pack)
        }
    }

    /// Whose a pack is and who may read it, in the bin and after it too: for what is on record of it.
    package static func keeping(
        of id: Pack.ID,
        on connection: any SQLConnection
    ) throws -> (unit: Unit.ID, visibility: Visibility)? {
        try connection.one("SELECT unit_id, visibility FROM pack WHERE id = ?", [.id(id)]) { row in
            (unit: try row.identifier(0), visibility: try row.word(1))
        }
    }

    /// The newest first.
    package static func versions(of id: Pack.ID, on connection: any SQLConnection) throws -> [PackVersion] {
        try connection.all(
            "SELECT \(columns) FROM pack_version v WHERE v.pack_id = ? ORDER BY v.version DESC",
            [.id(id)]
        ) { try version($0, at: 0) }
    }

    /// The file of a version, as it was kept; nil where there is no such version.
    package static func text(
        of id: Pack.ID,
        version: Int,
        on connection: any SQLConnection
    ) throws -> String? {
        try connection.one(
            "SELECT content FROM pack_version WHERE pack_id = ? AND version = ?",
            [.id(id), .int(version)]
        ) { try $0.text(0) }
    }

    /// Whether some version of a pack is just this file.
    package static func holds(
        _ text: String,
        in id: Pack.ID,
        on connection: any SQLConnection
    ) throws -> Bool {
        try connection.one(
            "SELECT 1 FROM pack_version WHERE pack_id = ? AND content = ? LIMIT 1",
            [.id(id), .text(text)]
        ) { _ in true } ?? false
    }

    // MARK: Rows

    private static let columns = """
        v.version, v.name, v.title, v.purpose, v.written_by, v.reviewer, v.reviewed_day, v.next_review_day, \
        v.licence, v.source, v.measure_count, v.author, v.person_id, v.instant, v.reason
        """

    private static func packs(
        _ condition: String,
        _ arguments: [SQLValue],
        on connection: any SQLConnection
    ) throws -> [Pack] {
        try connection.all(
            """
            SELECT p.id, p.unit_id, p.visibility, \(columns)
            FROM pack p JOIN pack_version v ON v.pack_id = p.id AND v.version = p.version
            WHERE \(condition) AND p.bin_id IS NULL ORDER BY v.title, p.id
            """,
            arguments
        ) { row in
            Pack(
                id: try row.identifier(0),
                unit: try row.identifier(1),
                visibility: try row.word(2),
                newest: try version(row, at: 3)
            )
        }
    }

    private static func version(_ row: any SQLRow, at first: Int) throws -> PackVersion {
        let header = PackHeader(
            name: try row.text(first + 1),
            title: try row.text(first + 2),
            purpose: try row.text(first + 3),
            author: try row.text(first + 4),
            reviewer: try row.text(first + 5),
            reviewed: try row.optionalDay(first + 6),
            nextReview: try row.optionalDay(first + 7),
            licence: try row.text(first + 8),
            source: try row.text(first + 9)
        )
        return PackVersion(
            number: try row.int(first),
            header: header,
            count: try row.int(first + 10),
            author: try row.author(first + 11),
            instant: try row.instant(first + 13),
            reason: try row.text(first + 14)
        )
    }
}
