import Statistics
import Storage

/// The series of a measure in one version of its definition, which stand in each other's totals.
struct OutsideFamily {
    let rule: SuppressionRule
    let tree: UnitTree
    let series: [Series]
    let observations: [Series.ID: Observations]
    var records: [Series.ID: OutsideRecord]

    /// One series in one period.
    private struct Member {
        var series: Series
        var pair: OutsideRecord.Pair
        var past: SuppressionTable.Past
    }

    /// Decides anew what others may see of every period in which something has changed.
    mutating func settle() {
        var periods: [Day: [Member]] = [:]
        for series in series {
            guard let observations = observations[series.id] else { continue }
            let record = records[series.id] ?? OutsideRecord()
            var days = Set<Day>()
            for index in observations.indices {
                guard let pair = observations.pair(at: index) else { continue }
                let day = observations.days[index]
                days.insert(day)
                let member = Member(series: series, pair: pair, past: record.past(day, pair))
                periods[day, default: []].append(member)
            }
            for (day, entry) in record.entries where entry.last != nil && !days.contains(day) {
                records[series.id]?.entries[day]?.last = nil
            }
        }
        for (day, members) in periods where members.contains(where: { needsDecision($0) }) {
            settle(day, members)
        }
    }

    /// A period is looked at anew where a number in it has changed, or the rule would now call one small.
    private func needsDecision(_ member: Member) -> Bool {
        let past = member.past
        let isShare = member.pair.denominator.map { member.pair.numerator <= $0 } ?? false
        return past.isRevised
            || !past.isWithheld
                && Self.counts(of: member.pair, isShare: isShare).contains(where: rule.isSmall)
    }

    private mutating func settle(_ day: Day, _ members: [Member]) {
        let groups = Dictionary(grouping: members, by: \.series.key.group)
        var fates: [Series.ID: SuppressionTable.Fate] = [:]
        for group in groups.values {
            let (table, order) = table(of: group)
            for (member, fate) in zip(order, Suppression.fates(of: table, by: rule)) {
                fates[member.series.id] = fate
            }
        }
        // A split beside its whole is shown only where nothing of both is withheld.
        if let whole = groups[""], groups.count > 1 {
            let split = members.filter { !$0.series.key.group.isEmpty }
            if (whole + split).contains(where: { fates[$0.series.id] != .shown }) {
                for member in split where fates[member.series.id] == .shown {
                    fates[member.series.id] = .secondary
                }
            }
        }
        for member in members {
            let fate = fates[member.series.id] ?? .secondary
            records[member.series.id, default: OutsideRecord()].settle(day, member.pair, fate)
        }
    }

    /// The table of one group: units from the top down, each part of the next one above that has numbers.
    private func table(of members: [Member]) -> (SuppressionTable, [Member]) {
        let order = members.sorted {
            (tree.depth(of: $0.series.key.unit) ?? 0, $0.series.id)
                < (tree.depth(of: $1.series.key.unit) ?? 0, $1.series.id)
        }
        var places: [Unit.ID: Int] = [:]
        for (index, member) in order.enumerated() { places[member.series.key.unit] = index }
        let isShare = order.allSatisfy { member in
            member.pair.denominator.map { member.pair.numerator <= $0 } ?? false
        }
        var holders: [Unit.ID: Int] = [:]
        let cells = order.map { member -> SuppressionTable.Cell in
            let unit = member.series.key.unit
            let holder = holders[tree.holder(of: unit)] ?? holders.count
            holders[tree.holder(of: unit)] = holder
            return SuppressionTable.Cell(
                counts: Self.counts(of: member.pair, isShare: isShare),
                total: tree.ancestors(of: unit).lazy.compactMap { places[$0.id] }.last,
                holder: holder,
                past: member.past
            )
        }
        return (SuppressionTable(cells), order)
    }

    /// What of a period must not be found out: how many, out of how many, and how many not.
    private static func counts(of pair: OutsideRecord.Pair, isShare: Bool) -> [Double] {
        guard let denominator = pair.denominator else { return [pair.numerator] }
        let counts = [pair.numerator, denominator]
        return isShare ? counts + [denominator - pair.numerator] : counts
    }
}

extension UnitTree {
    /// The organisation that a unit is or lies in; the unit itself where there is none.
    func holder(of unit: Unit.ID) -> Unit.ID {
        if self[unit]?.kind == .organisation { return unit }
        return ancestors(of: unit).last { $0.kind == .organisation }?.id ?? unit
    }
}
