package import Storage

/// Changes of written pages; each is kept as a revision, and told to the audit trail without the words of its blocks.
extension ReportStore {
    /// - Throws: ``ReportProblems``.
    package static func insert(
        _ report: Report,
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        try check(report)
        try connection.execute(
            """
            INSERT INTO report (id, unit_id, visibility, title, summary, content, author, person_id, instant)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .id(report.id), .id(report.unit), .word(report.visibility), .text(report.title),
                .text(report.summary), .text(report.content), .text(report.author.name),
                .id(report.author.person), .instant(report.instant),
            ]
        )
        try RevisionStore.note(.report, report.id, from: nil, to: report.fields, context, on: connection)
        let entry = AuditEntry.report(.created, report, AuditEntry.changes(from: nil, to: report))
        try AuditStore.append(entry, context, on: connection)
    }

    /// Changes everything but whose it is and who made it.
    ///
    /// - Throws: ``ReportProblems``.
    package static func update(
        _ report: Report,
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        try check(report)
        guard let old = try find(report.id, on: connection), old.fields != report.fields else { return }
        try connection.execute(
            "UPDATE report SET visibility = ?, title = ?, summary = ?, content = ? WHERE id = ?",
            [
                .word(report.visibility), .text(report.title), .text(report.summary), .text(report.content),
                .id(report.id),
            ]
        )
        let (before, after) = (old.fields, report.fields)
        try RevisionStore.note(.report, report.id, from: before, to: after, context, on: connection)
        let entry = AuditEntry.report(.changed, report, AuditEntry.changes(from: old, to: report))
        try AuditStore.append(entry, context, on: connection)
    }

    private static func check(_ report: Report) throws {
        let most = Report.mostBlocks
        try ReportProblems.check(
            [.line(report.title, "title"), .text(report.summary, "summary")]
                + report.blocks.map(\.problem)
                + [report.blocks.count > most ? ReportProblem("order", .tooMany(most: most)) : nil]
        )
    }
}
