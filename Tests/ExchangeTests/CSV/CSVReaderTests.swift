import Exchange
import Testing

struct CSVReaderTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var text: String
        var rows: [[String]]
    }

    @Test(
        arguments: [
            Case(testDescription: "plain", text: "a,b\n1,2\n3,4\n", rows: [["1", "2"], ["3", "4"]]),
            Case(testDescription: "no final line end", text: "a,b\n1,2", rows: [["1", "2"]]),
            Case(testDescription: "CRLF", text: "a,b\r\n1,2\r\n", rows: [["1", "2"]]),
            Case(testDescription: "carriage return at the end", text: "a,b\n1,2\r", rows: [["1", "2"]]),
            Case(testDescription: "carriage return inside", text: "a,b\n1\r2,3\n", rows: [["1\r2", "3"]]),
            Case(testDescription: "byte order mark", text: "\u{FEFF}a,b\n1,2\n", rows: [["1", "2"]]),
            Case(
                testDescription: "quotes",
                text: "a,b\n\"1,5\",\"say \"\"so\"\"\"\n",
                rows: [["1,5", "say \"so\""]]
            ),
            Case(testDescription: "line break in quotes", text: "a,b\n\"1\n2\",3\n", rows: [["1\n2", "3"]]),
            Case(testDescription: "empty fields", text: "a,b\n,\n\"\",\n", rows: [["", ""], ["", ""]]),
            Case(
                testDescription: "empty lines",
                text: "\na,b\n\n1,2\r\n\r\n\n3,4\n\n",
                rows: [["1", "2"], ["3", "4"]]
            ),
            Case(testDescription: "one empty quoted field", text: "a\n\"\"\n", rows: [[""]]),
            Case(testDescription: "spaces kept", text: "a,b\n 1 ,2\n", rows: [[" 1 ", "2"]]),
            Case(testDescription: "header only", text: "a,b\n", rows: []),
            Case(testDescription: "scripts", text: "a,b\nÅrhus,東京\n", rows: [["Århus", "東京"]]),
            Case(testDescription: "NUL", text: "a,b\n\0,2\n", rows: [["\0", "2"]]),
        ],
        [1, 2, 3, 7, 1 << 16]
    )
    func `rows are read whole, however little is read at a time`(_ example: Case, bufferSize: Int) throws {
        var reader = try CSVReader(MemorySource(Array(example.text.utf8)), bufferSize: bufferSize)
        var rows: [[String]] = []
        while try reader.next() { rows.append((0..<reader.row.count).map { reader.row.text($0) }) }
        #expect(rows == example.rows)
        #expect(reader.header.names.first == "a")
    }

    @Test func `a row knows its line, also behind line breaks inside quotes`() throws {
        var reader = try CSVReader(MemorySource(Array("a,b\n\"1\n2\",3\n\n4,5\n".utf8)))
        #expect(try reader.next())
        #expect(reader.row.line == 2)
        #expect(try reader.next())
        #expect(reader.row.line == 5)
    }

    struct BadCase: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var text: [UInt8]
        var error: CSVError

        init(_ name: String, _ text: String, _ error: CSVError) {
            self.init(name, Array(text.utf8), error)
        }

        init(_ name: String, _ text: [UInt8], _ error: CSVError) {
            testDescription = name
            self.text = text
            self.error = error
        }
    }

    @Test(arguments: [
        BadCase("too few", "a,b\n1\n2,3\n", CSVError(.fieldCount(found: 1, expected: 2), line: 2)),
        BadCase("too many", "a,b\n1,2,3\n2,3\n", CSVError(.fieldCount(found: 3, expected: 2), line: 2)),
        BadCase("stray quote", "a,b\n1,5\"x\n2,3\n", CSVError(.strayQuote, line: 2, field: 1, text: "5\"x")),
        BadCase(
            "text behind quotes",
            "a,b\n\"1\"x,5\n2,3\n",
            CSVError(.strayQuote, line: 2, field: 0, text: "1x")
        ),
        BadCase(
            "not UTF-8",
            Array("a,b\n1,".utf8) + [0xE9, 0x0A] + Array("2,3\n".utf8),
            CSVError(.notUTF8, line: 2, field: 1, text: "\u{FFFD}")
        ),
    ])
    func `a bad row is told, and the next one is read`(_ example: BadCase) throws {
        var reader = try CSVReader(MemorySource(example.text))
        #expect(throws: example.error) { try reader.next() }
        #expect(try reader.next())
        #expect(reader.row.text(0) == "2")
        #expect(try !reader.next())
    }

    @Test func `an unclosed quote names the row that opens it`() throws {
        var reader = try CSVReader(MemorySource(Array("a,b\n1,2\n3,\"4\n5,6\n".utf8)))
        #expect(try reader.next())
        #expect(throws: CSVError(.unclosedQuote, line: 3, field: 1, text: "4\n5,6\n")) { try reader.next() }
        #expect(try !reader.next())
    }

    @Test(arguments: ["", "\n\r\n", "\u{FEFF}"])
    func `a file without a header is empty`(text: String) {
        #expect(throws: CSVError(.empty, line: 1)) { try CSVReader(MemorySource(Array(text.utf8))) }
    }

    @Test func `columns are found whatever their case and the space around them`() throws {
        let reader = try CSVReader(MemorySource(Array(" Date ,VALUE,date\n".utf8)))
        #expect(reader.header.names == ["Date", "VALUE", "date"])
        #expect(reader.header.columns(named: "value") == [1])
        #expect(reader.header.columns(named: "DATE") == [0, 2])
        #expect(reader.header.columns(named: "series").isEmpty)
    }
}
