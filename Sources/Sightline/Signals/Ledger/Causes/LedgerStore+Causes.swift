import Storage

/// What causes are linked to.
extension LedgerStore {
    /// Signals with the links of their causes.
    static func linked(
        _ entries: [LedgerEntry],
        on connection: any SQLConnection
    ) throws -> [LedgerEntry] {
        let explained = entries.filter { $0.handling.cause != nil }.map(\.id)
        guard !explained.isEmpty else { return entries }
        var links: [Signal.ID: [CauseLink]] = [:]
        try connection.each(in: explained.map { .id($0) }) { list in
            """
            SELECT signal_id, kind, target_id, title, place FROM signal_cause WHERE signal_id IN \(list)
            ORDER BY signal_id, sequence
            """
        } _: { row in
            links[try row.identifier(0), default: []].append(try link(from: row))
        }
        return entries.map { entry in
            guard let own = links[entry.id] else { return entry }
            var entry = entry
            entry.handling.cause?.links = own
            return entry
        }
    }

    private static func link(from row: any SQLRow) throws -> CauseLink {
        switch try row.word(1, of: CauseLink.Kind.self) {
        case .cycle: .cycle(try row.identifier(2))
        case .annotation: .annotation(try row.identifier(2))
        case .document: .document(title: try row.text(3), place: try row.text(4))
        }
    }

    /// Puts links in place of those that a signal's cause had.
    static func write(
        _ links: [CauseLink],
        of id: Signal.ID,
        on connection: any SQLConnection
    ) throws {
        try connection.execute("DELETE FROM signal_cause WHERE signal_id = ?", [.id(id)])
        for (index, link) in links.enumerated() {
            let values: [SQLValue] =
                switch link {
                case .cycle(let cycle): [.word(CauseLink.Kind.cycle), .id(cycle), .text(""), .text("")]
                case .annotation(let note):
                    [.word(CauseLink.Kind.annotation), .id(note), .text(""), .text("")]
                case .document(let title, let place):
                    [.word(CauseLink.Kind.document), .null, .text(title), .text(place)]
                }
            try connection.execute(
                """
                INSERT INTO signal_cause (signal_id, sequence, kind, target_id, title, place)
                VALUES (?, ?, ?, ?, ?, ?)
                """,
                [.id(id), .int(index + 1)] + values
            )
        }
    }
}
