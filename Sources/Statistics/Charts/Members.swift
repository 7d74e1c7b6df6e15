/// The points of one phase that limits and run rules are computed from: plotted and not excluded, without
/// holes.
struct Members {
    /// The index in the series of every member, ascending; nil where they are all points of ``range``.
    private(set) var positions: [Int]?
    /// The points of the phase.
    let range: Range<Int>
    /// Members that follow a point without data, counted from 0: their moving range is unknown.
    private(set) var gaps: [Int] = []
    let count: Int

    /// Sorts the points of a phase into members, holes and points to leave out.
    ///
    /// `unplotted` are indices without a value and make gaps; `excluded` are bridged over. Both ascend.
    init(of range: Range<Int>, unplotted: [Int], excluded: [Int]) {
        self.range = range
        guard !(unplotted.isEmpty && excluded.isEmpty) else {
            count = range.count
            return
        }
        var positions: [Int] = []
        positions.reserveCapacity(range.count)
        var holes = unplotted.drop { $0 < range.lowerBound }
        var omitted = excluded.drop { $0 < range.lowerBound }
        var follows = false
        for index in range {
            let isOmitted = omitted.first == index
            if isOmitted { omitted.removeFirst() }
            if holes.first == index {
                holes.removeFirst()
                follows = true
            } else if !isOmitted {
                if follows && !positions.isEmpty { gaps.append(positions.count) }
                follows = false
                positions.append(index)
            }
        }
        count = positions.count
        self.positions = positions
    }

    /// The entries of the first so many members in a column that has one entry for each point of the series.
    func column(_ column: [Double], first count: Int) -> ArraySlice<Double> {
        guard let positions else { return column[range.prefix(count)] }
        return positions.prefix(count).map { column[$0] }[...]
    }

    /// The entries of all members.
    func column(_ column: [Double]) -> ArraySlice<Double> { self.column(column, first: count) }

    /// Calls `body` with each range of the first so many members that no gap cuts, in order.
    @inline(__always)
    func forEachUncut(first count: Int, _ body: (Range<Int>) -> Void) {
        var start = 0
        for gap in gaps where gap < count {
            body(start..<gap)
            start = gap
        }
        if start < count { body(start..<count) }
    }
}
