import Sightline
import Statistics
import Storage

/// The strip of five strands with all that each state is told from: series, signals and cycles, one by one.
struct StrandsPage: Page {
    let unit: Unit
    let strip: Strip
    let evidence: StripEvidence
    let today: Day
    let kept: [KeptMeasures]

    var title: String { "Evidence of the five strands" }
    var section: Section? { .home }

    init(of id: Unit.ID, for visit: Visit, on connection: any SQLConnection) throws {
        let reader = try visit.readership(on: connection)
        guard let unit = reader.tree[id] else { throw Failure.notFound }
        self.unit = unit
        today = visit.now.day
        strip = try visit.directory.strips.strip(of: id, today: today, for: reader, on: connection)
        evidence = try StripEvidence(of: id, for: reader, on: connection)
        kept = try KeptMeasures.all(within: id, from: reader, on: connection)
    }
}
