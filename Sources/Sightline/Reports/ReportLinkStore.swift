package import Storage

/// Public links to written pages in the database; of their secrets only the hashes.
package enum ReportLinkStore {
    /// Makes a link to a page and gives back its secret, which is kept nowhere.
    package static func make(
        to report: Report,
        expires: Timestamp?,
        _ context: Context,
        on connection: any SQLConnection
    ) throws -> Secret {
        let secret = try table.make(to: report.id, of: report.unit, expires: expires, context, on: connection)
        let change = AuditEntry.Change("public link", nil, ReportLink.duration(expires))
        try AuditStore.append(.report(.changed, report, [change]), context, on: connection)
        return secret
    }

    /// The link of a secret, if it opens anything now.
    package static func open(
        _ secret: Secret,
        at now: Timestamp,
        on connection: any SQLConnection
    ) throws -> ReportLink? { try table.open(secret, at: now, on: connection) }

    /// Counts that a page was opened.
    package static func count(_ id: ReportLink.ID, on connection: any SQLConnection) throws {
        try table.count(id, on: connection)
    }

    /// The links to the pages of a unit and those below it, the newest first; revoked and expired ones too.
    package static func all(
        within unit: Unit.ID,
        on connection: any SQLConnection
    ) throws -> [ReportLink] { try table.all(within: unit, on: connection) }

    /// The links to a page that open it now.
    package static func open(
        to report: Report.ID,
        at now: Timestamp,
        on connection: any SQLConnection
    ) throws -> [ReportLink] { try table.open(to: report, at: now, on: connection) }

    /// Takes a link back for good.
    package static func revoke(
        _ link: ReportLink,
        to report: Report,
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        guard link.revoked == nil else { return }
        try table.revoke(link.id, at: context.now, on: connection)
        let change = AuditEntry.Change("public link", link.duration, nil)
        try AuditStore.append(.report(.changed, report, [change]), context, on: connection)
    }

    /// Forgets the links to a page that is deleted for good.
    static func forget(_ report: Report.ID, on connection: any SQLConnection) throws {
        try table.forget(report, on: connection)
    }

    private static let table = LinkTable(
        name: "report_link",
        subject: "report_id",
        columns: "id, report_id, author, person_id, created, expires, revoked",
        read: { try link(from: $0) }
    )

    private static func link(from row: any SQLRow) throws -> ReportLink {
        ReportLink(
            id: try row.identifier(0),
            report: try row.identifier(1),
            author: try row.author(2),
            created: try row.instant(4),
            expires: try row.optionalInstant(5),
            revoked: try row.optionalInstant(6),
            opened: try row.int(7)
        )
    }
}
