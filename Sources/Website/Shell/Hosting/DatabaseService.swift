import ServiceLifecycle
import Storage

/// Closes the database when the server stops: after the requests that use it, since services stop in reverse
/// order.
struct DatabaseService: Service {
    let database: any SQLDatabase

    func run() async throws {
        try? await gracefulShutdown()
        try await database.close()
    }
}
