import Exchange
import Sightline

/// The records of an audit trail, one a row.
struct AuditTable: DataTable {
    let page: AuditPage

    var title: String { page.title }
    var columns: [String] {
        ["sequence", "instant", "author", "act", "kind", "name", "unit", "changes", "origin", "hash"]
    }

    func write(to writer: inout some TableWriter) throws {
        for record in page.records {
            let subject = record.entry.subject
            try writer.field(record.sequence)
            try writer.field(record.instant)
            try writer.field(record.author.name)
            try writer.field(record.entry.act.rawValue)
            try writer.field(subject.kind.rawValue)
            try writer.field(subject.name)
            try writer.field(subject.unit.flatMap { page.unitNames[$0] } ?? "")
            try writer.field(record.entry.changes.map(\.words).joined(separator: "; "))
            try writer.field(record.origin)
            try writer.field(record.hash)
            try writer.endRow()
        }
    }

    func notes(made instant: Timestamp) -> [any DataTable] {
        let facts = [
            Fact("What it is", "Who did what, and when, in UTC: one row a record, the newest first."),
            Fact("Unit", "\(page.unit.name), with those below it"),
        ]
        return [FactTable(facts, made: instant)]
    }
}
