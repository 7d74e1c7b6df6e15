import Markup
import Sightline
import Storage

/// Who can see a series that belongs to a unit, by the same decision that lets them in.
struct SeriesAudience: Sendable {
    /// Everyone who may read it, by name, with the role that lets them.
    let readers: [Reader]
    let visibility: Visibility
    let keeperName: String
    /// How many public links show it to anyone.
    let publicLinks: Int

    struct Reader: Sendable {
        let name: String
        let role: Role
        let unitName: String
        /// Whether small numbers are withheld from them.
        let isOutside: Bool
    }

    /// Nil for a measure that all share.
    init?(
        of reading: SeriesReading,
        in tree: UnitTree,
        at now: Timestamp,
        on connection: any SQLConnection
    ) throws {
        guard let keeper = reading.measure.unit.flatMap({ tree[$0] }) else { return nil }
        readers = try AccountStore.all(on: connection).compactMap { account in
            let decision = Access.decide(
                account,
                .read,
                on: reading.unit.id,
                of: reading.measure,
                in: tree
            )
            guard case .allowed(by: let grant) = decision else { return nil }
            let reader = Readership(account, MeasureDirectory([reading.measure]), tree)
            return Reader(
                name: account.person.name,
                role: grant.role,
                unitName: tree[grant.unit]?.name ?? "",
                isOutside: reader.isOutside(reading.measure, in: reading.unit.id)
            )
        }
        publicLinks = try PublicLinkStore.open(to: reading.series.id, at: now, on: connection).count
        visibility = reading.measure.visibility
        keeperName = keeper.name
    }

    var html: HTML {
        let rows = readers.map { reader -> HTML in
            let withheld = reader.isOutside ? ", small numbers withheld" : ""
            return """
                <li>\(reader.name) <span class="muted">\(reader.role.word) of \(reader.unitName)\(withheld)</span></li>
                """
        }
        let reach = AudienceSentences.reach(of: "measure", keptBy: keeperName, visibility, links: publicLinks)
        return """
            <section><h2>Who can see this?</h2><p>\(reach)</p>
            <p>\(AudienceSentences.readers(readers.count, withheld: readers.count(where: \.isOutside)))</p>
            <details><summary>Who they are</summary><ul>\(rows)</ul></details>
            <p class="muted">\(AudienceSentences.server)</p></section>
            """
    }
}
