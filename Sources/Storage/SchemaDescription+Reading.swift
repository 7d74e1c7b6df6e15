extension SchemaDescription {
    /// Reads the description of the tables that this connection sees.
    ///
    /// - Throws: `SQLError.unexpectedType` where a column has a type outside the shared subset.
    package init(_ connection: any SQLConnection) throws {
        let catalogue: any SchemaCatalogue =
            switch connection.dialect {
            case .sqlite: SQLiteCatalogue(connection: connection)
            case .postgres: PostgresCatalogue(connection: connection)
            }
        tables = try catalogue.tables().filter { $0 != "schema_migrations" }.sorted().map { name in
            let indexes = try catalogue.indexes(of: name)
            let primaryKey = Set(indexes.filter { $0.kind == .primaryKey }.flatMap(\.columns))
            let columns = try catalogue.columns(of: name).map { column in
                // SQLite does not say of a primary key's columns that they can't be null.
                Column(
                    name: column.name,
                    type: column.type,
                    isOptional: column.isOptional && !primaryKey.contains(column.name),
                    reference: column.reference
                )
            }
            return Table(name: name, columns: columns, indexes: indexes.sorted(by: Self.comesBefore))
        }
    }

    private static func comesBefore(_ left: Index, _ right: Index) -> Bool {
        if left.columns == right.columns { return left.kind.rawValue < right.kind.rawValue }
        return left.columns.lexicographicallyPrecedes(right.columns)
    }
}
