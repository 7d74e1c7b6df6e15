import Exchange
import Sightline
import Statistics
import Testing

/// Numbers that a measure can't take: in which column they stand, and what is said of them.
struct ImportNumberTests {
    private let samples = ImportSamples()
    private let day = Day("2024-01-01") ?? .first

    private static let header = "measure,unit,date,value,numerator,denominator\n"

    private func problem(_ row: String) throws -> ImportProblem {
        let reading = samples.read(Self.header + row + "\n")
        #expect(reading.proposals.isEmpty)
        return try #require(reading.problems.first)
    }

    @Test
    func `a numerator below zero is a problem without its denominator too`() throws {
        let problem = try problem("seen-in-time,RN1,2024-01-01,,-3,")
        #expect(problem.reason == .observation(.negative(day, -3)))
        #expect(problem.column == "numerator" && problem.text == "-3")
    }

    @Test
    func `a numerator alone is no value`() throws {
        let reading = samples.read(Self.header + "seen-in-time,RN1,2024-01-01,,3,\n")
        #expect(reading.problemCount == 0)
        #expect(reading.proposals.first?.observations.isMissing(at: 0) == true)
    }

    @Test
    func `what is wrong with a denominator is told of its column`() throws {
        let problem = try problem("seen-in-time,RN1,2024-01-01,,3,-4.50")
        #expect(problem.reason == .observation(.negativeDenominator(day, -4.5)))
        #expect(problem.column == "denominator" && problem.description.contains("“-4.50”"))
    }

    @Test
    func `a numerator above its denominator is quoted as written`() throws {
        let problem = try problem("seen-in-time,RN1,2024-01-01,,5.40,5.2")
        #expect(problem.column == "numerator")
        #expect(problem.sentence == "The numerator “5.40” is above its denominator 5.2.")
    }

    @Test(arguments: [
        ("falls,RN1,2024-01-01,1e300,,", "value"), ("ward-visits,RN1,2024-01-01,-1e300,,", "value"),
        ("seen-in-time,RN1,2024-01-01,,1e200,1e201", "denominator"),
        ("seen-in-time,RN1,2024-01-01,,1e-201,1e-200", "denominator"),
    ])
    func `a number that no chart can hold is a bad row`(row: String, column: String) throws {
        let problem = try problem(row)
        #expect(problem.column == column)
        #expect(problem.sentence.contains("“\(problem.text)” is too large or too small to be charted"))
    }

    @Test(arguments: ["", "measure,unit,date,numerator,denominator"])
    func `a numerator and a denominator are no value of a measure without one`(header: String) throws {
        let reading =
            header.isEmpty
            ? samples.read(Self.header + "falls,RN1,2024-01-01,,3,4\n")
            : samples.read(header + "\nfalls,RN1,2024-01-01,3,4\n")
        let problem = try #require(reading.problems.first)
        #expect(problem.reason == .observation(.denominatorUnexpected(day, 4)))
        #expect(problem.column == "denominator" && problem.text == "4")
        #expect(reading.proposals.isEmpty)
    }

    @Test
    func `one file holds measures with and without a denominator`() {
        let reading = samples.read(
            Self.header + "falls,RN1,2024-01-01,3,,\nseen-in-time,RN1,2024-01-01,,3,4\n"
        )
        #expect(reading.problemCount == 0)
        #expect(reading.proposals.map(\.observations.numerators) == [[3], [3]])
        #expect(reading.proposals.map(\.observations.denominators) == [[], [4]])
    }

    @Test
    func `a column that a measure needs is missed once, and every row of it counts`() {
        let rows = (1...9).map { "seen-in-time,RN1,2024-0\($0)-01,3\n" }.joined()
        let reading = samples.read("measure,unit,date,value\nfalls,RN1,2024-01-01,3\n" + rows)
        #expect(reading.problems.map(\.reason) == [.columnMissing(expected: ["numerator"])])
        #expect(reading.problemCount == 9)
        #expect(reading.proposals.map(\.measure) == [samples.falls.id])
    }

    @Test
    func `the first hundred problems are those of the first lines`() {
        let twice = "falls,RN1,2024-01-01,3,,\nfalls,RN1,2024-01-01,4,,\n"
        let bad = (0..<150).map { "falls,RN1,2024-02-01,x\($0),,\n" }.joined()
        let reading = samples.read(Self.header + twice + bad)
        #expect(reading.problemCount == 151)
        #expect(reading.problems.map(\.line) == Array(3...102))
        #expect(reading.problems.first?.reason == .repeatedPeriod(firstLine: 2))
    }

    @Test
    func `a NUL in a name is a problem of its column`() throws {
        for (row, column) in [
            ("fa\0lls,RN1,,2024-01-01,3", "measure"), ("falls,RN\01,,2024-01-01,3", "unit"),
            ("falls,RN1,ni\0ght,2024-01-01,3", "group"),
        ] {
            let problem = try #require(samples.read("measure,unit,group,date,value\n\(row)\n").problems.first)
            #expect(problem.reason == .nul && problem.line == 2 && problem.column == column)
            #expect(!problem.description.contains("\0"))
        }
    }

    @Test
    func `texts of a file can't drive a terminal`() throws {
        let problem = try problem("\u{1B}[31mfalls,RN1,2024-01-01,3,,")
        #expect(!problem.description.contains("\u{1B}"))
    }
}
