import Exchange
import Sightline
import Statistics
import Testing

struct ImportReaderTests {
    private let samples = ImportSamples()

    @Test
    func `a plain file becomes one proposal a series`() throws {
        let reading = samples.read(
            """
            measure,unit,date,value
            falls,RN1,2024-01-01,3
            falls,RN1,2024-02,4
            falls,South,2024-01-01,5
            """
        )
        #expect(reading.problems.isEmpty && reading.rows == 3)
        try #require(reading.proposals.count == 2)
        #expect(reading.proposals.map(\.unit) == [samples.north.id, samples.south.id])
        #expect(reading.proposals[0].observations.numerators == [3, 4])
        #expect(reading.proposals[0].observations.days.map(\.description) == ["2024-01-01", "2024-02-01"])
    }

    @Test
    func `columns come in any order and any case, and others are passed over`() throws {
        let reading = samples.read("Note,VALUE,Date,UNIT,Measure\r\nx,3,2024-01-01,rn1,FALLS\r\n")
        #expect(reading.problems.isEmpty)
        #expect(reading.proposals.first?.observations.numerators == [3])
    }

    @Test
    func `a mark at the start, quotes and line ends of Windows don't matter`() {
        let plain = samples.read("measure,unit,group,date,value\nfalls,RN1,\"a, b\",2024-01-01,3\n")
        let windows = samples.read(
            "\u{FEFF}\"measure\",\"unit\",\"group\",\"date\",\"value\"\r\n"
                + "\"falls\",\"RN1\",\"a, b\",2024-01-01,\"3\"\r\n"
        )
        #expect(plain.proposals.map(\.group) == ["a, b"])
        #expect(windows.proposals.map(\.group) == plain.proposals.map(\.group))
        #expect(windows.proposals.map(\.observations) == plain.proposals.map(\.observations))
    }

    @Test
    func `a measure with a denominator takes numerator and denominator, and an empty one is missing`() throws
    {
        let reading = samples.read(
            """
            measure,unit,date,numerator,denominator
            seen-in-time,RN1,2024-01-01,90,100
            seen-in-time,RN1,2024-02-01,NA,100
            seen-in-time,RN1,2024-03-01,90,
            """
        )
        #expect(reading.problems.isEmpty)
        let observations = try #require(reading.proposals.first).observations
        #expect(observations[0] == Observation(day: observations.days[0], numerator: 90, denominator: 100))
        #expect(observations.isMissing(at: 1) && observations.isMissing(at: 2))
    }

    @Test
    func `one measure and one unit may be chosen for the whole file`() {
        let request = ImportRequest(measure: samples.falls.id, unit: samples.south.id)
        let reading = samples.read("date,value\n2024-01-01,3\n", request)
        #expect(reading.problems.isEmpty)
        #expect(reading.proposals.first?.unit == samples.south.id)
    }

    @Test
    func `flags are words`() throws {
        let reading = samples.read(
            """
            measure,unit,date,value,flags
            falls,RN1,2024-01-01,3,provisional
            falls,RN1,2024-02-01,,Suppressed
            falls,RN1,2024-03-01,3,
            """
        )
        #expect(reading.problems.isEmpty)
        let observations = try #require(reading.proposals.first).observations
        #expect((0..<3).map { observations[$0].flags } == [.provisional, .suppressed, []])
    }

    @Test
    func `an apostrophe before what looks like a formula is not part of a name`() {
        let reading = samples.read("measure,unit,group,date,value\nfalls,RN1,'=1+1,2024-01-01,3\n")
        #expect(reading.proposals.map(\.group) == ["=1+1"])
    }

    @Test
    func `rows in any order give the same proposals`() {
        var random = SplitMix(seed: 5)
        for _ in 0..<20 {
            var rows: [String] = []
            for unit in ["RN1", "RS1"] {
                for group in ["", "a", "b"] {
                    for month in 10...12 {
                        let value = Int.random(in: 0...50, using: &random)
                        rows.append("falls,\(unit),\(group),2023-\(month)-01,\(value)")
                    }
                }
            }
            let inOrder = contents(rows)
            #expect(inOrder.count == 6)
            #expect(contents(rows.shuffled(using: &random)) == inOrder)
        }
    }

    private func contents(_ rows: [String]) -> [String: Observations] {
        let reading = samples.read("measure,unit,group,date,value\n" + rows.joined(separator: "\n"))
        let named = reading.proposals.map { ("\($0.unit) \($0.group)", $0.observations) }
        return Dictionary(named) { first, _ in first }
    }

    struct Written: Sendable {
        let header: String
        let row: String
        let separator: Separator
    }

    @Test(arguments: [
        Written(
            header: "measure;unit;group;date;value",
            row: "falls;RN1;a, b;2024-01-01;3",
            separator: .semicolon
        ),
        Written(
            header: "measure\tunit\tgroup\tdate\tvalue",
            row: "falls\tRN1\ta, b\t2024-01-01\t3",
            separator: .tab
        ),
        Written(
            header: "measure;unit;group;date;value",
            row: "falls;RN1;\"a, b\";\"2024-01-01\";3\r",
            separator: .semicolon
        ),
        Written(
            header: "measure,unit,group,date,value",
            row: "falls,RN1,\"a, b\",2024-01-01,3",
            separator: .comma
        ),
    ])
    func `fields may be parted by semicolons or tabs, as the header is`(written: Written) {
        let reading = samples.read("\(written.header)\n\(written.row)\n")
        #expect(reading.problems.isEmpty && reading.separator == written.separator)
        #expect(reading.proposals.map(\.group) == ["a, b"])
        #expect(reading.proposals.first?.observations.numerators == [3])
    }

    @Test
    func `dates with slashes are day, month and year where every one can be`() {
        let rows = "measure,unit,date,value\nfalls,RN1,01/02/2024,3\nfalls,RN1,1/3/2024,4\n"
        let reading = samples.read(rows)
        #expect(reading.problems.isEmpty && reading.dateForms == [.dayMonthYear: "01/02/2024"])
        #expect(
            reading.proposals.first?.observations.days.map(\.description) == ["2024-02-01", "2024-03-01"]
        )
        let american = samples.read(rows + "falls,RN1,04/25/2024,5\n")
        #expect(american.problems.map(\.reason) == [.slashedDate, .slashedDate, .slashedDate])
        #expect(american.proposals.isEmpty)
    }

    @Test(arguments: ["Nov-24", "Nov 2024", "november 2024", "NOV-2024"])
    func `a month may be named`(text: String) {
        let reading = samples.read("measure,unit,date,value\nfalls,RN1,\(text),3\n")
        #expect(reading.proposals.first?.observations.days.map(\.description) == ["2024-11-01"])
    }

    @Test(arguments: [
        "Nov", "Nov-99999999999999999999", "Novem 2024", "24 Nov 2024", "Nov-024", "31/02/2024", "1/1/24",
        "Mai 2024",
    ])
    func `what could mean something else is no date`(text: String) {
        let reading = samples.read("measure,unit,date,value\nfalls,RN1,\(text),3\n")
        #expect(reading.problemCount == 1 && reading.proposals.isEmpty)
    }

    @Test
    func `a row with a bad measure and a bad unit says both, and is one bad row`() {
        let reading = samples.read(
            "measure,unit,date,value\nfulls,RN9,2024-01-01,3\nfalls,RN1,2024-01-01,3\n"
        )
        #expect(reading.problems.map(\.column) == ["measure", "unit"])
        #expect(reading.badRows == 1 && reading.rows == 2)
    }
}
