import NIOPosix
package import Sightline
package import Storage

/// What every route works with.
package struct Site: Sendable {
    package let database: any SQLDatabase
    package let configuration: SiteConfiguration
    /// The present; a test says when that is.
    let clock: @Sendable () -> Timestamp
    let gate = Gate()
    let passwordRules = PasswordRules(common: Asset.commonPasswords)

    package init(
        database: any SQLDatabase,
        configuration: SiteConfiguration,
        clock: @escaping @Sendable () -> Timestamp
    ) {
        self.database = database
        self.configuration = configuration
        self.clock = clock
    }

    /// Does work that keeps a processor busy away from the threads that answer requests.
    func aside<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await NIOThreadPool.singleton.runIfActive(work)
    }

    /// Records that a session was used, if the record is old.
    func keepAlive(_ visit: Visit) async throws {
        guard visit.sessionNeedsTouch, let session = visit.session else { return }
        try await database.write { try SignInStore.touch(session, at: visit.now, on: $0) }
    }
}
