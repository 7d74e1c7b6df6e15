import Sightline
import Storage

/// The home of each unit.
enum HomeRoutes {
    static func register(on routes: Routes) {
        routes.at(Address.unit).get(remembering: HomePage.init(of:for:on:))
        routes.at(Address.strands).get { unit, visit, connection in
            .page(try StrandsPage(of: unit, for: visit, on: connection))
        }
    }
}
