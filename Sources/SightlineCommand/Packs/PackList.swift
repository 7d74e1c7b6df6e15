import ArgumentParser
import Exchange
import Markup
import Sightline
import Storage

/// The packs of a database, and those that come with the program, as CSV.
struct PackList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the packs of a database, and those that come with the program, as CSV.",
        discussion: "What a unit keeps to itself is left out unless --kept asks for it."
    )

    @OptionGroup var database: DatabaseOptions

    @Flag(help: "Also what units keep to themselves. Whoever runs the machine can read it; ask them first.")
    var kept = false

    func run() async throws {
        try await reporting {
            let opened = try await database.open(making: false)
            let (rows, left) = try await opened.read { [self] connection in
                let reader = Readership(ofOperator: MeasureDirectory([]), try UnitStore.tree(on: connection))
                let all = try PackStore.all(for: reader, on: connection)
                let shown = all.filter { kept || $0.visibility != .unit }
                return (shown.map { Self.row($0, in: reader.tree) }, all.count - shown.count)
            }
            try await opened.close()
            var writer = CSVWriter(lineEnd: .lf, defusesFormulas: true)
            for row in [Self.heads] + rows + ShippedPack.allCases.compactMap(Self.row) {
                for field in row { writer.field(field) }
                writer.endRow()
            }
            try StandardOutput.write(writer.bytes)
            if left > 0 {
                let noun = left == 1 ? "pack" : "packs"
                StandardError.print("left out: \(left) \(noun) that a unit keeps to itself (--kept)")
            }
        }
    }

    private static let heads = ["unit", "name", "version", "measures", "seen_by", "title"]

    private static func row(_ pack: Pack, in tree: UnitTree) -> [String] {
        let unit = tree[pack.unit]
        return [
            unit?.code ?? unit?.name ?? "", pack.header.name, "\(pack.newest.number)", "\(pack.newest.count)",
            pack.visibility.rawValue, pack.header.title,
        ]
    }

    private static func row(_ shipped: ShippedPack) -> [String]? {
        shipped.reading.content.map {
            ["", shipped.rawValue, "", "\($0.measures.count)", "everyone", $0.header.title]
        }
    }
}
