/// Where an engine keeps the description of its tables.
protocol SchemaCatalogue {
    func tables() throws -> [String]
    func columns(of table: String) throws -> [SchemaDescription.Column]
    func indexes(of table: String) throws -> [SchemaDescription.Index]
}

extension SchemaDescription.Column {
    /// From a row of name, type, whether null is refused, and reference.
    init(_ row: any SQLRow, types: [String: SQLType]) throws {
        let typeName = try row.text(1)
        guard let type = types[typeName] else {
            throw SQLError(.unexpectedType(column: 1, wanted: .text), message: "column type \(typeName)")
        }
        self.init(
            name: try row.text(0),
            type: type,
            isOptional: try row.integer(2) == 0,
            reference: try row.optionalText(3)
        )
    }
}
