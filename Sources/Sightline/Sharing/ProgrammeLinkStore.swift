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
        let secret = Secret(context)
        let link = ProgrammeLink(
            id: context.makeID(),
            programme: programme.id,
            author: context.author,
            created: context.now,
            expires: expires,
            opened: 0
        )
        try connection.execute(
            """
            INSERT INTO programme_link (id, secret_hash, programme_id, unit_id, author, person_id, created, expires)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .id(link.id), .text(secret.hash), .id(programme.id), .id(programme.unit),
                .text(context.author.name), .id(context.author.person), .instant(context.now),
                .instant(expires),
            ]
        )
        let change = AuditEntry.Change("public link", nil, told(link))
        try AuditStore.append(.programme(.changed, programme, [change]), context, on: connection)
        return secret
    }

    /// The link of a secret, if it opens anything now.
    package static func open(
        _ secret: Secret,
        at now: Timestamp,
        on connection: any SQLConnection
    ) throws -> ProgrammeLink? {
        let link = try connection.one("\(selection) WHERE secret_hash = ?", [.text(secret.hash)], link(from:))
        return link.flatMap { $0.state(at: now) == .open ? $0 : nil }
    }

    /// Counts that a page was opened.
    package static func count(_ id: ProgrammeLink.ID, on connection: any SQLConnection) throws {
        try connection.execute(
            """
            INSERT INTO programme_link_opening (link_id, count) VALUES (?, 1)
            ON CONFLICT (link_id) DO UPDATE SET count = programme_link_opening.count + 1
            """,
            [.id(id)]
        )
    }

    /// The links to the programmes of a unit and those below it, the newest first; revoked and expired ones too.
    package static func all(
        within unit: Unit.ID,
        on connection: any SQLConnection
    ) throws -> [ProgrammeLink] {
        try connection.all(
            """
            \(Subtree.sql)
            \(selection) WHERE unit_id IN (SELECT id FROM below) ORDER BY created DESC, id
            """,
            [.id(unit)],
            link(from:)
        )
    }

    /// The links to a programme that open it now.
    package static func open(
        to programme: Programme.ID,
        at now: Timestamp,
        on connection: any SQLConnection
    ) throws -> [ProgrammeLink] {
        try connection.all(
            "\(selection) WHERE programme_id = ? ORDER BY created DESC, id",
            [.id(programme)],
            link(from:)
        ).filter { $0.state(at: now) == .open }
    }

    /// Takes a link back for good.
    package static func revoke(
        _ link: ProgrammeLink,
        to programme: Programme,
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        guard link.revoked == nil else { return }
        try connection.execute(
            "UPDATE programme_link SET revoked = ? WHERE id = ?",
            [.instant(context.now), .id(link.id)]
        )
        let change = AuditEntry.Change("public link", told(link), nil)
        try AuditStore.append(.programme(.changed, programme, [change]), context, on: connection)
    }

    private static func told(_ link: ProgrammeLink) -> String {
        link.expires.map { "until \($0.day)" } ?? "until it is revoked"
    }

    private static let selection = """
        SELECT id, programme_id, author, person_id, created, expires, revoked,
            COALESCE((SELECT o.count FROM programme_link_opening o WHERE o.link_id = programme_link.id), 0)
        FROM programme_link
        """

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
