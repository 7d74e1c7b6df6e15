import Exchange
import Sightline
import Storage

/// How a unit uses Sightline: on its own charts, and as a file.
enum UseRoutes {
    static func register(on routes: Routes) {
        routes.at { Address.reviews(.use($0)) }.get { unit, visit, connection in
            .page(try UsePage(of: unit, for: visit, on: connection))
        }
        routes.table(at: { Address.reviews(.useData($0, $1)) }, data)
    }

    @Sendable private static func data(
        _ unit: Unit.ID,
        _ visit: Visit,
        _ connection: any SQLConnection
    ) throws -> TableDownload {
        let page = try UsePage(of: unit, for: visit, on: connection)
        return TableDownload(
            OwnMeasureTable(page.record, of: page.unit, today: page.today),
            named: "\(page.unit.name)-how-we-use-sightline"
        )
    }
}
