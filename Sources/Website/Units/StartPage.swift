import Sightline
import Storage

/// Where someone begins who has a role in several units: each with what changed there.
struct StartPage: Page {
    let units: [(unit: Unit, home: UnitHome)]

    var title: String { "Your communities" }
    var section: Section? { .home }

    private static let signalsShown = 4

    init(for visit: Visit, on connection: any SQLConnection) throws {
        let reader = try visit.readership(on: connection)
        units = try (visit.account?.units(permitting: .read) ?? []).compactMap { id in
            guard let unit = reader.tree[id] else { return nil }
            let home = try UnitHome(
                of: unit.id,
                today: visit.now.day,
                length: Self.signalsShown,
                for: reader,
                on: connection
            )
            return (unit, home)
        }
    }
}
