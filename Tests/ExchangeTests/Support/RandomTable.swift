import Statistics

/// A CSV file made at random: often in order, sometimes with everything in it that a file should not have.
struct RandomTable {
    private(set) var bytes: [UInt8] = []
    private var random: SplitMix
    private let isCRLF: Bool
    private let isMessy: Bool

    private static let names = ["", "a", "aa", "b", "b c", "c,d", "e\"f", "g", "h\r", "é", "日本", "z|z"]
    private static let numbers = [
        "1", "-2.5", "30.25", "1e2", "NA", "", "0", "123456.789012345678", "5", "6", "7", " 8 ",
    ]
    private static let faults = [
        "x", "inf", "1\"2", "\"1", "1,2", "\"1\"2", "\n", "2020-13-01", "\0", "1e999", "\"a\nb\"", "\r",
    ]

    init(seed: UInt64) {
        random = SplitMix(seed: seed)
        isCRLF = random.oneIn(3)
        isMessy = random.oneIn(2)
        if random.oneIn(4) { bytes += [0xEF, 0xBB, 0xBF] }
        append("series,date,note,value")
        endLine()
        let isShuffled = random.oneIn(4)
        let names =
            isShuffled
            ? Self.names.shuffled(using: &random)
            : Self.names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        for name in names where !random.oneIn(3) { appendSeries(name) }
        if random.oneIn(3), let last = bytes.last, last == UInt8(ascii: "\n") { bytes.removeLast() }
    }

    private mutating func appendSeries(_ name: String) {
        var number: Int32 = 18_000
        for _ in 0..<Int.random(in: 1...30, using: &random) {
            number += Int32(random.oneIn(40) ? 0 : Int.random(in: 1...40, using: &random))
            guard let day = Day(number: number) else { continue }
            let note =
                random.oneIn(60) ? String(repeating: "long ", count: 300) : random.oneIn(5) ? "a, b" : "n"
            let value =
                random.oneIn(2)
                ? decimal() : Self.numbers[Int.random(in: 0..<Self.numbers.count, using: &random)]
            for (place, field) in [name, day.description, note, value].enumerated() {
                if place > 0 { append(",") }
                if isMessy, random.oneIn(150) {
                    append(Self.faults[Int.random(in: 0..<Self.faults.count, using: &random)])
                } else if isMessy, random.oneIn(600) {
                    bytes.append(0xE9)
                } else {
                    append(field: field)
                }
            }
            endLine()
            if random.oneIn(30) { endLine() }
        }
    }

    /// One to eighteen digits, with a point anywhere among them or none.
    private mutating func decimal() -> String {
        let digits = (0..<Int.random(in: 1...18, using: &random)).map { _ in
            String(Int.random(in: 0...9, using: &random))
        }
        let whole = Int.random(in: 0...digits.count, using: &random)
        let point = whole == digits.count && random.oneIn(2) ? "" : "."
        return (random.oneIn(4) ? "-" : "") + digits[..<whole].joined() + point + digits[whole...].joined()
    }

    private mutating func append(field: String) {
        let mustQuote = field.utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
        guard mustQuote || random.oneIn(6) else { return append(field) }
        append(
            "\"" + field.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
                + "\""
        )
    }

    private mutating func append(_ text: String) { bytes += Array(text.utf8) }

    private mutating func endLine() { append(isCRLF || (isMessy && random.oneIn(20)) ? "\r\n" : "\n") }
}
