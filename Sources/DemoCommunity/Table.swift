import Exchange

/// A small CSV file in memory whose fields are asked for by column name.
struct Table {
    private let rows: [[String]]
    private let columns: [String: Int]

    /// - Throws: `CSVError`, where the file breaks the form.
    init(_ bytes: [UInt8]) throws {
        var reader = try CSVReader(MemorySource(bytes))
        var rows: [[String]] = []
        while try reader.next() { rows.append((0..<reader.row.count).map { reader.row.text($0) }) }
        self.rows = rows
        columns = Dictionary(zip(reader.header.names, 0...)) { first, _ in first }
    }

    /// Each row turned into a value.
    ///
    /// - Throws: ``DemoError/field(row:column:text:)``, which names what could not be read.
    func map<Value>(_ make: (Row) throws -> Value) throws -> [Value] {
        try rows.enumerated().map {
            try make(Row(number: $0.offset + 2, fields: $0.element, columns: columns))
        }
    }

    /// One row, by column names.
    struct Row {
        let number: Int
        let fields: [String]
        let columns: [String: Int]

        func text(_ column: String) throws -> String {
            guard let index = columns[column] else { throw DemoError.column(column) }
            return fields[index]
        }

        /// Nil where the field is empty.
        func optionalText(_ column: String) throws -> String? {
            let text = try text(column)
            return text.isEmpty ? nil : text
        }

        func value<Value>(_ column: String, _ make: (String) -> Value?) throws -> Value {
            let text = try text(column)
            guard let value = make(text) else {
                throw DemoError.field(row: number, column: column, text: text)
            }
            return value
        }

        func number(_ column: String) throws -> Double { try value(column) { Double($0) } }

        /// Nil where the field is empty.
        func optionalNumber(_ column: String) throws -> Double? {
            try text(column).isEmpty ? nil : number(column)
        }
    }
}
