package import Storage

/// Public links in the database, whatever they show; of their secrets only the hashes.
package enum PublicLinkStore {
    /// The most days that one may be made for.
    package static let mostDays = 3_650

    // MARK: Making and revoking

    /// Makes a link to a thing and gives back its secret, which is kept nowhere.
    ///
    /// - Throws: `BinError.notFound` where the thing isn't there any more.
    package static func make<Thing: LinkedThing>(
        to thing: Thing,
        expires: Timestamp?,
        _ context: Context,
        on connection: any SQLConnection
    ) throws -> Secret {
        let secret = Secret(context)
        let link = PublicLink<Thing>(
            id: context.makeID(),
            thing: thing.id,
            unit: thing.unit,
            measure: thing.linkedMeasure,
            author: context.author,
            created: context.now,
            expires: expires,
            revoked: nil,
            opened: 0
        )
        try insert(link, secret, on: connection)
        try tell(.created, link, .init("public link", nil, link.duration), context, on: connection)
        return secret
    }

    /// Takes a link back for good, unless that was done already.
    ///
    /// - Throws: `BinError.notFound` where what it shows isn't there any more.
    package static func revoke<Thing: LinkedThing>(
        _ link: PublicLink<Thing>,
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        let changed = try connection.execute(
            "UPDATE \(Thing.linkTable.name) SET revoked = ? WHERE id = ? AND revoked IS NULL",
            [.instant(context.now), .id(link.id)]
        )
        guard changed > 0 else { return }
        try tell(.ended, link, .init("public link", link.duration, nil), context, on: connection)
    }

    /// Forgets the links to a thing that is deleted for good.
    static func forget<Thing: LinkedThing>(
        to thing: Identifier<Thing>,
        on connection: any SQLConnection
    ) throws {
        let table = Thing.linkTable
        let links = "FROM \(table.name) WHERE \(table.thing) = ?"
        try connection.execute(
            "DELETE FROM \(table.name)_opening WHERE link_id IN (SELECT id \(links))",
            [.id(thing)]
        )
        try connection.execute("DELETE \(links)", [.id(thing)])
    }

    // MARK: Opening

    /// What a secret opens now; one look goes through the links to things of every kind.
    package static func open(
        _ secret: Secret,
        at now: Timestamp,
        on connection: any SQLConnection
    ) throws -> OpenLink? {
        let tables = [
            selection(Series.self), selection(Programme.self), selection(Pack.self), selection(Report.self),
        ]
        let found = try connection.one(
            tables.map { "\($0) WHERE secret_hash = ?" }.joined(separator: "\nUNION ALL\n"),
            Array(repeating: .text(secret.hash), count: tables.count)
        ) { row -> OpenLink? in
            switch try row.text(0) {
            case Series.linkTable.name: try openLink(in: row, at: now).map(OpenLink.series)
            case Programme.linkTable.name: try openLink(in: row, at: now).map(OpenLink.programme)
            case Pack.linkTable.name: try openLink(in: row, at: now).map(OpenLink.pack)
            case Report.linkTable.name: try openLink(in: row, at: now).map(OpenLink.report)
            default: nil
            }
        }
        return found ?? nil
    }

    /// Counts that what a link shows was opened.
    package static func count(_ link: OpenLink, on connection: any SQLConnection) throws {
        switch link {
        case .series(let link): try count(link.id, on: connection)
        case .programme(let link): try count(link.id, on: connection)
        case .pack(let link): try count(link.id, on: connection)
        case .report(let link): try count(link.id, on: connection)
        }
    }

    private static func count<Thing: LinkedThing>(
        _ link: Identifier<PublicLink<Thing>>,
        on connection: any SQLConnection
    ) throws {
        let table = "\(Thing.linkTable.name)_opening"
        try connection.execute(
            """
            INSERT INTO \(table) (link_id, count) VALUES (?, 1)
            ON CONFLICT (link_id) DO UPDATE SET count = \(table).count + 1
            """,
            [.id(link)]
        )
    }

    // MARK: Listing

    /// The links to things of one kind in a unit and those below it, the newest first; revoked and expired ones too.
    package static func all<Thing: LinkedThing>(
        to kind: Thing.Type,
        within unit: Unit.ID,
        on connection: any SQLConnection
    ) throws -> [PublicLink<Thing>] {
        try connection.all(
            """
            \(Subtree.sql)
            \(selection(kind)) WHERE unit_id IN (SELECT id FROM below) ORDER BY created DESC, id
            """,
            [.id(unit)],
            link(in:)
        )
    }

    /// The links that open a thing now, the newest first.
    package static func open<Thing: LinkedThing>(
        to thing: Identifier<Thing>,
        at now: Timestamp,
        on connection: any SQLConnection
    ) throws -> [PublicLink<Thing>] {
        try connection.all(
            "\(selection(Thing.self)) WHERE \(Thing.linkTable.thing) = ? ORDER BY created DESC, id",
            [.id(thing)],
            link(in:)
        ).filter { $0.state(at: now) == .open }
    }

    /// The series that some link opens now.
    package static func openSeries(
        at now: Timestamp,
        on connection: any SQLConnection
    ) throws -> Set<Series.ID> {
        let links: [PublicLink<Series>] = try connection.all(
            "\(selection(Series.self)) WHERE revoked IS NULL",
            [],
            link(in:)
        )
        return Set(links.filter { $0.state(at: now) == .open }.map(\.thing))
    }
}

