import Sightline
import Storage

/// What a unit and those below it let others see: measures beyond the unit, and public links; since when, and by
/// whom.
struct SharingPage: Page {
    let unit: Unit
    let measures: [SharedMeasure]
    let links: LinkList<Series>
    let programmes: SharedThings<Programme>
    let packs: SharedThings<Pack>
    let reports: SharedThings<Report>

    /// A measure that its unit lets others see.
    struct SharedMeasure: Sendable {
        let measure: Measure
        let keeperName: String
        /// Nil where the record doesn't tell.
        let since: (instant: Timestamp, author: Author)?
    }

    /// The field of the form that keeps a measure again.
    static let measureField = "measure"

    var title: String { "What we share" }
    var section: Section? { .measures }

    init(of id: Unit.ID, for visit: Visit, on connection: any SQLConnection) throws {
        let reader = try visit.readership(on: connection)
        let tree = reader.tree
        guard let unit = tree[id] else { throw Failure.notFound }
        self.unit = unit
        measures = try reader.measures.measures.compactMap { measure in
            guard
                measure.visibility != .unit, let keeper = measure.unit, tree.contains(keeper, within: id),
                reader.may(.share, measure, in: keeper), let name = tree[keeper]?.name
            else { return nil }
            return SharedMeasure(
                measure: measure,
                keeperName: name,
                since: try AuditStore.newestShare(of: measure, on: connection)
            )
        }
        programmes = try SharedThings(within: id, for: reader, at: visit.now, on: connection)
        packs = try SharedThings(within: id, for: reader, at: visit.now, on: connection)
        reports = try SharedThings(within: id, for: reader, at: visit.now, on: connection)
        let links = try PublicLinkStore.all(to: Series.self, within: id, on: connection)
        self.links = LinkList(
            links: links.compactMap { link in
                guard
                    let measure = link.measure.flatMap({ reader.measures[$0] }),
                    reader.may(.share, measure, in: link.unit), let name = tree[link.unit]?.name
                else { return nil }
                return .init(
                    link: link,
                    state: link.state(at: visit.now),
                    title: measure.title,
                    address: .series(link.unit, link.thing),
                    unitName: name
                )
            },
            noun: "series",
            field: "link",
            none: "None. A public link is made on the page of a series."
        )
    }

    /// Ends what a form names; gives back what to say of it, nil where it names nothing that is shared here.
    func end(_ form: Form, _ context: Context, on connection: any SQLConnection) throws -> Notice? {
        if try links.revoke(in: form, context, on: connection) { return .linkRevoked }
        let named = measures.first { $0.measure.id.description == form[Self.measureField] }
        if var measure = named?.measure {
            measure.visibility = .unit
            try MeasureStore.update(measure, reason: "", context, on: connection)
            return .shareEnded
        }
        return try programmes.end(form, context, on: connection)
            ?? packs.end(form, context, on: connection)
            ?? reports.end(form, context, on: connection)
    }
}
