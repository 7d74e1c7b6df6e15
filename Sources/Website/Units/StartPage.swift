import Sightline
import Storage

/// Where someone begins who has a role in several units: each with what changed there.
struct StartPage: Page {
    let units: [(unit: Unit, home: UnitHome)]

    var title: String { "Your communities" }
    var section: Section? { .home }

    private static let signalsShown = 4

    init(for visit: Visit, on connection: any SQLConnection) throws {
        let tree = try UnitStore.tree(on: connection)
        let measures = MeasureDirectory(try MeasureStore.all(on: connection))
        units = try (visit.account?.roles ?? []).compactMap { role in
            guard let unit = tree[role.unit] else { return nil }
            let home = try UnitHome(
                of: unit.id,
                today: visit.now.day,
                length: Self.signalsShown,
                measures,
                tree,
                on: connection
            )
            return (unit, home)
        }
    }
}
