/// SQLite's own description of its tables: https://www.sqlite.org/pragma.html.
struct SQLiteCatalogue: SchemaCatalogue {
    let connection: any SQLConnection

    func tables() throws -> [String] {
        try connection.all(
            """
            SELECT name FROM pragma_table_list
            WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'
            """
        ) { try $0.text(0) }
    }

    func columns(of table: String) throws -> [SchemaDescription.Column] {
        let sql = """
            SELECT c.name, c.type, c."notnull", f."table" || '.' || COALESCE(
                    f."to", (SELECT name FROM pragma_table_info(f."table") WHERE pk = 1)
                )
            FROM pragma_table_info(?) AS c LEFT JOIN pragma_foreign_key_list(?) AS f ON f."from" = c.name
            ORDER BY c.cid
            """
        return try connection.all(sql, [.text(table), .text(table)]) { row in
            try SchemaDescription.Column(
                row,
                types: [
                    "INTEGER": .integer, "REAL": .real, "TEXT": .text, "BLOB": .blob,
                ]
            )
        }
    }

    func indexes(of table: String) throws -> [SchemaDescription.Index] {
        let list = "SELECT name, \"unique\", origin FROM pragma_index_list(?)"
        let found = try connection.all(list, [.text(table)]) { row in
            let name = try row.text(0)
            let isUnique = try row.integer(1) == 1
            let columns = try columns(ofIndex: name)
            let kind: SchemaDescription.Index.Kind =
                try row.text(2) == "pk" ? .primaryKey : isUnique ? .unique : .index
            return SchemaDescription.Index(kind: kind, columns: columns)
        }
        // An INTEGER PRIMARY KEY is the table's own order, and has no index.
        guard !found.contains(where: { $0.kind == .primaryKey }) else { return found }
        let keySQL = "SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk"
        let key = try connection.all(keySQL, [.text(table)]) { try $0.text(0) }
        return found + (key.isEmpty ? [] : [SchemaDescription.Index(kind: .primaryKey, columns: key)])
    }

    private func columns(ofIndex name: String) throws -> [String] {
        try connection.all("SELECT name FROM pragma_index_info(?) ORDER BY seqno", [.text(name)]) { row in
            try row.optionalText(0) ?? "(expression)"
        }
    }
}
