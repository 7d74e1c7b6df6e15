import Markup
import Sightline
import Storage

/// The audit trail, on a page and as a file.
enum AuditRoutes {
    static func register(on routes: Routes) {
        routes.at(Address.audit).get { unit, visit, connection in
            .page(try AuditPage(of: unit, for: visit, on: connection))
        }
        routes.at(Address.auditFile).get { unit, visit, connection in
            let page = try AuditPage(of: unit, for: visit, limit: most, on: connection)
            let name = "\(page.unit.name)-audit.csv"
            return .file(Answer.File(file(page), mediaType: "text/csv; charset=utf-8", name: name))
        }
    }

    /// More than this is a matter for whoever runs the server.
    private static let most = 100_000

    private static func file(_ page: AuditPage) -> [UInt8] {
        var writer = CSVWriter(lineEnd: .crlf, defusesFormulas: true)
        for name in [
            "sequence", "instant", "author", "act", "kind", "name", "unit", "changes", "origin", "hash",
        ] {
            writer.field(name)
        }
        writer.endRow()
        for record in page.records {
            let subject = record.entry.subject
            writer.field(record.sequence)
            writer.field("\(record.instant)")
            writer.field(record.author.name)
            writer.field(record.entry.act.rawValue)
            writer.field(subject.kind.rawValue)
            writer.field(subject.name)
            writer.field(subject.unit.flatMap { page.unitNames[$0] } ?? "")
            writer.field(record.entry.changes.map(\.words).joined(separator: "; "))
            writer.field(record.origin)
            writer.field(record.hash)
            writer.endRow()
        }
        return writer.take()
    }
}
