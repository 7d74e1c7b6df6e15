import Markup
import Testing

struct CSVWriterTests {
    private func line(_ fields: String..., defusing: Bool = false) -> String {
        var csv = CSVWriter(lineEnd: .lf, defusesFormulas: defusing)
        for field in fields { csv.field(field) }
        csv.endRow()
        return String(decoding: csv.bytes, as: UTF8.self)
    }

    @Test func `fields are quoted only where they must be`() {
        #expect(
            line("a", "b c", "d,e", "say \"no\"", "two\nlines", "cr\r", "")
                == "a,b c,\"d,e\",\"say \"\"no\"\"\",\"two\nlines\",\"cr\r\",\n"
        )
    }

    @Test func `a row of one empty field isn't a blank line`() {
        #expect(line("") == "\"\"\n")
    }

    @Test func `numbers read back and missing ones are empty`() {
        var csv = CSVWriter(lineEnd: .crlf, defusesFormulas: true)
        csv.field(-0.1)
        csv.field(7)
        csv.field(nil as Double?)
        csv.field(nil as Int?)
        csv.field(Double.nan)
        csv.emptyField()
        csv.endRow()
        #expect(String(decoding: csv.bytes, as: UTF8.self) == "-0.1,7,,,,\r\n")
    }

    @Test(arguments: [
        ("=1+1", "'=1+1"), ("@SUM(A1)", "'@SUM(A1)"), ("+44 20", "'+44 20"), ("-2+3", "'-2+3"), ("-", "'-"),
        ("\tx", "'\tx"), ("\rx", "\"'\rx\""), ("=a,\"b\"", "\"'=a,\"\"b\"\"\""),
        ("-12.5", "-12.5"), ("+3", "+3"), ("-1.2.3", "'-1.2.3"), ("-.5", "'-.5"), ("a=b", "a=b"),
        ("12", "12"),
    ])
    func `formulas are defused and numbers left alone`(text: String, written: String) {
        #expect(line(text, defusing: true) == written + "\n")
        #expect(line("x", text, defusing: true) == "x,\(written)\n")
    }

    @Test func `without defusing a formula is text like any other`() {
        #expect(line("=1+1", "@x") == "=1+1,@x\n")
    }

    @Test func `a long file can be taken in pieces`() {
        var csv = CSVWriter(lineEnd: .lf, defusesFormulas: false)
        var whole: [UInt8] = []
        for number in 1...3 {
            csv.field(number)
            csv.field("x")
            csv.endRow()
            whole += csv.take()
        }
        #expect(String(decoding: whole, as: UTF8.self) == "1,x\n2,x\n3,x\n")
        #expect(csv.bytes.isEmpty)
    }
}
