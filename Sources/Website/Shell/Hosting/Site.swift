package import Logging
import NIOPosix
import OpenID
package import Sightline
package import Storage

/// What every route works with.
package struct Site: Sendable {
    package let database: any SQLDatabase
    package let configuration: SiteConfiguration
    /// The present; a test says when that is.
    let clock: @Sendable () -> Timestamp
    let gate: Gate
    let metrics = Metrics()
    let providers: [ProviderKey: ProviderDesk]
    private let logger: Logger
    let passwordRules = PasswordRules(common: Asset.commonPasswords)

    package init(
        database: any SQLDatabase,
        configuration: SiteConfiguration,
        logger: Logger,
        clock: @escaping @Sendable () -> Timestamp
    ) {
        self.database = database
        self.configuration = configuration
        self.logger = logger
        gate = Gate(formTime: configuration.formTime)
        self.clock = clock
        let desks = configuration.providers.map {
            ($0.key, ProviderDesk($0, by: configuration.providerTransport))
        }
        providers = Dictionary(desks) { first, _ in first }
    }

    /// Says in the log what is wrong with a provider; its errors hold nothing about people.
    func warn(_ what: String, _ key: ProviderKey, _ error: ProviderError) {
        logger.warning("\(what)", metadata: ["provider": "\(key.pathText)", "error": "\(error)"])
    }

    /// Does work that keeps a processor busy away from the threads that answer requests.
    func aside<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await NIOThreadPool.singleton.runIfActive(work)
    }

    /// Records that a session was used, if the record is old, and what was read that a unit keeps to itself.
    func record(_ visit: Visit) async throws {
        let touched = visit.sessionNeedsTouch ? visit.session : nil
        guard touched != nil || visit.keptSeries != nil else { return }
        try await database.write { connection in
            if let touched { try SignInStore.touch(touched, at: visit.now, on: connection) }
            if let kept = visit.keptSeries {
                try AuditStore.append(AuditEntry(.read, kept), visit.context, on: connection)
            }
        }
    }
}
