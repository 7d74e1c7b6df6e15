/// PostgreSQL's own description of the tables of the current schema: its manual, chapter 53.
struct PostgresCatalogue: SchemaCatalogue {
    let connection: any SQLConnection

    func tables() throws -> [String] {
        try connection.all("SELECT tablename FROM pg_tables WHERE schemaname = current_schema()") {
            try $0.text(0)
        }
    }

    func columns(of table: String) throws -> [SchemaDescription.Column] {
        let sql = """
            SELECT a.attname, CAST(CAST(a.atttypid AS regtype) AS TEXT), a.attnotnull,
                (SELECT CAST(CAST(k.confrelid AS regclass) AS TEXT) || '.' || CAST(t.attname AS TEXT)
                 FROM pg_constraint AS k
                 JOIN LATERAL unnest(k.conkey, k.confkey) AS pair (own, other) ON pair.own = a.attnum
                 JOIN pg_attribute AS t ON t.attrelid = k.confrelid AND t.attnum = pair.other
                 WHERE k.contype = 'f' AND k.conrelid = a.attrelid LIMIT 1)
            FROM pg_attribute AS a
            WHERE a.attrelid = to_regclass(?) AND a.attnum > 0 AND NOT a.attisdropped
            ORDER BY a.attnum
            """
        return try connection.all(sql, [.text(table)]) { row in
            try SchemaDescription.Column(
                row,
                types: [
                    "bigint": .integer, "double precision": .real, "text": .text, "bytea": .blob,
                ]
            )
        }
    }

    func indexes(of table: String) throws -> [SchemaDescription.Index] {
        let sql = """
            SELECT CAST(i.indexrelid AS BIGINT), i.indisprimary, i.indisunique,
                COALESCE(a.attname, '(expression)')
            FROM pg_index AS i
            CROSS JOIN LATERAL unnest(CAST(i.indkey AS int2[])) WITH ORDINALITY AS k (attnum, place)
            LEFT JOIN pg_attribute AS a ON a.attrelid = i.indrelid AND a.attnum = k.attnum
            WHERE i.indrelid = to_regclass(?)
            ORDER BY i.indexrelid, k.place
            """
        let parts = try connection.all(sql, [.text(table)]) { row in
            let kind: SchemaDescription.Index.Kind =
                try row.integer(1) == 1 ? .primaryKey : try row.integer(2) == 1 ? .unique : .index
            return (index: try row.integer(0), kind: kind, column: try row.text(3))
        }
        return Dictionary(grouping: parts, by: \.index).values.compactMap { parts in
            parts.first.map { SchemaDescription.Index(kind: $0.kind, columns: parts.map(\.column)) }
        }
    }
}
