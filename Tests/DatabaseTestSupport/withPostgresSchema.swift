import Storage
import StoragePostgres

/// Runs `body` with the address of an empty schema of its own on the test server, and drops it afterwards.
///
/// A few at a time, since each test's connections are processes on the server.
package func withPostgresSchema<Value>(_ body: (String) async throws -> Value) async throws -> Value {
    guard let server = TestEngine.postgresURL else {
        throw SQLError(.unavailable, message: "SIGHTLINE_TEST_POSTGRES is not set")
    }
    return try await Gate.postgres.pass {
        let schema = "test_" + String(UInt64.random(in: .min ... .max), radix: 16)
        let separator = server.contains("?") ? "&" : "?"
        let administration = PostgresDatabase(url: server, connections: 1)
        try await administration.write { try $0.run(script: "CREATE SCHEMA \(schema)") }
        let result: Result<Value, any Error>
        do {
            result = .success(try await body("\(server)\(separator)options=-csearch_path%3D\(schema)"))
        } catch {
            result = .failure(error)
        }
        try await administration.write { try $0.run(script: "DROP SCHEMA \(schema) CASCADE") }
        try await administration.close()
        return try result.get()
    }
}
