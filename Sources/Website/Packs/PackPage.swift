import Exchange
import Sightline
import Statistics
import Storage

/// One pack in one of its versions: its measures, where they come from, who sees it, and its history.
struct PackPage: Page {
    let unit: Unit
    let pack: Pack
    /// The version that is shown.
    let version: PackVersion
    /// What the shown version says; nil where this program can't read it.
    let measures: PackContent?
    /// What is different from the version before; nil for the first.
    let comparison: PackComparison?
    /// The newest first.
    let versions: [PackVersion]
    /// How many measures come from it, as far as the visitor may read them.
    let uses: Int
    let audience: Audience
    let history: History
    let today: Day
    let mayEdit: Bool
    let mayShare: Bool
    /// The pack of its name that comes with the program, where that says something which no version of it says.
    let shipped: ShippedPack?
    var form: FormState

    var title: String { version.header.title }
    var section: Section? { .measures }
    var isNewest: Bool { version.number == pack.newest.number }

    /// The query parameter that asks for an older version.
    static let parameter = "version"

    init(
        of address: (unit: Unit.ID, pack: Pack.ID),
        for visit: Visit,
        on connection: any SQLConnection
    ) throws {
        let reader = try visit.readership(on: connection)
        let (unit, pack) = try reader.pack(at: address, on: connection)
        (self.unit, self.pack) = (unit, pack)
        versions = try PackStore.versions(of: pack.id, on: connection)
        let shown = try Shown(of: pack, versions, visit.query[Self.parameter], on: connection)
        version = shown.version
        measures = shown.content
        comparison = try shown.content.flatMap { content in
            try PackComparison(of: content, with: pack, shown.version.number - 1, on: connection)
        }
        uses = try PackUseStore.all(of: pack.id, on: connection).count { use in
            guard let measure = reader.measures[use.measure] else { return false }
            return reader.may(.read, measure, in: measure.unit ?? pack.unit)
        }
        audience = try Audience(of: pack, in: reader.tree, at: visit.now, on: connection)
        history = try History(of: .pack, pack.id, words: Self.words, on: connection)
        today = visit.now.day
        mayEdit = reader.may(.editMeasures, pack)
        mayShare = reader.may(.share, pack)
        shipped =
            try ShippedPack(rawValue: pack.header.name).flatMap { shipped in
                try PackStore.holds(shipped.reading.text, in: pack.id, on: connection) ? nil : shipped
            }
        form = FormState(pack.fields, revision: history.newest)
    }

    static func words(_ field: Revision.Field) -> String {
        Visibility(rawValue: field.value)?.storyWords ?? field.value
    }

    /// A version of a pack that someone asked for; the newest where they asked for none.
    struct Shown {
        let version: PackVersion
        let text: String
        let content: PackContent?

        /// - Throws: `Failure.notFound` where there is no such version.
        init(
            of pack: Pack,
            _ versions: [PackVersion],
            _ asked: String,
            on connection: any SQLConnection
        ) throws {
            let number = asked.isEmpty ? pack.newest.number : Int(asked)
            guard let version = versions.first(where: { $0.number == number }),
                let text = try PackStore.text(of: pack.id, version: version.number, on: connection)
            else { throw Failure.notFound }
            self.version = version
            self.text = text
            content = PackReader.read(text).content
        }
    }
}
