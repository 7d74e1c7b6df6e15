import Exchange
import Statistics
import Testing

/// Rows that the quick way through a file and the thorough one must take, or refuse, alike.
struct TwoWaysTests {
    /// The answer by the way of a file in order, and by that of one whose series aren't.
    private func analyse(_ rows: String, header: String, _ chart: ChartKind) async throws -> [Analysed] {
        var request = AnalyseRequest()
        request.chart = chart
        request.report.listsPoints = true
        let good = header.contains("numerator") ? "2000,1,2" : "2000,1"
        let quick = "series,\(header)\n" + rows
        return [
            try await Analysed.run(quick, request),
            try await Analysed.run(quick + "b,\(good)\nA,\(good)\n", request),
        ]
    }

    @Test(arguments: [
        ("18446744073709551616", 18_446_744_073_709_551_616),
        ("1.8446744073709551616", 1.8446744073709551616),
        ("184467440737095516160", 184_467_440_737_095_516_160),
        ("36893488147419103232e-10", 3_689_348_814.7419103232),
    ])
    func `more digits than fit into a word are a number like any other`(
        text: String,
        value: Double
    ) async throws {
        for answer in try await analyse("a,2020,\(text)\n", header: "date,value", .run) {
            let rows = try #require(answer.report).split(separator: "\n").map { $0.split(separator: ",") }
            let row = try #require(rows.first { $0[0] == "a" })
            #expect(Double(row[2]) == value)
        }
    }

    @Test func `ten NUL bytes are no date`() async throws {
        let nul = String(repeating: "\0", count: 10)
        for answer in try await analyse("a,\(nul),1\n", header: "date,value", .run) {
            #expect(answer.problems?.map(\.reason) == [.notADate])
        }
    }

    @Test func `the first day of all is a date`() async throws {
        for answer in try await analyse("a,0001-01-01,1\n", header: "date,value", .run) {
            #expect(answer.report?.contains("a,0001-01-01,1,") == true)
        }
    }

    @Test(arguments: [ChartKind.p, .pPrime, .np, .u, .uPrime, .individuals, .iPrime, .run])
    func `a negative denominator beside nothing is a bad row`(chart: ChartKind) async throws {
        for answer in try await analyse("a,2020,,-4\n", header: "date,numerator,denominator", chart) {
            let problem = try #require(answer.problems?.first)
            #expect(problem.reason == .negative && problem.column == "denominator" && problem.text == "-4")
        }
    }

    @Test(arguments: [ChartKind.p, .pPrime, .np, .u, .uPrime])
    func `a negative count beside nothing is a bad row`(chart: ChartKind) async throws {
        for answer in try await analyse("a,2020,-5,\n", header: "date,numerator,denominator", chart) {
            let problem = try #require(answer.problems?.first)
            #expect(problem.reason == .negative && problem.column == "numerator" && problem.text == "-5")
        }
    }

    @Test func `a negative measurement beside nothing is missing`() async throws {
        for answer in try await analyse("a,2020,-5,\n", header: "date,numerator,denominator", .individuals) {
            #expect(answer.report?.contains("a,2020-01-01,,1,") == true)
        }
    }

    @Test func `a repeated date is quoted as the file writes it`() async throws {
        let answer = try await Analysed.run("date,value\n2020-01-01,1\n2020-02,3\n2020-01,2\n")
        let problem = try #require(answer.problems?.first)
        #expect(problem.description.hasPrefix("row 4, column date: \"2020-01\" is already on row 2"))
    }

    @Test func `names in a header are cut and cannot drive a terminal`() async throws {
        let long = String(repeating: "x", count: 5_000)
        let many = (0..<1_000).map { "c\($0)" }.joined(separator: ",")
        for header in ["date,\u{1B}[31mred", "date,\(long)", "date,\(many)"] {
            let answer = try await Analysed.run("\(header)\n2020,1\n")
            let said = try #require(answer.failure).description
            #expect(!said.contains("\u{1B}") && said.utf8.count < 500, "\(said)")
        }
        let answer = try await Analysed.run(
            "date,\u{1B}[31mvalue\n2020,x\n",
            {
                var request = AnalyseRequest()
                request.columns.value = "\u{1B}[31mvalue"
                return request
            }()
        )
        #expect(try #require(answer.problems?.first).description.contains("column \\u{1B}[31mvalue: "))
    }
}

extension Analysed {
    fileprivate var failure: AnalyseFailure? {
        if case .failure(let failure) = self { failure } else { nil }
    }

    fileprivate var problems: [RowProblem]? {
        if case .badRows(let problems) = failure { problems.first } else { nil }
    }
}
