import Sightline
import Storage

/// The audit trail, on a page and as a file.
enum AuditRoutes {
    static func register(on routes: Routes) {
        routes.at(Address.audit).get { unit, visit, connection in
            .page(try AuditPage(of: unit, for: visit, on: connection))
        }
        routes.table(at: Address.auditFile) { unit, visit, connection in
            let page = try AuditPage(of: unit, for: visit, limit: most, on: connection)
            return TableDownload(AuditTable(page: page), named: "\(page.unit.name)-audit")
        }
    }

    /// More than this is a matter for whoever runs the server.
    private static let most = 100_000
}
