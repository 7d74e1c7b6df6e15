import Exchange
import Foundation
import Sightline
import Statistics
import TestSupport
import Testing

/// Files, dates and numbers that nobody would write: never a crash, and never another answer than a plainer way of
/// reading gives.
struct FileFuzzTests {
    private static let dates = ["2024-02-29", "2024-13-01", "2024-02", "2024", "0001-01-01", "9999-12-31"]
    private static let numbers = [
        "0", "-12.5", "1e10", "1234567.89", ".5", "5.", "NA", "1.7976931348623157e308",
    ]
    private static let files = [
        "measure,unit,group,date,value\nfalls,RN1,,2024-01-01,3\nward-visits,South,a,Nov-24,4\n",
        "measure;unit;date;numerator;denominator\r\nseen-in-time;RN1;1/11/2024;3;10\r\n",
        "\"measure\",\"unit\",\"date\",\"value\",\"flags\"\n\"falls\",\"RN1\",2024-01-01,\"3\",provisional\n",
        "\u{FEFF}measure\tunit\tdate\tvalue\nfalls\tNorth\t2024-03\t1\n",
    ]

    @Test func `what is read as a day is written back as a day that reads the same`() throws {
        for input in FuzzInputs(Self.dates, seed: 1) {
            guard let day = Day(parsing: input) else { continue }
            #expect(Day(parsing: Array(day.description.utf8)) == day, "\(input)")
            let (year, month, date) = day.date
            #expect(Day(year: year, month: month, day: date) == day, "\(input)")
        }
    }

    @Test func `a number is what the standard library reads, or is refused`() {
        for input in FuzzInputs(Self.numbers, seed: 2) {
            let text = String(decoding: input, as: UTF8.self)
                .trimmingCharacters(in: CharacterSet(charactersIn: " \t"))
            switch NumberField(input) {
            case .number(let number): #expect(Double(text) == number, "\(input)")
            case .missing: #expect(text.isEmpty || text == "NA", "\(input)")
            case .tooLarge: #expect(Double(text).map { $0.isInfinite } ?? true, "\(input)")
            case .notFinite: #expect(Double(text).map { !$0.isFinite } ?? true, "\(input)")
            // What it refuses beyond that is written in ways that only a program would use.
            case .notANumber:
                #expect(Double(text) == nil || !text.utf8.allSatisfy(Self.plain.contains), "\(input)")
            }
        }
    }

    private static let plain = Set("0123456789+-.eE".utf8)

    @Test func `rows are the same, however little of the file is read at a time`() {
        for input in FuzzInputs(Self.files, seed: 3) {
            let whole = rows(of: input, bufferSize: 1 << 16)
            #expect(whole == rows(of: input, bufferSize: 3), "\(input)")
        }
    }

    /// Every row, or what is wrong with it.
    private func rows(of file: [UInt8], bufferSize: Int) -> [String] {
        var rows: [String] = []
        do {
            var reader = try CSVReader(MemorySource(file), bufferSize: bufferSize)
            rows.append("\(reader.header.names)")
            while true {
                do {
                    guard try reader.next() else { return rows }
                    rows.append("\(reader.row.line) \((0..<reader.row.count).map { reader.row.text($0) })")
                } catch {
                    rows.append("\(error)")
                }
            }
        } catch {
            return rows + ["\(error)"]
        }
    }

    @Test func `an import reads every row or says what is wrong with one`() {
        let samples = ImportSamples()
        for input in FuzzInputs(Self.files, seed: 4) {
            var reader = ImportReader(samples.directory, ImportRequest())
            let reading = reader.read(input)
            let read = reading.proposals.reduce(0) { $0 + $1.observations.count }
            #expect(read <= reading.rows, "\(input)")
            if read < reading.rows || reading.rows == 0 { #expect(!reading.problems.isEmpty, "\(input)") }
            for proposal in reading.proposals {
                let days = proposal.observations.days
                #expect(zip(days, days.dropFirst()).allSatisfy { $0 < $1 }, "\(input)")
            }
        }
    }
}
