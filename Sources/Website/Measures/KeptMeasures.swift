import Markup
import Sightline
import Storage

/// Measures that a unit keeps to itself, as those see it whom they are kept from: that they exist, and who to ask.
struct KeptMeasures: Sendable {
    let keeper: Unit
    let count: Int
    /// The names of the unit's own administrators.
    let contacts: [String]

    /// What a unit and those below it keep from a reader.
    static func all(
        within unit: Unit.ID,
        from reader: Readership,
        on connection: any SQLConnection
    ) throws -> [KeptMeasures] {
        try reader.kept(within: unit).map { kept in
            KeptMeasures(
                keeper: kept.keeper,
                count: kept.count,
                contacts: try AccountStore.administrators(of: kept.keeper.id, on: connection).map(
                    \.person.name
                )
            )
        }
    }

    /// What a page says of them; nothing where nothing is kept.
    static func note(_ all: [KeptMeasures]) -> HTML? {
        guard !all.isEmpty else { return nil }
        let rows = all.map { kept -> HTML in "<li>\(kept.sentence)</li>" }
        return """
            <section class="panel" aria-labelledby="kept"><h2 id="kept">Kept by those who do the work</h2>
            <p>\(HomeSentences.keepers(all.count, measures: all.reduce(0) { $0 + $1.count }))</p>
            <ul>\(rows)</ul></section>
            """
    }

    private var sentence: String {
        PeopleSentences.kept(by: keeper.name, measures: count, ask: contacts)
    }
}
