/// The cells of one period that share totals: a forest in which a cell is the total of those below it.
package struct SuppressionTable: Sendable {
    /// The counts of one unit (and, where split, one group) in one period.
    package struct Cell: Sendable {
        /// Those that must not be found out, the same number in every cell: a count; or how many, out of how many,
        /// and the difference of both.
        package var counts: [Double]
        /// The index of the cell that it is a part of, which is smaller than its own; nil where there is none.
        package var total: Int?
        /// Who knows it anyway; those with the same number know each other's.
        package var holder: Int
        /// What was done with it when the period was last shown.
        package var past: Past

        package init(counts: [Double], total: Int? = nil, holder: Int, past: Past = .none) {
            self.counts = counts
            self.total = total
            self.holder = holder
            self.past = past
        }
    }

    /// What others have seen of a cell before.
    package struct Past: Equatable, Sendable {
        /// It has been there before.
        package var isThere: Bool
        /// It was withheld, and stays so.
        package var isWithheld: Bool
        /// Its numbers are others than those it last had.
        package var isRevised: Bool
        /// The numbers that it has now have been shown.
        package var isKnown: Bool

        package init(isThere: Bool, isWithheld: Bool, isRevised: Bool, isKnown: Bool) {
            self.isThere = isThere
            self.isWithheld = isWithheld
            self.isRevised = isRevised
            self.isKnown = isKnown
        }

        /// Never seen by anyone.
        package static let none = Past(
            isThere: false,
            isWithheld: false,
            isRevised: true,
            isKnown: false
        )
    }

    /// What becomes of a cell.
    package enum Fate: UInt8, Sendable {
        case shown
        /// Withheld because it is small.
        case primary
        /// Withheld because a small one could be worked out from it, or because it was withheld before.
        case secondary
    }

    package let cells: [Cell]
    let parts: [[Int]]

    package init(_ cells: [Cell]) {
        self.cells = cells
        var parts: [[Int]] = Array(repeating: [], count: cells.count)
        for (index, cell) in cells.enumerated() {
            if let total = cell.total { parts[total].append(index) }
        }
        self.parts = parts
    }

    /// What of a total its parts don't account for, by count; below 0 where they are more than it.
    func rest(of total: Int, _ count: Int) -> Double {
        cells[total].counts[count] - parts[total].reduce(0) { $0 + cells[$1].counts[count] }
    }

    /// The least that a count of a withheld cell can be.
    ///
    /// Where how many out of how many is counted, only the whole must be something.
    func floor(of cell: Int, _ count: Int, _ rule: SuppressionRule) -> Double {
        let counts = cells[cell].counts
        return switch (counts.count, count) {
        case (2, 0): 0
        case (3, 0): max(0, rule.floor - counts[2])
        case (3, 2): max(0, rule.floor - counts[0])
        default: rule.floor
        }
    }

    /// By how much less a count of a withheld cell could be.
    func spare(of cell: Int, _ count: Int, _ rule: SuppressionRule) -> Double {
        max(0, cells[cell].counts[count] - floor(of: cell, count, rule))
    }

    /// Whether others have reckoned with a line before: a total and parts of it were there together, or something
    /// of it was withheld.
    func isOldLine(_ total: Int) -> Bool {
        let past = cells[total].past
        return past.isWithheld
            || parts[total].contains { part in
                let past = cells[part].past
                return past.isWithheld || past.isThere && cells[total].past.isThere
            }
    }

    /// Whether anything on a line has changed since.
    func isRevisedLine(_ total: Int) -> Bool {
        cells[total].past.isRevised || parts[total].contains { cells[$0].past.isRevised }
    }
}
