package import Storage

/// Public links to theories in the database; of their secrets only the hashes.
package enum ProgrammeLinkStore {
    /// Makes a link to the theory of a programme and gives back its secret, which is kept nowhere.
    package static func make(
        to programme: Programme,
        expires: Timestamp?,
        _ context: Context,
        on connection: any SQLConnection
    ) throws -> Secret {
        let secret = try table.make(
            to: programme.id,
            of: programme.unit,
            expires: expires,
            context,
            on: connection
        )
        let change = AuditEntry.Change("public link", nil, ProgrammeLink.duration(expires))
        try AuditStore.append(.programme(.changed, programme, [change]), context, on: connection)
        return secret
    }

    /// The link of a secret, if it opens anything now.
    package static func open(
        _ secret: Secret,
        at now: Timestamp,
        on connection: any SQLConnection
    ) throws -> ProgrammeLink? { try table.open(secret, at: now, on: connection) }

    /// Counts that a page was opened.
    package static func count(_ id: ProgrammeLink.ID, on connection: any SQLConnection) throws {
        try table.count(id, on: connection)
    }

    /// The links to the programmes of a unit and those below it, the newest first; revoked and expired ones too.
    package static func all(
        within unit: Unit.ID,
        on connection: any SQLConnection
    ) throws -> [ProgrammeLink] { try table.all(within: unit, on: connection) }

    /// The links to a programme that open it now.
    package static func open(
        to programme: Programme.ID,
        at now: Timestamp,
        on connection: any SQLConnection
    ) throws -> [ProgrammeLink] { try table.open(to: programme, at: now, on: connection) }

    /// Takes a link back for good.
    package static func revoke(
        _ link: ProgrammeLink,
        to programme: Programme,
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        guard link.revoked == nil else { return }
        try table.revoke(link.id, at: context.now, on: connection)
        let change = AuditEntry.Change("public link", link.duration, nil)
        try AuditStore.append(.programme(.changed, programme, [change]), context, on: connection)
    }

    /// Forgets the links to a programme that is deleted for good.
    static func forget(_ programme: Programme.ID, on connection: any SQLConnection) throws {
        try table.forget(programme, on: connection)
    }

    private static let table = LinkTable(
        name: "programme_link",
        subject: "programme_id",
        columns: "id, programme_id, author, person_id, created, expires, revoked",
        read: { try link(from: $0) }
    )

    private static func link(from row: any SQLRow) throws -> ProgrammeLink {
        ProgrammeLink(
            id: try row.identifier(0),
            programme: try row.identifier(1),
            author: try row.author(2),
            created: try row.instant(4),
            expires: try row.optionalInstant(5),
            revoked: try row.optionalInstant(6),
            opened: try row.int(7)
        )
    }
}
