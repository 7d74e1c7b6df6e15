import Glibc

/// A value that goes into or comes out of the database.
package enum SQLValue: Equatable, Sendable {
    case null
    case integer(Int64)
    case real(Double)
    case text(String)
    case blob([UInt8])
}

extension SQLValue {
    /// An integer, or null for nil.
    package init(_ value: Int64?) { self = value.map(SQLValue.integer) ?? .null }

    /// A real, or null for nil.
    package init(_ value: Double?) { self = value.map(SQLValue.real) ?? .null }

    /// A text, or null for nil.
    package init(_ value: String?) { self = value.map(SQLValue.text) ?? .null }

    /// A blob, or null for nil.
    package init(_ value: [UInt8]?) { self = value.map(SQLValue.blob) ?? .null }

    /// The text of an identifier, or null for nil.
    package init<Entity>(_ value: Identifier<Entity>?) { self = value.map { .text($0.description) } ?? .null }

    /// Whether every engine can store the value and give it back as it was.
    ///
    /// PostgreSQL's text has no NUL, and SQLite makes a null of what is not a number.
    package var isStorable: Bool {
        switch self {
        case .null, .integer, .blob: true
        case .real(let real): !real.isNaN
        case .text(let text): !Self.hasNUL(text)
        }
    }

    private static func hasNUL(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            bytes.baseAddress.map { memchr($0, 0, bytes.count) != nil } ?? false
        }
    }
}

/// The engine behind a connection, for the few places where the two differ.
package enum Dialect: Sendable, CaseIterable {
    case sqlite, postgres
}
