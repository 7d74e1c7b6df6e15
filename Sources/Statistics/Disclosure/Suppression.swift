/// Decides which cells of a table are withheld so that no small one can be found out.
///
/// A small count is protected when, from everything that is shown and has been shown, by sums and differences, anyone (and
/// any one organisation, with its own numbers) can still think it any number of ``SuppressionRule/protection``. Of the cells that
/// would do, the smallest is withheld; parts come before totals. The same table always gives the same answer.
package enum Suppression {
    /// What becomes of each cell.
    ///
    /// Once withheld, always withheld. Where others knew a line of a total and its parts before, and it holds something
    /// withheld, its revised numbers are withheld as well: new sums beside old ones would give the difference away.
    package static func fates(of table: SuppressionTable, by rule: SuppressionRule) -> [SuppressionTable.Fate] {
        var search = Search(table, rule)
        guard search.withholdsAnything, rule.isComplementary else { return search.fates }
        search.run()
        return search.fates
    }

    private struct Search {
        let table: SuppressionTable
        let rule: SuppressionRule
        var fates: [SuppressionTable.Fate]
        /// Cells that nothing more can be done for.
        private var isLost: Set<Int> = []

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
            repeat { withholdRevisions() } while protectOne()
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
                let room = SuppressionRoom(table, isUnknown: isUnknown, count: count, floor: rule.floor)
                for cell in table.cells.indices where isAtRisk(cell, count) && !isLost.contains(cell) {
                    let value = table.cells[cell].counts[count]
                    let need = SuppressionRoom.Reach(
                        up: max(0, rule.protection.upperBound - value),
                        down: max(0, value - rule.protection.lowerBound)
                    )
                    guard !room.reach(of: cell).contains(need) else { continue }
                    let isBelow = !room.below[cell].contains(need)
                    if withholdOne(for: cell, count, need, isBelow: isBelow, room) { return true }
                    isLost.insert(cell)
                }
            }
            return false
        }

        /// Whether a count is small, others don't know it, and something about it is new.
        private func isAtRisk(_ cell: Int, _ count: Int) -> Bool {
            let past = table.cells[cell].past
            guard fates[cell] == .primary, !past.isKnown, rule.isSmall(table.cells[cell].counts[count]) else {
                return false
            }
            let lines = [table.cells[cell].total, table.parts[cell].isEmpty ? nil : cell].compactMap { $0 }
            return past.isRevised || lines.contains { !table.isOldLine($0) }
        }

        private mutating func withholdOne(
            for cell: Int,
            _ count: Int,
            _ need: SuppressionRoom.Reach,
            isBelow: Bool,
            _ room: SuppressionRoom
        ) -> Bool {
            if isBelow { return withholdPart(of: cell, but: cell, count, need, room) }
            var cell = cell
            while let total = table.cells[cell].total {
                if withholdPart(of: total, but: cell, count, need, room) { return true }
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

        /// Withholds the smallest part that is enough, or else the largest, with what it takes below it.
        private mutating func withholdPart(
            of total: Int,
            but own: Int,
            _ count: Int,
            _ need: SuppressionRoom.Reach,
            _ room: SuppressionRoom
        ) -> Bool {
            let candidates = table.parts[total].filter { part in
                part != own && canBeWithheld(part, count)
            }.sorted { (size($0), $0) < (size($1), $1) }
            let isEnough = { (part: Int) in table.cells[part].counts[count] - rule.floor >= need.up }
            if let part = candidates.first(where: isEnough) ?? candidates.last {
                fates[part] = .secondary
                return true
            }
            // All that can be withheld is: it may still be given away by its own parts.
            for part in table.parts[total]
            where part != own && fates[part] != .shown && !table.parts[part].isEmpty && !room.below[part].contains(need) {
                if withholdPart(of: part, but: part, count, need, room) { return true }
            }
            return false
        }

        private func canBeWithheld(_ cell: Int, _ count: Int) -> Bool {
            fates[cell] == .shown && !table.cells[cell].past.isKnown
                && table.cells[cell].counts[count] > rule.floor
        }

        /// What is lost with a cell.
        private func size(_ cell: Int) -> Double { table.cells[cell].counts.max() ?? 0 }
    }
}
