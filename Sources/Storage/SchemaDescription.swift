/// The tables of a database, described the same for the same schema on either engine.
///
/// Made for `docs/schema.md`, so that a change of the schema is seen, and for proving that both engines have
/// the same. Checks and defaults are not in it.
package struct SchemaDescription: Equatable, Sendable {
    /// By name, without the bookkeeping of migrations.
    package let tables: [Table]

    /// A table, with its columns in order, and its indexes in the order of their columns.
    package struct Table: Equatable, Sendable {
        package let name: String
        package let columns: [Column]
        package let indexes: [Index]
    }

    /// A column; `reference` is the table and column that its values must be found in.
    package struct Column: Equatable, Sendable {
        package let name: String
        package let type: SQLType
        package let isOptional: Bool
        package let reference: String?
    }

    /// The columns of an index, or of the primary key or another constraint that makes one.
    package struct Index: Equatable, Sendable {
        package let kind: Kind
        package let columns: [String]

        /// What an index is for.
        package enum Kind: String, Sendable {
            case primaryKey = "primary key"
            case unique, index
        }
    }

    /// Markdown: a section a table, a line a column or index; empty text for no tables.
    package var markdown: String {
        tables.map { table in
            let lines = table.columns.map(Self.line) + table.indexes.map(Self.line)
            return "## \(table.name)\n\n" + lines.map { "- \($0)\n" }.joined()
        }.joined(separator: "\n")
    }

    private static func line(_ column: Column) -> String {
        let optional = column.isOptional ? ", may be null" : ""
        let reference = column.reference.map { ", refers to `\($0)`" } ?? ""
        return "`\(column.name)`: \(column.type)\(optional)\(reference)"
    }

    private static func line(_ index: Index) -> String {
        "\(index.kind.rawValue): \(index.columns.map { "`\($0)`" }.joined(separator: ", "))"
    }
}
