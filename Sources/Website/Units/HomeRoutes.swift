import Sightline
import Storage

/// The home of each unit.
enum HomeRoutes {
    static func register(on routes: Routes) {
        routes.at(Address.unit).get { unit, visit, connection in
            .page(try HomePage(of: unit, for: visit, on: connection))
        }
        routes.at(Address.strands).get { unit, visit, connection in
            .page(try StrandsPage(of: unit, for: visit, on: connection))
        }
    }
}
