import Exchange
import Statistics
import Testing

/// Files made at random, read by the real thing in every way and by a reader too simple to be wrong.
struct RandomFileTests {
    /// A point as the report must list it.
    private struct Point: Comparable {
        var name: String
        var day: Day
        var value: Double?

        static func < (left: Point, right: Point) -> Bool {
            left.name == right.name
                ? left.day < right.day : left.name.utf8.lexicographicallyPrecedes(right.name.utf8)
        }
    }

    @Test(arguments: 0..<200)
    func `every row is listed or told to be bad`(seed: Int) async throws {
        let table = RandomTable(seed: UInt64(seed))
        let (points, badLines) = expectation(PlainReader(table.bytes))
        var request = AnalyseRequest()
        request.report.listsPoints = true
        request.chunkSize = [1, 5, 40, 1000, 1 << 20][seed % 5]
        request.threads = 1 + seed % 3

        switch try await Analysed.run(table.bytes, request) {
        case .failure(.badRows(let problems)):
            #expect(problems.count == badLines.count)
            #expect(problems.first.map(\.line) == Array(badLines.prefix(ProblemList.limit)))
        case .failure(.noRows): #expect(points.isEmpty && badLines.isEmpty)
        case .failure(let failure): Issue.record("\(failure)")
        case .report(let report, _):
            #expect(badLines.isEmpty)
            #expect(listed(report) == points)
        }

        request.skipsBadRows = true
        let lenient = try await Analysed.run(table.bytes, request)
        if case .report(let report, let notes) = lenient {
            #expect(notes.skipped.count == badLines.count)
            #expect(listed(report) == points)
        } else {
            #expect(points.isEmpty)
        }
    }

    @Test(arguments: 0..<40)
    func `chunks and threads make no difference`(seed: Int) async throws {
        let table = RandomTable(seed: UInt64(1_000 + seed))
        var request = AnalyseRequest()
        request.report = ReportForm(listsPoints: seed % 2 == 0, isJSON: seed % 3 == 0)
        let whole = try await Analysed.run(table.bytes, request)
        for chunkSize in [1, 2, 3, 7, 33, 200, 5_000] {
            for threads in 1...3 {
                request.chunkSize = chunkSize
                request.threads = threads
                #expect(try await Analysed.run(table.bytes, request) == whole)
            }
        }
    }

    /// The points and the lines of the bad rows.
    private func expectation(_ reader: PlainReader) -> (points: [Point], badLines: [Int]) {
        var points: [Point] = []
        var badLines: [Int] = []
        for row in reader.rows.dropFirst() {
            let fields = row.fields.map { String(decoding: $0, as: UTF8.self) }
            guard !row.isBad, let day = Day(fields[1]), let value = number(fields[3]),
                !points.contains(where: { $0.name == fields[0] && $0.day == day })
            else {
                badLines.append(row.line)
                continue
            }
            points.append(Point(name: fields[0], day: day, value: value))
        }
        return (points.sorted(), badLines)
    }

    /// Nil for text that is no number; a nil number for a missing one.
    private func number(_ text: String) -> Double?? {
        let text = text.drop { $0 == " " }.split(separator: " ").first.map(String.init) ?? ""
        if text.isEmpty || text == "NA" { return .some(nil) }
        guard text.utf8.allSatisfy({ "0123456789.e-".utf8.contains($0) }), let number = Double(text),
            number.magnitude < 1e100
        else { return nil }
        return .some(number)
    }

    private func listed(_ report: String) -> [Point] {
        PlainReader(Array(report.utf8)).rows.dropFirst().map { row in
            let fields = row.fields.map { String(decoding: $0, as: UTF8.self) }
            return Point(name: fields[0], day: Day(fields[1]) ?? .first, value: Double(fields[2]))
        }
    }
}
