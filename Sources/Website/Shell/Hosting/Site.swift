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
        // Whatever a route changes is on the audit trail, or isn't changed.
        self.database = AuditedDatabase(database)
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
    ///
    /// Nothing is written for what nobody keeps. Reading the same in the same way is told once an hour.
    func record(_ visit: Visit) async throws {
        let touched = visit.sessionNeedsTouch ? visit.session : nil
        let (entries, exports) = (reads(of: visit), visit.reads.exports)
        let untold =
            entries.isEmpty ? [] : try await database.read { try Self.untold(entries, visit, on: $0) }
        guard touched != nil || !untold.isEmpty || !exports.isEmpty else { return }
        try await database.write { connection in
            if let touched { try SignInStore.touch(touched, at: visit.now, on: connection) }
            let entries = try Self.untold(untold, visit, on: connection)
            try AuditStore.append(entries + exports, visit.context, on: connection)
        }
    }

    private func reads(of visit: Visit) -> [AuditEntry] {
        let change = AuditEntry.Change("in", nil, visit.way)
        let opened = visit.keptSubject.map { AuditEntry(.read, $0, changes: [change]) }
        let seen = visit.reads.measures.filter { $0.id != visit.keptSubject?.measure }
        let others = visit.reads.subjects.filter { $0 != visit.keptSubject }
        return [opened].compactMap(\.self) + seen.map { .reading(.read, $0, in: visit.way) }
            + others.map { AuditEntry(.read, $0, changes: [change]) }
    }

    /// Those that the visitor's last hour doesn't tell of.
    private static func untold(
        _ entries: [AuditEntry],
        _ visit: Visit,
        on connection: any SQLConnection
    ) throws -> [AuditEntry] {
        guard let person = visit.account?.person.id else { return entries }
        let hourAgo = visit.now.advanced(bySeconds: -3_600)
        return try entries.filter {
            try !AuditStore.tells($0, by: person, since: hourAgo, on: connection)
        }
    }
}