// MARK: Rows

extension PublicLinkStore {
    private static func insert<Thing: LinkedThing>(
        _ link: PublicLink<Thing>,
        _ secret: Secret,
        on connection: any SQLConnection
    ) throws {
        let table = Thing.linkTable
        var columns = [
            "id", "secret_hash", table.thing, "unit_id", "author", "person_id", "created", "expires",
        ]
        var values: [SQLValue] = [
            .id(link.id), .text(secret.hash), .id(link.thing), .id(link.unit), .text(link.author.name),
            .id(link.author.person), .instant(link.created), .instant(link.expires),
        ]
        if let measure = table.measure {
            columns.append(measure)
            values.append(.id(link.measure))
        }
        let places = Array(repeating: "?", count: values.count)
        try connection.execute(
            """
            INSERT INTO \(table.name) (\(columns.joined(separator: ", ")))
            VALUES (\(places.joined(separator: ", ")))
            """,
            values
        )
    }

    private static func tell<Thing: LinkedThing>(
        _ act: AuditEntry.Act,
        _ link: PublicLink<Thing>,
        _ change: AuditEntry.Change,
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        guard let subject = try Thing.subject(of: link, on: connection) else { throw BinError.notFound }
        // A link is made and ends; a thing that has a link more or less is a changed thing.
        let entry = AuditEntry(subject.kind == .publicLink ? act : .changed, subject, changes: [change])
        try AuditStore.append(entry, context, on: connection)
    }

    private static func selection<Thing: LinkedThing>(_: Thing.Type) -> String {
        let table = Thing.linkTable
        return """
            SELECT '\(table.name)', id, \(table.thing), unit_id, \(table.measure ?? "NULL"), author, person_id, created,
                expires, revoked,
                COALESCE((SELECT o.count FROM \(table.name)_opening o WHERE o.link_id = \(table.name).id), 0)
            FROM \(table.name)
            """
    }

    private static func link<Thing: LinkedThing>(in row: any SQLRow) throws -> PublicLink<Thing> {
        PublicLink(
            id: try row.identifier(1),
            thing: try row.identifier(2),
            unit: try row.identifier(3),
            measure: try row.optionalIdentifier(4),
            author: try row.author(5),
            created: try row.instant(7),
            expires: try row.optionalInstant(8),
            revoked: try row.optionalInstant(9),
            opened: try row.int(10)
        )
    }

    private static func openLink<Thing: LinkedThing>(
        in row: any SQLRow,
        at now: Timestamp
    ) throws -> PublicLink<Thing>? {
        let link: PublicLink<Thing> = try link(in: row)
        return link.state(at: now) == .open ? link : nil
    }
}
