package import Storage

/// Public links in the database; of their secrets only the hashes.
package enum PublicLinkStore {
    /// Makes a link to a series and gives back its secret, which is kept nowhere.
    ///
    /// - Throws: `RecordError.unknownMeasure` where the measure isn't there.
    package static func make(
        to series: Series,
        expires: Timestamp?,
        _ context: Context,
        on connection: any SQLConnection
    ) throws -> Secret {
        let secret = Secret(context)
        let link = PublicLink(
            id: context.makeID(),
            series: series.id,
            measure: series.key.measure,
            unit: series.key.unit,
            author: context.author,
            created: context.now,
            expires: expires,
            opened: 0
        )
        try connection.execute(
            """
            INSERT INTO public_link (id, secret_hash, series_id, measure_id, unit_id, author, person_id, created,
                expires)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .id(link.id), .text(secret.hash), .id(link.series), .id(link.measure), .id(link.unit),
                .text(context.author.name), .id(context.author.person), .instant(context.now),
                .instant(expires),
            ]
        )
        try append(.created, link, context, on: connection)
        return secret
    }

    /// The link of a secret, if it opens anything now.
    package static func open(
        _ secret: Secret,
        at now: Timestamp,
        on connection: any SQLConnection
    ) throws -> PublicLink? { try table.open(secret, at: now, on: connection) }

    package static func find(_ id: PublicLink.ID, on connection: any SQLConnection) throws -> PublicLink? {
        try table.find(id, on: connection)
    }

    /// Counts that a page was opened.
    package static func count(_ id: PublicLink.ID, on connection: any SQLConnection) throws {
        try table.count(id, on: connection)
    }

    /// The links to the series of a unit and those below it, the newest first; revoked and expired ones too.
    package static func all(within unit: Unit.ID, on connection: any SQLConnection) throws -> [PublicLink] {
        try table.all(within: unit, on: connection)
    }

    /// The links to a series that open it now.
    package static func open(
        to series: Series.ID,
        at now: Timestamp,
        on connection: any SQLConnection
    ) throws -> [PublicLink] { try table.open(to: series, at: now, on: connection) }

    /// The series that some link opens now.
    package static func openSeries(
        at now: Timestamp,
        on connection: any SQLConnection
    ) throws -> Set<Series.ID> { Set(try table.open(at: now, on: connection).map(\.series)) }

    /// Takes a link back for good; false where that was done already.
    @discardableResult
    package static func revoke(
        _ id: PublicLink.ID,
        _ context: Context,
        on connection: any SQLConnection
    ) throws -> Bool {
        guard let link = try find(id, on: connection), link.revoked == nil else { return false }
        try table.revoke(id, at: context.now, on: connection)
        try append(.ended, link, context, on: connection)
        return true
    }

    private static func append(
        _ act: AuditEntry.Act,
        _ link: PublicLink,
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        let measure = try MeasureStore.find(link.measure, on: connection)
        guard let measure else { throw RecordError.unknownMeasure(link.measure) }
        let until = link.duration
        let change: AuditEntry.Change =
            act == .created ? .init("public link", nil, until) : .init("public link", until, nil)
        let subject = AuditEntry.Subject(
            .publicLink,
            id: link.id.description,
            name: measure.title,
            unit: link.unit,
            measure: link.measure
        )
        try AuditStore.append(AuditEntry(act, subject, changes: [change]), context, on: connection)
    }

    private static let table = LinkTable(
        name: "public_link",
        subject: "series_id",
        columns: "id, series_id, measure_id, unit_id, author, person_id, created, expires, revoked",
        read: { try link(from: $0) }
    )

    private static func link(from row: any SQLRow) throws -> PublicLink {
        PublicLink(
            id: try row.identifier(0),
            series: try row.identifier(1),
            measure: try row.identifier(2),
            unit: try row.identifier(3),
            author: try row.author(4),
            created: try row.instant(6),
            expires: try row.optionalInstant(7),
            revoked: try row.optionalInstant(8),
            opened: try row.int(9)
        )
    }
}
