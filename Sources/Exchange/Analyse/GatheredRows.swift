import Statistics

/// All rows of a file in memory, column by column, in any order: what it takes to sort them.
struct GatheredRows {
    /// By number of series; each name once.
    private var names: [[UInt8]] = []
    private var numbers: [[UInt8]: Int32] = [:]
    private var lastNumber: Int32 = 0

    private var series: [Int32] = []
    private var days: [Day] = []
    private var firsts: [Double] = []
    private var denominators: [Double] = []
    private var isMissing: [Bool] = []
    private var lines: [Int] = []

    private let hasDenominators: Bool

    init(hasDenominators: Bool) { self.hasDenominators = hasDenominators }

    var isEmpty: Bool { days.isEmpty }

    mutating func append(_ observation: Observation, name: [UInt8], line: Int) {
        series.append(number(of: name))
        days.append(observation.day)
        firsts.append(observation.first ?? 0)
        if hasDenominators { denominators.append(observation.denominator) }
        isMissing.append(observation.first == nil)
        lines.append(line)
    }

    private mutating func number(of name: [UInt8]) -> Int32 {
        // Rows of a series often stand together.
        if !names.isEmpty, names[Int(lastNumber)] == name { return lastNumber }
        if let number = numbers[name] {
            lastNumber = number
        } else {
            lastNumber = Int32(names.count)
            numbers[name] = lastNumber
            names.append(name)
        }
        return lastNumber
    }

    /// Rows in the order of the names of their series, then of their dates, then of the file.
    struct Order {
        fileprivate var rows: [Int]
        /// A name's number and where its rows stand in `rows`, in the order of the names.
        fileprivate var groups: [(number: Int, range: Range<Int>)]

        /// The number of series.
        var count: Int { groups.count }
    }

    func sorted() -> Order {
        let sortedNumbers = names.indices.sorted { names[$0].lexicographicallyPrecedes(names[$1]) }
        var counts = [Int](repeating: 0, count: names.count)
        for number in series { counts[Int(number)] += 1 }
        var starts = [Int](repeating: 0, count: names.count)
        var groups: [(number: Int, range: Range<Int>)] = []
        var start = 0
        for number in sortedNumbers {
            starts[number] = start
            groups.append((number, start..<start + counts[number]))
            start += counts[number]
        }
        var rows = [Int](repeating: 0, count: series.count)
        for (row, number) in series.enumerated() {
            rows[starts[Int(number)]] = row
            starts[Int(number)] += 1
        }
        for (_, range) in groups { sortByDay(&rows[range]) }
        return Order(rows: rows, groups: groups)
    }

    /// Sorts rows that are in the order of the file; those of one date stay in it.
    private func sortByDay(_ rows: inout ArraySlice<Int>) {
        // A date and a place in one number each: the sort needn't look anything up.
        let keys = rows.enumerated().map { place, row in Int(days[row].number) << 32 | place }
        guard zip(keys, keys.dropFirst()).contains(where: { $0 > $1 }) else { return }
        let unsorted = Array(rows)
        for (index, key) in zip(rows.indices, keys.sorted()) {
            rows[index] = unsorted[key & 0xFFFF_FFFF]
        }
    }

    /// Rows that repeat the date of an earlier row of their series, each with the lines of both.
    func repeats(in order: Order) -> [(line: Int, firstLine: Int)] {
        var repeats: [(line: Int, firstLine: Int)] = []
        for (_, range) in order.groups {
            var first: Int?
            for row in order.rows[range] {
                if let first, days[first] == days[row] {
                    repeats.append((lines[row], lines[first]))
                } else {
                    first = row
                }
            }
        }
        return repeats
    }

    /// Puts the rows of a series, counted from 0 in order of name, into `rows` and returns its name.
    ///
    /// - Parameter skipsRepeats: whether only the first row of each date is taken.
    func load(_ place: Int, of order: Order, skipsRepeats: Bool, into rows: inout SeriesRows) -> [UInt8] {
        let (number, range) = order.groups[place]
        rows.removeAll()
        for row in order.rows[range] where !(skipsRepeats && rows.days.last == days[row]) {
            let first = isMissing[row] ? nil : firsts[row]
            if hasDenominators {
                rows.append(days[row], numerator: first, denominator: denominators[row])
            } else {
                rows.append(days[row], value: first)
            }
        }
        return names[number]
    }
}
