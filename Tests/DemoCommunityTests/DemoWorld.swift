import DatabaseTestSupport
import DemoCommunity
import Sightline
import Statistics
import Storage

/// A database with the demo of one day in it.
struct DemoWorld: Sendable {
    let database: any SQLDatabase
    let today: Day
    let measures: MeasureDirectory
    let tree: UnitTree
    /// Someone who may read everything.
    var reader: Readership { Readership(ofOperator: measures, tree) }

    static let now = Timestamp(microseconds: 1_795_000_000_000_000)

    static func run(organisations: [UInt8]? = nil, _ body: (DemoWorld) async throws -> Void) async throws {
        try await TestEngine.sqlite.withDatabase(Schema.migrations) { database in
            let content = try DemoContent(today: now.day, organisations: organisations)
            _ = try await content.fill(database, now: now)
            let (measures, tree) = try await database.read { connection in
                (MeasureDirectory(try MeasureStore.all(on: connection)), try UnitStore.tree(on: connection))
            }
            try await body(DemoWorld(database: database, today: now.day, measures: measures, tree: tree))
        }
    }

    /// The rows of the table of measures of a community, by `measure UNIT`.
    func rows(of community: String = "FOURWAYS") async throws -> [String: MeasureTable.Row] {
        guard let unit = tree.unit(code: community) else { return [:] }
        let rows = try await database.read { [self] connection in
            try MeasureTable.rows(MeasureTableQuery(unit: unit.id), for: reader, on: connection)
        }
        let named = rows.map { row in
            (["\(row.measure.key) \(row.unit.code ?? "")", row.series.key.group].joined(separator: "|"), row)
        }
        return Dictionary(uniqueKeysWithValues: named)
    }
}
