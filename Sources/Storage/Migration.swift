import Crypto

/// One numbered step of the schema, in each engine's SQL; never edited once it has been released.
///
/// Foreign keys stay on while it runs.
package struct Migration: Equatable, Sendable {
    package let number: Int
    package let name: String
    private let sqlite: String
    private let postgres: String

    /// A step with a text of its own for each engine.
    package init(_ number: Int, _ name: String, sqlite: String, postgres: String) {
        self.number = number
        self.name = name
        self.sqlite = sqlite
        self.postgres = postgres
    }

    /// A step written once, for SQLite; PostgreSQL gets the same with its own names of types.
    ///
    /// In capitals and outside quotes and comments, `INTEGER` becomes `BIGINT`, `REAL` becomes
    /// `DOUBLE PRECISION`, `BLOB` becomes `BYTEA`, and `STRICT` goes.
    package init(_ number: Int, _ name: String, _ sql: String) {
        self.init(number, name, sqlite: sql, postgres: Self.postgresText(of: sql))
    }

    /// The statements for an engine, parted by semicolons.
    package func text(for dialect: Dialect) -> String {
        switch dialect {
        case .sqlite: sqlite
        case .postgres: postgres
        }
    }

    /// The SHA-256 of an engine's text, in 64 lower-case hexadecimal digits.
    package func hash(for dialect: Dialect) -> String {
        SHA256.hash(data: Array(text(for: dialect).utf8)).map { byte in
            (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }.joined()
    }

    private static func postgresText(of sql: String) -> String {
        SQLText.rewritingCode(of: sql) { code, result in
            var rest = code
            while let first = rest.first {
                let word = rest.prefix(while: isPartOfName)
                if word.isEmpty {
                    result.append(first)
                    rest.removeFirst()
                } else {
                    result += postgresWord(for: word)
                    rest.removeFirst(word.count)
                }
            }
        }
    }

    private static func isPartOfName(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"): true
        default: byte >= 0x80
        }
    }

    private static func postgresWord(for word: ArraySlice<UInt8>) -> [UInt8] {
        switch String(decoding: word, as: UTF8.self) {
        case "INTEGER": Array("BIGINT".utf8)
        case "REAL": Array("DOUBLE PRECISION".utf8)
        case "BLOB": Array("BYTEA".utf8)
        case "STRICT": []
        default: Array(word)
        }
    }
}
