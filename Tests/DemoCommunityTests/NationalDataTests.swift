import DemoCommunity
import Foundation
import Sightline
import Statistics
import Storage
import Testing

struct NationalDataTests {
    @Test
    func `England's totals are those of the file`() async throws {
        var totals: [String: (attendances: Double, breaches: Double)] = [:]
        let url = URL(filePath: #filePath).appending(path: "../../../Demo/england-ae-monthly.csv")
            .standardized
        for line in try String(contentsOf: url, encoding: .utf8).split(whereSeparator: \.isNewline)
            .dropFirst()
        {
            let fields = line.split(separator: ",")
            let attendances = try #require(Double(fields[2]))
            let breaches = try #require(Double(fields[3]))
            totals["\(fields[0])", default: (0, 0)].attendances += attendances
            totals["\(fields[0])", default: (0, 0)].breaches += breaches
        }
        try #require(totals.count == 36)

        try await DemoWorld.run { world in
            let rows = try await world.rows(of: "ENGLAND")
            #expect(rows.count == 9, "three measures, three types of department")
            let shares = rows.values.filter { $0.measure.key == "ae-within-four-hours" }
            let observations = try await world.database.read { connection in
                try shares.map { try SeriesStore.observations(of: $0.series.id, on: connection) }
            }
            for (day, total) in totals {
                let indices = observations.map { ($0, $0.days.firstIndex { $0.description == day }) }
                let found = try indices.map { ($0.0, try #require($0.1)) }
                #expect(found.reduce(0) { $0 + $1.0.denominators[$1.1] } == total.attendances, "\(day)")
                let seen = found.reduce(0) { $0 + $1.0.numerators[$1.1] }
                #expect(seen == total.attendances - total.breaches, "\(day)")
            }
        }
    }

    @Test
    func `it names its source and its licence`() async throws {
        try await DemoWorld.run { world in
            let rows = try await world.rows(of: "ENGLAND")
            let provenances = rows.values.map(\.measure.provenance)
            #expect(provenances.allSatisfy { $0.attribution.contains("Open Government Licence v3.0") })
        }
    }

    @Test
    func `each organisation of a fuller file becomes a unit below England`() async throws {
        let file = """
            "period","org_code","type","attendances","breaches","admissions"
            2017-02-01,"8J094","other",2176,0,0
            2017-02-01,"RF4","1",2000,400,500
            2017-03-01,"RF4","1",0,0,0
            2017-02-01,"RF4","2",100,1,0
            """
        try await DemoWorld.run(organisations: Array(file.utf8)) { world in
            let country = try #require(world.tree.unit(code: "ENGLAND"))
            #expect(world.tree.children(of: country.id).compactMap(\.code) == ["8J094", "RF4"])
            let rows = try await world.rows(of: "RF4")
            #expect(rows.count == 6)
            let major = try #require(rows["ae-within-four-hours RF4|Major (type 1)"])
            let observations = try await world.database.read {
                try SeriesStore.observations(of: major.series.id, on: $0)
            }
            #expect(observations.numerators[0] == 1600 && observations.denominators[0] == 2000)
            #expect(observations.isMissing(at: 1), "nobody came, so there is no share")
        }
    }

    @Test(.enabled(if: fullFile != nil, "the file that this project may not contain"))
    func `the full file has 274 organisations in 428 series of each measure`() async throws {
        let path = try #require(Self.fullFile)
        let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
        try await DemoWorld.run(organisations: bytes) { world in
            let country = try #require(world.tree.unit(code: "ENGLAND"))
            #expect(world.tree.children(of: country.id).count == 274)
            let series = try await world.database.read { connection in
                try world.measures.measures(named: "ae-attendances").flatMap {
                    try SeriesStore.all(of: $0.id, on: connection)
                }
            }
            #expect(series.count == 428 + 3)
        }
    }

    /// Where `.ci/run` says that the full file is.
    private static var fullFile: String? {
        let folder = ProcessInfo.processInfo.environment["SIGHTLINE_OPEN_DATA"]
        return folder.map { "\($0)/ae-attendances.csv" }.flatMap {
            FileManager.default.fileExists(atPath: $0) ? $0 : nil
        }
    }
}
