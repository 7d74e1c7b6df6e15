/// How far withheld cells could lie from what they are, as far as anyone can tell from the others.
///
/// The cells are edges of a forest and amounts flow along them: what one cell is more, its withheld neighbours
/// under the same total are less, or the total, if it is withheld, is more. In a forest the greatest such flow is a
/// sum over lines. Where several organisations stand on a line, one of them may be the one who asks, and knows its
/// own: to be wary of that, the largest contribution of any one other organisation is not counted.
struct SuppressionRoom {
    /// Up and down, by cell: as far as the parts of the cell allow.
    private(set) var below: [Reach]
    /// The same, as far as the total that it belongs to allows.
    private(set) var above: [Reach]

    /// How much a cell could be more, and less.
    struct Reach {
        var up: Double
        var down: Double
        static let free = Reach(up: unlimited, down: unlimited)
        static let none = Reach(up: 0, down: 0)

        func contains(_ need: Reach) -> Bool { up >= need.up && down >= need.down }
    }

    /// More than any count; finite, so that it can be subtracted.
    static let unlimited = 1e15

    private let table: SuppressionTable
    private let isUnknown: [Bool]
    private let count: Int
    private let rule: SuppressionRule
    private let isWary: Bool

    /// - Parameters:
    ///   - isUnknown: by cell, whether others can't know its numbers.
    ///   - count: which of the counts of each cell.
    ///   - isWary: whether any one organisation may ask.
    init(
        _ table: SuppressionTable,
        by rule: SuppressionRule,
        isUnknown: [Bool],
        count: Int,
        isWary: Bool
    ) {
        self.table = table
        self.isUnknown = isUnknown
        self.count = count
        self.rule = rule
        self.isWary = isWary
        below = Array(repeating: .free, count: table.cells.count)
        above = below
        for cell in table.cells.indices.reversed() where !table.parts[cell].isEmpty {
            below[cell] = reachOfParts(of: cell)
        }
        for cell in table.cells.indices where !table.parts[cell].isEmpty { spread(from: cell) }
    }

    /// What both sides of a cell allow.
    func reach(of cell: Int) -> Reach {
        Reach(up: min(below[cell].up, above[cell].up), down: min(below[cell].down, above[cell].down))
    }

    /// How far a part could move if only its own parts are asked.
    private func reach(ofPart part: Int, under total: Int) -> Reach {
        guard isUnknown[part], counts(part, under: total) else { return .none }
        let spare = table.spare(of: part, count, rule)
        return Reach(up: below[part].up, down: min(spare, below[part].down))
    }

    /// A cell that hasn't changed on a line that has: what others knew of the line before ties it down.
    private func counts(_ cell: Int, under total: Int) -> Bool {
        !table.isOldLine(total) || !table.isRevisedLine(total) || table.cells[cell].past.isRevised
    }

    private func reachOfParts(of total: Int) -> Reach {
        let rest = table.rest(of: total, count)
        guard rest >= 0 else { return .free }
        var sums = Sums()
        for part in table.parts[total] {
            sums.add(reach(ofPart: part, under: total), holder: table.cells[part].holder)
        }
        var reach = sums.reach(without: .none, and: sums.largest(isWary)(table.cells[total].holder))
        reach.up += rest > 0 ? Self.unlimited : 0
        reach.down += rest
        return reach
    }

    /// Reckons for the parts of a total what the others and the total itself allow.
    private mutating func spread(from total: Int) {
        let rest = table.rest(of: total, count)
        guard rest >= 0 else { return }
        var sums = Sums()
        // A part that is more makes the others less, and the other way round.
        for part in table.parts[total] {
            let own = reach(ofPart: part, under: total)
            sums.add(Reach(up: own.down, down: own.up), holder: table.cells[part].holder)
        }
        if isUnknown[total], counts(total, under: total) {
            let spare = table.spare(of: total, count, rule)
            sums.add(
                Reach(up: above[total].up, down: min(spare, above[total].down)),
                holder: table.cells[total].holder
            )
        }
        let largest = sums.largest(isWary)
        for part in table.parts[total] {
            let own = reach(ofPart: part, under: total)
            above[part] = sums.reach(
                without: Reach(up: own.down, down: own.up),
                and: largest(table.cells[part].holder)
            )
            above[part].up += rest
            above[part].down += rest > 0 ? Self.unlimited : 0
        }
    }

    /// Contributions to a line, by who knows them.
    private struct Sums {
        private var total = Reach.none
        private var byHolder: [Int: Reach] = [:]

        mutating func add(_ reach: Reach, holder: Int) {
            total.up += reach.up
            total.down += reach.down
            byHolder[holder, default: .none].up += reach.up
            byHolder[holder, default: .none].down += reach.down
        }

        /// The most that any one holder contributes but a given one; nothing for those who aren't wary.
        func largest(_ isWary: Bool) -> (Int) -> Reach {
            guard isWary else { return { _ in .none } }
            let up = Self.two(byHolder.mapValues(\.up))
            let down = Self.two(byHolder.mapValues(\.down))
            return { holder in
                Reach(
                    up: up.holder == holder ? up.second : up.first,
                    down: down.holder == holder ? down.second : down.first
                )
            }
        }

        /// All but one cell's own, and but the most of others.
        func reach(without own: Reach, and most: Reach) -> Reach {
            Reach(
                up: max(0, total.up - own.up - most.up),
                down: max(0, total.down - own.down - most.down)
            )
        }

        /// The largest with its holder, and the largest of all others.
        private static func two(_ sums: [Int: Double]) -> (holder: Int, first: Double, second: Double) {
            var (holder, first, second) = (-1, 0.0, 0.0)
            for (other, sum) in sums {
                if sum > first {
                    (holder, first, second) = (other, sum, first)
                } else {
                    second = max(second, sum)
                }
            }
            return (holder, first, second)
        }
    }
}
