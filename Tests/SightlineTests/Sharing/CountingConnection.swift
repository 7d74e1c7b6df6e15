import Storage

/// A connection that counts what is asked of it.
final class CountingConnection: SQLConnection {
    private let base: any SQLConnection
    private(set) var queries = 0

    init(_ base: any SQLConnection) { self.base = base }

    var dialect: Dialect { base.dialect }

    func dataMark() throws -> String? { try base.dataMark() }

    func execute(_ sql: String, _ arguments: [SQLValue]) throws -> Int {
        try base.execute(sql, arguments)
    }

    func run(script: String) throws { try base.run(script: script) }

    func each(_ sql: String, _ arguments: [SQLValue], _ body: (any SQLRow) throws -> Void) throws {
        queries += 1
        try base.each(sql, arguments, body)
    }

    func savepoint<Value>(_ body: () throws -> Value) throws -> Value { try base.savepoint(body) }
}
