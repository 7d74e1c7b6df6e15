import Statistics

/// The rows of one series, column by column; made once and used for one series after another.
struct SeriesRows {
    private(set) var days: [Day] = []
    /// Values or numerators; 0 where missing.
    private(set) var firsts: [Double] = []
    /// Empty for plain values.
    private(set) var denominators: [Double] = []
    /// Indices of rows without data, ascending.
    private(set) var missing: [Int] = []
    /// Whether each date is later than the one before it.
    private(set) var isAscending = true

    var count: Int { days.count }

    mutating func removeAll() {
        days.removeAll(keepingCapacity: true)
        firsts.removeAll(keepingCapacity: true)
        denominators.removeAll(keepingCapacity: true)
        missing.removeAll(keepingCapacity: true)
        isAscending = true
    }

    @inline(__always)
    mutating func append(_ day: Day, value: Double?) {
        if let last = days.last, day.number <= last.number { isAscending = false }
        if value == nil { missing.append(days.count) }
        days.append(day)
        firsts.append(value ?? 0)
    }

    @inline(__always)
    mutating func append(_ day: Day, numerator: Double?, denominator: Double) {
        append(day, value: numerator)
        denominators.append(denominator)
    }

    /// Puts rows in the order of their dates; rows of one date stay in their order.
    mutating func sort() {
        guard !isAscending else { return }
        let order = days.indices.sorted { (days[$0], $0) < (days[$1], $1) }
        var isMissing = [Bool](repeating: false, count: count)
        for index in missing { isMissing[index] = true }
        days = order.map { days[$0] }
        firsts = order.map { firsts[$0] }
        if !denominators.isEmpty { denominators = order.map { denominators[$0] } }
        missing = order.indices.filter { isMissing[order[$0]] }
        isAscending = zip(days, days.dropFirst()).allSatisfy { $0 < $1 }
    }

    /// The rows as a series of single points.
    ///
    /// They must ascend.
    func points() -> ChartInput {
        denominators.isEmpty
            ? ChartInput(.values(firsts), missing: missing)
            : ChartInput(.ratios(numerators: firsts, denominators: denominators), missing: missing)
    }

    /// The rows as subgroups of one date each, with those dates.
    ///
    /// They must be sorted.
    func subgroups() -> (days: [Day], input: ChartInput) {
        var (subgroupDays, subgroups): ([Day], [[Double]]) = ([], [])
        var missing = self.missing[...]
        for index in days.indices {
            if subgroupDays.last != days[index] {
                subgroupDays.append(days[index])
                subgroups.append([])
            }
            if missing.first == index {
                missing.removeFirst()
            } else {
                subgroups[subgroups.count - 1].append(firsts[index])
            }
        }
        let empty = subgroups.indices.filter { subgroups[$0].isEmpty }
        return (subgroupDays, ChartInput(.subgroups(subgroups), missing: empty))
    }
}
