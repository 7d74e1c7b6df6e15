import Exchange
import Sightline
import Statistics
import Testing

struct ImportProblemTests {
    private let samples = ImportSamples()

    struct BadRow: Sendable, CustomTestStringConvertible {
        var row: String
        var column: String
        var reason: ImportProblem.Reason
        var testDescription: String { row }
    }

    @Test(arguments: [
        BadRow(row: "fals,RN1,2024-01-01,3,", column: "measure", reason: .unknownMeasure(nearest: "falls")),
        BadRow(row: "zebra,RN1,2024-01-01,3,", column: "measure", reason: .unknownMeasure(nearest: nil)),
        BadRow(row: "falls,RN2,2024-01-01,3,", column: "unit", reason: .unknownUnit(nearest: "RN1")),
        BadRow(row: "falls,RN1,yesterday,3,", column: "date", reason: .row(.notADate)),
        BadRow(row: "falls,RN1,,3,", column: "date", reason: .row(.notADate)),
        BadRow(row: "falls,RN1,2024-01-01,three,", column: "value", reason: .row(.number(.notANumber))),
        BadRow(row: "falls,RN1,2024-01-01,inf,", column: "value", reason: .row(.number(.notFinite))),
        BadRow(row: "falls,RN1,2024-01-01,1e999,", column: "value", reason: .row(.number(.tooLarge))),
        BadRow(row: "falls,RN1,2024-01-01,3,new", column: "flags", reason: .unknownFlag),
    ])
    func `a bad row is told with its line, its column and what would be right`(bad: BadRow) throws {
        let reading = samples.read(
            "measure,unit,date,value,flags\nfalls,RN1,2023-12-01,1,\n\(bad.row)\nfalls,RN1,2024-02-01,2,\n"
        )
        #expect(reading.problemCount == 1 && reading.rows == 3)
        let problem = try #require(reading.problems.first)
        #expect(problem.reason == bad.reason)
        #expect(problem.line == 3 && problem.column == bad.column)
        #expect(problem.description.hasPrefix("row 3, column \(bad.column): "))
        #expect(
            reading.proposals.first?.observations.numerators == [1, 2],
            "the other rows are read all the same"
        )
    }

    @Test
    func `an observation that its chart can't take is a problem`() {
        let reading = samples.read("measure,unit,date,value\nfalls,RN1,2024-01-01,-3\n")
        let day = Day("2024-01-01") ?? .first
        #expect(reading.problems.map(\.reason) == [.observation(.negative(day, -3))])
    }

    @Test
    func `a row of another width is a problem on its own line, after a field of several lines too`() {
        let reading = samples.read(
            "measure,unit,group,date,value\nfalls,RN1,\"a\nb\",2024-01-01,3\nfalls,RN1,x,2024-01-01\n"
        )
        #expect(reading.problems.map(\.line) == [4])
        #expect(reading.problems.first?.reason == .row(.form(.fieldCount(found: 4, expected: 5))))
    }

    @Test
    func `two rows for one month name one another, and the earlier line is kept`() throws {
        let reading = samples.read(
            """
            measure,unit,date,value
            falls,RN1,2024-02-01,1
            falls,RN1,2024-01-01,2
            falls,RN1,2024-02-20,3
            """
        )
        let problem = try #require(reading.problems.first)
        #expect(problem.reason == .repeatedPeriod(firstLine: 2) && problem.line == 4)
        #expect(problem.text == "2024-02-20" && problem.column == "date")
        #expect(problem.description.contains("“2024-02-20” is in the same period as row 2"))
        #expect(reading.proposals.first?.observations.numerators == [2, 1])
    }

    @Test
    func `a title that two measures share has to be a key`() {
        let other = ImportSamples.measure(9, "falls-2", "Falls at home", .c, nil)
        let twin = ImportSamples.measure(10, "falls-3", "Falls at home", .c, nil)
        var reader = ImportReader(samples.directory(with: [], measures: [other, twin]), ImportRequest())
        let file = "measure,unit,date,value\nfalls at home,RN1,2024-01-01,3\nfalls-3,RN1,2024-01-01,3\n"
        let reading = reader.read(MemorySource(Array(file.utf8)))
        #expect(reading.problems.map(\.reason) == [.ambiguousMeasure(keys: ["falls-2", "falls-3"])])
        #expect(reading.proposals.map(\.measure) == [twin.id])
    }

    @Test
    func `a name that two units share has to be a code`() {
        let twin = Unit(id: .init(8), parent: samples.community.id, kind: .place, name: "North", code: "N2")
        var reader = ImportReader(samples.directory(with: [twin]), ImportRequest())
        let file = "measure,unit,date,value\nfalls,North,2024-01-01,3\nfalls,N2,2024-01-01,3\n"
        let reading = reader.read(MemorySource(Array(file.utf8)))
        #expect(reading.problems.map(\.reason) == [.ambiguousUnit])
        #expect(reading.proposals.map(\.unit) == [twin.id])
    }

    @Test
    func `an import for one unit can't write to its neighbour`() {
        let request = ImportRequest(within: samples.north.id)
        let reading = samples.read(
            "measure,unit,date,value\nfalls,RS1,2024-01-01,3\nfalls,RN1,2024-01-01,3\n",
            request
        )
        #expect(reading.problems.map(\.reason) == [.unitElsewhere])
        #expect(reading.proposals.map(\.unit) == [samples.north.id])
    }

    @Test
    func `after a hundred problems they are only counted`() {
        let rows = (0..<250).map { "falls,NOBODY\($0 % 7),2024-01-01,\($0)" }
        let reading = samples.read("measure,unit,date,value\n" + rows.joined(separator: "\n"))
        #expect(reading.problems.count == 100 && reading.problemCount == 250)
        #expect(reading.problems.map(\.line) == Array(2...101))
        #expect(reading.unknownUnits == (0..<7).map { "NOBODY\($0)" })
        #expect(reading.proposals.isEmpty)
    }

    struct BadFile: Sendable, CustomTestStringConvertible {
        var text: String
        var reason: ImportProblem.Reason
        var testDescription: String { text }
    }

    @Test(arguments: [
        BadFile(text: "", reason: .row(.form(.empty))),
        BadFile(text: "measure,unit,date,value\n", reason: .noRows),
        BadFile(text: "unit,date,value\nRN1,2024-01-01,3\n", reason: .columnMissing(expected: ["measure"])),
        BadFile(text: "measure,date,value\nfalls,2024-01-01,3\n", reason: .columnMissing(expected: ["unit"])),
        BadFile(text: "measure,unit,value\nfalls,RN1,3\n", reason: .columnMissing(expected: ["date"])),
        BadFile(
            text: "measure,unit,date\nfalls,RN1,2024-01-01\n",
            reason: .columnMissing(expected: ["value", "numerator"])
        ),
        BadFile(text: "measure,unit,date,value,Value\nfalls,RN1,2024-01-01,3,3\n", reason: .columnRepeated),
    ])
    func `a file without what is needed is refused as a whole`(file: BadFile) {
        let reading = samples.read(file.text)
        #expect(reading.problems.map(\.reason) == [file.reason])
        #expect(reading.proposals.isEmpty)
    }
}
