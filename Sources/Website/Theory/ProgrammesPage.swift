import Sightline
import Storage

/// The programmes of a unit and of those below it.
struct ProgrammesPage: Page {
    struct Row: Sendable {
        let programme: Programme
        let unitName: String
        let headline: String
        let open: Int
        let stuck: Int
    }

    let unit: Unit
    let rows: [Row]
    /// How many there are that the visitor may not read.
    let kept: Int
    let mayAdd: Bool

    var title: String { "Programmes" }
    var section: Section? { .programmes }

    init(of id: Unit.ID, for visit: Visit, on connection: any SQLConnection) throws {
        let reader = try visit.readership(on: connection)
        guard let unit = reader.tree[id] else { throw Failure.notFound }
        self.unit = unit
        mayAdd = visit.may(.editProgrammes, on: id, in: reader.tree)
        let all = try reader.tree.subtree(of: id).flatMap {
            try ProgrammeStore.all(of: $0.id, on: connection)
        }
        let readable = all.filter { reader.may(.read, $0) }
        kept = all.count - readable.count
        rows = try readable.map { programme in
            let readings = try CycleReading.all(of: programme, on: connection)
            let open = readings.filter { $0.cycle.phase != .closed }
            return Row(
                programme: programme,
                unitName: reader.tree[programme.unit]?.name ?? "",
                headline: readings.headline,
                open: open.count,
                stuck: open.count { $0.cycle.isStuck(on: visit.now.day) }
            )
        }
    }
}
