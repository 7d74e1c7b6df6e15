/// Decides which cells of a table are withheld so that no small one can be found out.
///
/// A small count is protected when, from everything that is shown and has been shown, by sums and differences,
/// anyone (and any one organisation, with its own numbers) can still think it any number of
/// ``SuppressionRule/protection``. Of the cells that would do, the smallest is withheld; parts come before totals.
/// The same table always gives the same answer.
package enum Suppression {
    /// What becomes of each cell.
    ///
    /// Once withheld, always withheld. Where others knew a line of a total and its parts before, and it holds
    /// something withheld, its revised numbers are withheld as well: new sums beside old ones would give the
    /// difference away.
    package static func fates(of table: SuppressionTable, by rule: SuppressionRule) -> [SuppressionTable.Fate]
    {
        var search = Search(table, rule)
        guard search.withholdsAnything, rule.isComplementary else { return search.fates }
        search.run()
        return search.fates
    }

    private struct Search {
        let table: SuppressionTable
        let rule: SuppressionRule
        var fates: [SuppressionTable.Fate]
        /// Small counts that nothing more can be done for.
        private var lost: Set<Risk> = []
        private var isWary = false

        private struct Risk: Hashable {
            var cell: Int
            var count: Int
        }

        init(_ table: SuppressionTable, _ rule: SuppressionRule) {
            self.table = table
            self.rule = rule
            fates = table.cells.map { cell in
                if cell.counts.contains(where: rule.isSmall) { return .primary }
                return cell.past.isWithheld ? .secondary : .shown
            }
        }

        var withholdsAnything: Bool { fates.contains { $0 != .shown } }

        mutating func run() {
            for isWary in [false, true] {
                self.isWary = isWary
                lost = []
                repeat { withholdRevisions() } while protectOne()
            }
        }

        /// Whether others can't know a cell's numbers.
        private var isUnknown: [Bool] {
            table.cells.indices.map { fates[$0] != .shown && !table.cells[$0].past.isKnown }
        }

        private mutating func withholdRevisions() {
            var isChanged = true
            while isChanged {
                isChanged = false
                for total in table.cells.indices where table.isOldLine(total) {
                    let line = [total] + table.parts[total]
                    guard line.contains(where: { fates[$0] != .shown }) else { continue }
                    for cell in line where fates[cell] == .shown && table.cells[cell].past.isRevised {
                        fates[cell] = .secondary
                        isChanged = true
                    }
                }
            }
        }

        /// Withholds one more cell for the first small one that isn't safe; false where all are, or can't be.
        private mutating func protectOne() -> Bool {
            let isUnknown = isUnknown
            guard let counts = table.cells.first?.counts.indices else { return false }
            for count in counts {
                let room = SuppressionRoom(
                    table,
                    by: rule,
                    isUnknown: isUnknown,
                    count: count,
                    isWary: isWary
                )
                for cell in table.cells.indices where isAtRisk(cell, count) {
                    let value = table.cells[cell].counts[count]
                    let need = SuppressionRoom.Reach(
                        up: max(0, rule.protection.upperBound - value),
                        down: max(0, value - rule.protection.lowerBound)
                    )
                    let risk = Risk(cell: cell, count: count)
                    guard !room.reach(of: cell).contains(need), !lost.contains(risk) else { continue }
                    if withholdOne(for: cell, count, need, room) || withholdTree(of: cell, count, need) {
                        return true
                    }
                    lost.insert(risk)
                }
            }
            return false
        }

        /// Whether a count is small, and others don't know it.
        private func isAtRisk(_ cell: Int, _ count: Int) -> Bool {
            fates[cell] == .primary && !table.cells[cell].past.isKnown
                && rule.isSmall(table.cells[cell].counts[count])
        }

        private mutating func withholdOne(
            for cell: Int,
            _ count: Int,
            _ need: SuppressionRoom.Reach,
            _ room: SuppressionRoom
        ) -> Bool {
            let isBelow = !room.below[cell].contains(need)
            if isBelow, withholdPart(of: cell, but: cell, count, need, room) { return true }
            guard !room.above[cell].contains(need) else { return false }
            // What one part is more, the others are less.
            let others = SuppressionRoom.Reach(up: need.down, down: need.up)
            var cell = cell
            while let total = table.cells[cell].total {
                if withholdPart(of: total, but: cell, count, others, room) { return true }
                if fates[total] == .shown {
                    guard !table.cells[total].past.isKnown else { return false }
                    fates[total] = .secondary
                    return true
                }
                // What others know of a total is the end of the line.
                guard !table.cells[total].past.isKnown else { return false }
                cell = total
            }
            return false
        }

        /// The last resort: withholds all that hangs together with a cell, where that makes it safe; what nothing
        /// makes safe can be worked out by those who know a part of it themselves.
        private mutating func withholdTree(of cell: Int, _ count: Int, _ need: SuppressionRoom.Reach) -> Bool
        {
            let top = top(of: cell)
            let tree = table.cells.indices.filter { canBeWithheld($0) && self.top(of: $0) == top }
            guard !tree.isEmpty else { return false }
            var isUnknown = isUnknown
            for other in tree { isUnknown[other] = true }
            let room = SuppressionRoom(table, by: rule, isUnknown: isUnknown, count: count, isWary: isWary)
            guard room.reach(of: cell).contains(need) else { return false }
            for other in tree { fates[other] = .secondary }
            return true
        }

        private func top(of cell: Int) -> Int {
            var top = cell
            while let total = table.cells[top].total { top = total }
            return top
        }

        /// For parts that must be able to move so far: withholds the smallest that is enough, or else the largest,
        /// with what it takes below it.
        private mutating func withholdPart(
            of total: Int,
            but own: Int,
            _ count: Int,
            _ need: SuppressionRoom.Reach,
            _ room: SuppressionRoom
        ) -> Bool {
            let candidates = table.parts[total].filter { $0 != own && canBeWithheld($0) }
                .sorted { (size($0), $0) < (size($1), $1) }
            let spares = candidates.map { table.spare(of: $0, count, rule) }
            let most = spares.indices.max { (spares[$0], $1) < (spares[$1], $0) }
            if let best = spares.firstIndex(where: { $0 >= need.down }) ?? most,
                need.down == 0 || spares[best] > 0
            {
                fates[candidates[best]] = .secondary
                return true
            }
            // All that can be withheld is: it may still be given away by its own parts.
            for part in table.parts[total]
            where part != own && fates[part] != .shown && !table.parts[part].isEmpty
                && !room.below[part].contains(need)
            {
                if withholdPart(of: part, but: part, count, need, room) { return true }
            }
            return false
        }

        /// Whether it would help: it isn't known, and not nothing, which would have been shown.
        private func canBeWithheld(_ cell: Int) -> Bool {
            fates[cell] == .shown && !table.cells[cell].past.isKnown && size(cell) >= rule.floor
        }

        /// What is lost with a cell.
        private func size(_ cell: Int) -> Double { table.cells[cell].counts.max() ?? 0 }
    }
}
