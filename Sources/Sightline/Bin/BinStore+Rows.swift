import Storage

extension BinStore {
    static let columns = """
        b.id, b.kind, b.subject_id, b.name, b.unit_id, b.measure_id, b.reason, b.author, b.person_id, b.instant, \
        b.programme_id, b.report_id
        """

    static func item(from row: any SQLRow) throws -> BinItem {
        BinItem(
            id: try row.identifier(0),
            kind: try row.word(1),
            subject: try row.text(2),
            name: try row.text(3),
            unit: try row.identifier(4),
            measure: try row.optionalIdentifier(5),
            programme: try row.optionalIdentifier(10),
            report: try row.optionalIdentifier(11),
            reason: try row.text(6),
            author: try row.author(7),
            instant: try row.instant(9)
        )
    }

    static func insert(_ item: BinItem, on connection: any SQLConnection) throws {
        try connection.execute(
            """
            INSERT INTO bin (id, kind, subject_id, name, unit_id, measure_id, reason, author, person_id, instant,
                programme_id, report_id)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .id(item.id), .word(item.kind), .text(item.subject), .text(item.name), .id(item.unit),
                .id(item.measure), .text(item.reason), .text(item.author.name), .id(item.author.person),
                .instant(item.instant), .id(item.programme), .id(item.report),
            ]
        )
    }

    /// Marks rows as put there by an item.
    ///
    /// - Parameter rows: a table with a condition that takes one argument.
    static func mark(
        _ rows: String,
        _ argument: SQLValue,
        _ item: BinItem,
        on connection: any SQLConnection
    ) throws {
        let (table, condition) = split(rows)
        try connection.execute(
            "UPDATE \(table) SET bin_id = ? \(condition)",
            [.id(item.id), argument]
        )
    }

    private static func split(_ rows: String) -> (table: Substring, condition: Substring) {
        let end = rows.firstIndex(of: " ") ?? rows.endIndex
        return (rows[..<end], rows[end...])
    }

    /// Tells of what became of an item.
    static func tell(
        _ act: AuditEntry.Act,
        _ item: BinItem,
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        let kind: AuditEntry.Kind =
            switch item.kind {
            case .measure: .measure
            case .series: .series
            case .phase: .phase
            case .annotation: .annotation
            case .unit: .unit
            // Whoever may not read the programme must not read of its cycles either.
            case .programme, .cycle: .programme
            case .review, .decision: .review
            case .story: .story
            case .activity: .activity
            case .pack: .pack
            case .report, .snapshot: .report
            }
        let subject = AuditEntry.Subject(
            kind,
            id: item.programme?.description ?? item.report?.description ?? item.subject,
            // The trail tells nothing of a story, its title neither.
            name: item.kind == .story ? "Story or learning note" : item.name,
            unit: item.unit,
            measure: item.measure
        )
        var changes: [AuditEntry.Change] = []
        if act == .deleted {
            changes = [
                .init("reason", nil, item.kind == .story ? "" : item.reason),
                .init("in the bin until", nil, "\(item.expires.day)"),
            ]
        }
        try AuditStore.append(AuditEntry(act, subject, changes: changes), context, on: connection)
    }
}
