import Storage

/// What the tables of all kinds of public links have alike: secrets as hashes, a unit, an end, openings counted.
struct LinkTable<Link: OutsideLink>: Sendable {
    /// Its openings are counted in a table with this name and `_opening`.
    let name: String
    /// The column of what a link shows.
    let subject: String
    /// The columns that ``read`` takes, how often it was opened left out, which comes last.
    let columns: String
    let read: @Sendable (any SQLRow) throws -> Link

    private var selection: String {
        """
        SELECT \(columns), COALESCE((SELECT o.count FROM \(name)_opening o WHERE o.link_id = \(name).id), 0)
        FROM \(name)
        """
    }

    /// Makes a link to a thing of a unit and gives back its secret, which is kept nowhere.
    func make<Thing>(
        to thing: Identifier<Thing>,
        of unit: Unit.ID,
        expires: Timestamp?,
        _ context: Context,
        on connection: any SQLConnection
    ) throws -> Secret {
        let secret = Secret(context)
        try connection.execute(
            """
            INSERT INTO \(name) (id, secret_hash, \(subject), unit_id, author, person_id, created, expires)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .id(context.makeID(of: Link.self)), .text(secret.hash), .id(thing), .id(unit),
                .text(context.author.name), .id(context.author.person), .instant(context.now),
                .instant(expires),
            ]
        )
        return secret
    }

    /// Forgets the links to a thing that is deleted for good.
    func forget<Thing>(_ thing: Identifier<Thing>, on connection: any SQLConnection) throws {
        try connection.execute(
            "DELETE FROM \(name)_opening WHERE link_id IN (SELECT l.id FROM \(name) l WHERE l.\(subject) = ?)",
            [.id(thing)]
        )
        try connection.execute("DELETE FROM \(name) WHERE \(subject) = ?", [.id(thing)])
    }

    func find(_ id: Link.ID, on connection: any SQLConnection) throws -> Link? {
        try connection.one("\(selection) WHERE id = ?", [.id(id)], read)
    }

    /// The link of a secret, if it opens anything now.
    func open(_ secret: Secret, at now: Timestamp, on connection: any SQLConnection) throws -> Link? {
        let link = try connection.one("\(selection) WHERE secret_hash = ?", [.text(secret.hash)], read)
        return link.flatMap { $0.state(at: now) == .open ? $0 : nil }
    }

    /// Counts that a page was opened.
    func count(_ id: Link.ID, on connection: any SQLConnection) throws {
        try connection.execute(
            """
            INSERT INTO \(name)_opening (link_id, count) VALUES (?, 1)
            ON CONFLICT (link_id) DO UPDATE SET count = \(name)_opening.count + 1
            """,
            [.id(id)]
        )
    }

    /// Those of a unit and of the units below it, the newest first; revoked and expired ones too.
    func all(within unit: Unit.ID, on connection: any SQLConnection) throws -> [Link] {
        try connection.all(
            """
            \(Subtree.sql)
            \(selection) WHERE unit_id IN (SELECT id FROM below) ORDER BY created DESC, id
            """,
            [.id(unit)],
            read
        )
    }

    /// Those that open anything now, the newest first.
    func open(at now: Timestamp, on connection: any SQLConnection) throws -> [Link] {
        try connection.all("\(selection) WHERE revoked IS NULL ORDER BY created DESC, id", [], read)
            .filter { $0.state(at: now) == .open }
    }

    /// Those that open one thing now, the newest first.
    func open<Thing>(
        to thing: Identifier<Thing>,
        at now: Timestamp,
        on connection: any SQLConnection
    ) throws -> [Link] {
        try connection.all("\(selection) WHERE \(subject) = ? ORDER BY created DESC, id", [.id(thing)], read)
            .filter { $0.state(at: now) == .open }
    }

    /// Takes a link back for good.
    func revoke(_ id: Link.ID, at now: Timestamp, on connection: any SQLConnection) throws {
        try connection.execute("UPDATE \(name) SET revoked = ? WHERE id = ?", [.instant(now), .id(id)])
    }
}
