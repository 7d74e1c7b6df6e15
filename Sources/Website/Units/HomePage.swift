import Sightline
import Storage

/// The home of a unit: what changed and what needs people, of the unit and everything below it.
struct HomePage: Page {
    let unit: Unit
    let home: UnitHome
    let strip: Strip
    /// What units here keep from the visitor.
    let kept: [KeptMeasures]
    /// What it did last: joined, paused or left.
    let lastEvent: UnitEvent?
    let hasUnitsBelow: Bool
    let mayEditUnits: Bool
    let mayEditMeasures: Bool
    let mayRecordData: Bool

    var title: String { unit.name }
    var section: Section? { .home }

    init(of id: Unit.ID, for visit: Visit, on connection: any SQLConnection) throws {
        let reader = try visit.readership(on: connection)
        let tree = reader.tree
        guard let unit = tree[id] else { throw Failure.notFound }
        self.unit = unit
        home = try UnitHome(of: id, today: visit.now.day, for: reader, on: connection)
        strip = try visit.directory.strips.strip(
            of: id,
            today: visit.now.day,
            for: reader,
            on: connection
        )
        kept = try KeptMeasures.all(within: id, from: reader, on: connection)
        lastEvent = try UnitStore.events(of: id, on: connection).last
        hasUnitsBelow = !tree.children(of: id).isEmpty
        mayEditUnits = visit.may(.editUnits, on: id, in: tree)
        mayEditMeasures = visit.may(.editMeasures, on: id, in: tree)
        mayRecordData = visit.may(.recordData, on: id, in: tree)
    }
}
