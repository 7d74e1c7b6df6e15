import Statistics

/// Someone who has kept every table that was shown, knows the rule and that totals are sums, and perhaps the
/// numbers of one organisation; and who guesses rightly that a number which wasn't revised is the same as before.
struct Attacker {
    private let tables: PublishedTables
    /// Whose numbers the attacker knows anyway.
    private let holder: Int?
    /// Whether the newest table is taken as if nothing new in it had been shown: what can still be found out then
    /// could not have been kept from anyone.
    private let isBlindNow: Bool

    /// A withheld number: a unit's, in one of its states.
    private struct Name: Hashable {
        var unit: Int
        var value: PublishedTables.Value
    }

    init(_ tables: PublishedTables, knowing holder: Int?, isBlindNow: Bool = false) {
        self.tables = tables
        self.holder = holder
        self.isBlindNow = isBlindNow
    }

    /// The small numbers of the newest table that the attacker can tell better than the rule promises, in words.
    func findings() -> [String] {
        guard let newest = tables.states.last else { return [] }
        var unknowns: [Name: Int] = [:]
        let program = program(&unknowns)
        var findings: [String] = []
        for (index, unit) in newest.units.enumerated() where newest.fates[index] == .primary {
            let value = newest.values[index]
            guard let place = unknowns[Name(unit: unit, value: value)] else { continue }
            var forms: [(Int, [Int: Double])] = [(value.has, [2 * place: 1])]
            if tables.world.countsShares {
                forms.append((value.hasNot, [2 * place + 1: 1]))
                forms.append((value.has + value.hasNot, [2 * place: 1, 2 * place + 1: 1]))
            }
            for (count, form) in forms where tables.rule.isSmall(Double(count)) {
                guard let range = program.range(of: form) else { return ["contradiction"] }
                let promise = tables.rule.protection
                if range.lowerBound > promise.lowerBound + 1e-6
                    || range.upperBound < promise.upperBound - 1e-6
                {
                    findings.append(
                        "unit \(unit), which has \(count), lies in \(range), seen by \(holder ?? -1)"
                    )
                }
            }
        }
        return findings
    }

    /// All that is known, as equations over two variables an unknown: how many, and how many not.
    private func program(_ unknowns: inout [Name: Int]) -> LinearProgram {
        var lines: [(whole: Name, parts: [Name], rest: Bool)] = []
        for state in tables.states {
            let names = zip(state.units, state.values).map { Name(unit: $0, value: $1) }
            for total in names.indices {
                let parts = names.indices.filter { state.table.cells[$0].total == total }
                guard !parts.isEmpty else { continue }
                let has = parts.reduce(0) { $0 + state.values[$1].has }
                let hasNot = parts.reduce(0) { $0 + state.values[$1].hasNot }
                let isWhole = has == state.values[total].has && hasNot == state.values[total].hasNot
                lines.append((names[total], parts.map { names[$0] }, !isWhole))
            }
            for name in names where !isKnown(name) && unknowns[name] == nil {
                unknowns[name] = unknowns.count
            }
        }
        let isCount = !tables.world.countsShares
        let rests = lines.count { $0.rest }
        let slack = unknowns.count * 2
        var program = LinearProgram(count: slack + 2 * rests + unknowns.count)
        var rest = slack
        for line in lines {
            for side in 0...(isCount ? 0 : 1) {
                var coefficients: [Int: Double] = [:]
                var sum = 0.0
                for (name, sign) in [(line.whole, 1.0)] + line.parts.map({ ($0, -1.0) }) {
                    if let place = unknowns[name] {
                        coefficients[2 * place + side, default: 0] += sign
                    } else {
                        sum -= sign * Double(side == 0 ? name.value.has : name.value.hasNot)
                    }
                }
                if line.rest {
                    coefficients[rest] = -1
                    rest += 1
                }
                if !coefficients.isEmpty { program.require(coefficients, is: sum) }
            }
        }
        // Whoever is withheld for the first time is at least one, where none would have been shown.
        for (name, place) in unknowns where !wasWithheld(name) {
            let surplus = slack + 2 * rests + place
            let sides = isCount ? [2 * place: 1.0] : [2 * place: 1.0, 2 * place + 1: 1.0]
            program.require(sides.merging([surplus: -1]) { $1 }, is: tables.rule.floor)
        }
        return program
    }

    /// Whether the unit was withheld before it had these numbers, so that any number of it would be.
    private func wasWithheld(_ name: Name) -> Bool {
        for state in tables.states {
            guard let place = state.units.firstIndex(of: name.unit), state.values[place] == name.value else {
                continue
            }
            return state.table.cells[place].past.isWithheld
        }
        return false
    }

    private func isKnown(_ name: Name) -> Bool {
        if holder == tables.world.holders[name.unit] { return true }
        // Nothing at all is always shown, by a rule that shows it.
        if Double(name.value.has + name.value.hasNot) < tables.rule.floor,
            tables.shown[name.unit]?.contains(name.value) ?? false
        {
            return true
        }
        guard isBlindNow else { return tables.shown[name.unit]?.contains(name.value) ?? false }
        return tables.states.dropLast().contains { state in
            zip(state.units, zip(state.values, state.fates)).contains {
                $0 == name.unit && $1.0 == name.value && $1.1 == .shown
            }
        }
    }
}
