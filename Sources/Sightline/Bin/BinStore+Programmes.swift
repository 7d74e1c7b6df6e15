package import Storage

/// Programmes and cycles in the bin.
extension BinStore {
    /// Deletes a programme with its theory, its cycles and their flags on charts.
    ///
    /// - Throws: ``BinError``.
    @discardableResult
    package static func delete(
        _ id: Programme.ID,
        reason: String,
        _ context: Context,
        on connection: any SQLConnection
    ) throws -> BinItem {
        guard let programme = try ProgrammeStore.find(id, on: connection) else { throw BinError.notFound }
        let item = item(.programme, id.description, programme.title, of: programme, reason, context)
        let flags = """
            annotation WHERE bin_id IS NULL AND cycle_id IN
                (SELECT c.id FROM cycle c WHERE c.programme_id = ? AND c.bin_id IS NULL)
            """
        return try put(item, with: [(flags, .id(id))], context, on: connection)
    }

    /// Deletes a cycle with its predictions and its flags on charts.
    ///
    /// - Throws: ``BinError``.
    @discardableResult
    package static func delete(
        _ id: Cycle.ID,
        reason: String,
        _ context: Context,
        on connection: any SQLConnection
    ) throws -> BinItem {
        guard
            let cycle = try CycleStore.find(id, on: connection),
            let programme = try ProgrammeStore.find(cycle.programme, on: connection)
        else { throw BinError.notFound }
        let item = item(.cycle, id.description, cycle.question, of: programme, reason, context)
        let flags = "annotation WHERE cycle_id = ? AND bin_id IS NULL"
        return try put(item, with: [(flags, .id(id))], context, on: connection)
    }

    private static func item(
        _ kind: BinItem.Kind,
        _ subject: String,
        _ name: String,
        of programme: Programme,
        _ reason: String,
        _ context: Context
    ) -> BinItem {
        BinItem(
            kind,
            subject: subject,
            name: name,
            unit: programme.unit,
            programme: programme.id,
            reason: reason,
            context
        )
    }

    // MARK: For good

    /// All of a cycle; those that go on from it go on from the one before it.
    static func purgeCycle(_ item: BinItem, on connection: any SQLConnection) throws {
        guard let id = Cycle.ID(item.subject) else { return }
        try connection.execute(
            """
            UPDATE cycle SET previous_id = (SELECT c.previous_id FROM cycle c WHERE c.id = ?) WHERE previous_id = ?
            """,
            [.id(id), .id(id)]
        )
        try purge([id], on: connection)
    }

    /// All of a programme but who may read what is on record of it.
    static func purgeProgramme(_ item: BinItem, on connection: any SQLConnection) throws {
        guard let id = Programme.ID(item.subject) else { return }
        let cycles = try connection.all("SELECT id FROM cycle WHERE programme_id = ?", [.id(id)]) {
            try $0.identifier(0, of: Cycle.self)
        }
        try purge(cycles, on: connection)
        // Those that were thrown away on their own went with it.
        try connection.execute(
            "DELETE FROM bin WHERE programme_id = ? AND kind = ?",
            [.id(id), .word(BinItem.Kind.cycle)]
        )
        let theory = try TheoryStore.everything(in: id, on: connection)
        for node in theory.nodes {
            try RevisionStore.forget(.node, node.id, on: connection)
            try connection.execute("DELETE FROM theory_measure WHERE node_id = ?", [.id(node.id)])
        }
        for link in theory.links { try RevisionStore.forget(.arrow, link.id, on: connection) }
        try TheoryStore.forgetEvidence(of: id, on: connection)
        try RevisionStore.forget(.programme, id, on: connection)
        try LibraryIndex.forget(programme: id, on: connection)
        try PublicLinkStore.forget(to: id, on: connection)
        try SnapshotStore.forget(id, on: connection)
        for table in ["theory_link", "theory_node"] {
            try connection.execute("DELETE FROM \(table) WHERE programme_id = ?", [.id(id)])
        }
        try connection.execute(
            "UPDATE programme SET purpose = '', unbalanced = '' WHERE id = ?",
            [.id(id)]
        )
    }

    /// Cycles with all that is on record of them, and the flags that went into the bin with them.
    private static func purge(_ cycles: [Cycle.ID], on connection: any SQLConnection) throws {
        for cycle in cycles {
            let flags = try connection.all(
                """
                SELECT a.id FROM annotation a JOIN bin b ON b.id = a.bin_id
                WHERE a.cycle_id = ? AND b.kind IN ('programme', 'cycle')
                """,
                [.id(cycle)]
            ) { try $0.identifier(0, of: Annotation.self) }
            for flag in flags {
                try RevisionStore.forget(.annotation, flag, on: connection)
                try connection.execute("DELETE FROM annotation WHERE id = ?", [.id(flag)])
            }
            // A flag that someone threw away, or took back, on its own.
            try connection.execute("UPDATE annotation SET cycle_id = NULL WHERE cycle_id = ?", [.id(cycle)])
            try RevisionStore.forget(.cycle, cycle, on: connection)
            try connection.execute("DELETE FROM prediction WHERE cycle_id = ?", [.id(cycle)])
            try connection.execute("UPDATE cycle SET previous_id = NULL WHERE previous_id = ?", [.id(cycle)])
            try connection.execute("DELETE FROM cycle WHERE id = ?", [.id(cycle)])
            try LibraryIndex.forget(cycle.description, on: connection)
        }
    }
}
