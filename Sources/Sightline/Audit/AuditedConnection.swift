import Storage

/// A connection that notes which tables a transaction changes and which entries tell of it.
final class AuditedConnection: SQLConnection {
    private let base: any SQLConnection
    private var changed: Set<String> = []
    private var entries: Set<AuditEntry.Kind> = []

    init(_ base: any SQLConnection) { self.base = base }

    var dialect: Dialect { base.dialect }

    func dataMark() throws -> String? { try base.dataMark() }

    func execute(_ sql: String, _ arguments: [SQLValue]) throws -> Int {
        let count = try base.execute(sql, arguments)
        // What changes no row changes nothing.
        if count > 0 { note(sql, arguments) }
        return count
    }

    func run(script: String) throws {
        try base.run(script: script)
        for statement in script.split(separator: ";") { note(String(statement), []) }
    }

    func each(_ sql: String, _ arguments: [SQLValue], _ body: (any SQLRow) throws -> Void) throws {
        var hasRows = false
        try base.each(sql, arguments) { row in
            hasRows = true
            try body(row)
        }
        if hasRows { note(sql, arguments) }
    }

    /// What is taken back with a savepoint needs no entry, and its entries tell of nothing.
    func savepoint<Value>(_ body: () throws -> Value) throws -> Value {
        let before = (changed, entries)
        do {
            return try base.savepoint(body)
        } catch {
            (changed, entries) = before
            throw error
        }
    }

    /// - Throws: ``UntoldChange``.
    func requireEntries() throws {
        let untold = changed.filter { table in
            AuditCoverage.told[table].map { entries.isDisjoint(with: $0) } ?? false
        }
        guard untold.isEmpty else { throw UntoldChange(tables: untold.sorted()) }
    }

    private func note(_ sql: String, _ arguments: [SQLValue]) {
        guard let table = Self.table(changedBy: sql) else { return }
        guard table == "audit" else {
            changed.insert(table)
            return
        }
        // As the one statement that writes entries has them.
        if arguments.count > 6, case .text(let word) = arguments[6],
            let kind = AuditEntry.Kind(rawValue: word)
        {
            entries.insert(kind)
        }
    }

    /// The table that a statement inserts into, updates or deletes from; nil for a query.
    static func table(changedBy sql: String) -> String? {
        let words = sql.utf8.split(
            maxSplits: 3,
            omittingEmptySubsequences: true,
            whereSeparator: { $0 <= UInt8(ascii: " ") || $0 == UInt8(ascii: "(") }
        )
        guard let first = words.first.map({ String($0)?.uppercased() ?? "" }) else { return nil }
        let place =
            switch first {
            case "INSERT", "DELETE": 2
            case "UPDATE": 1
            default: words.count
            }
        guard words.indices.contains(place) else { return nil }
        return String(words[place])
    }
}
