package import Storage

/// Public links to packs in the database; of their secrets only the hashes.
package enum PackLinkStore {
    /// Makes a link to a pack and gives back its secret, which is kept nowhere.
    package static func make(
        to pack: Pack,
        expires: Timestamp?,
        _ context: Context,
        on connection: any SQLConnection
    ) throws -> Secret {
        let secret = try table.make(to: pack.id, of: pack.unit, expires: expires, context, on: connection)
        let change = AuditEntry.Change("public link", nil, PackLink.duration(expires))
        try AuditStore.append(.pack(.changed, pack, [change]), context, on: connection)
        return secret
    }

    /// The link of a secret, if it opens anything now.
    package static func open(
        _ secret: Secret,
        at now: Timestamp,
        on connection: any SQLConnection
    ) throws -> PackLink? { try table.open(secret, at: now, on: connection) }

    /// Counts that a page was opened.
    package static func count(_ id: PackLink.ID, on connection: any SQLConnection) throws {
        try table.count(id, on: connection)
    }

    /// The links to the packs of a unit and those below it, the newest first; revoked and expired ones too.
    package static func all(within unit: Unit.ID, on connection: any SQLConnection) throws -> [PackLink] {
        try table.all(within: unit, on: connection)
    }

    /// The links to a pack that open it now.
    package static func open(
        to pack: Pack.ID,
        at now: Timestamp,
        on connection: any SQLConnection
    ) throws -> [PackLink] { try table.open(to: pack, at: now, on: connection) }

    /// Takes a link back for good.
    package static func revoke(
        _ link: PackLink,
        to pack: Pack,
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        guard link.revoked == nil else { return }
        try table.revoke(link.id, at: context.now, on: connection)
        let change = AuditEntry.Change("public link", link.duration, nil)
        try AuditStore.append(.pack(.changed, pack, [change]), context, on: connection)
    }

    private static let table = LinkTable(
        name: "pack_link",
        subject: "pack_id",
        columns: "id, pack_id, author, person_id, created, expires, revoked",
        read: { try link(from: $0) }
    )

    private static func link(from row: any SQLRow) throws -> PackLink {
        PackLink(
            id: try row.identifier(0),
            pack: try row.identifier(1),
            author: try row.author(2),
            created: try row.instant(4),
            expires: try row.optionalInstant(5),
            revoked: try row.optionalInstant(6),
            opened: try row.int(7)
        )
    }
}
