import Exchange
import Markup
import Sightline
import Storage

/// How a unit uses Sightline: on its own charts, and as a file.
enum UseRoutes {
    static func register(on routes: Routes) {
        routes.at { Address.reviews(.use($0)) }.get { unit, visit, connection in
            .page(try UsePage(of: unit, for: visit, on: connection))
        }
        routes.at { Address.reviews(.useData($0)) }.get { unit, visit, connection in
            let page = try UsePage(of: unit, for: visit, on: connection)
            return .file(
                Answer.File(
                    OwnMeasureFile.bytes(page.record, today: page.today),
                    mediaType: "text/csv; charset=utf-8",
                    name: "\(page.unit.name)-how-we-use-sightline.csv"
                )
            )
        }
    }
}
