import Statistics

/// The tables of one period as they were shown, edition after edition.
struct PublishedTables {
    /// What is there of a unit at one time: how many, and how many not; the second is nothing where only events are
    /// counted.
    struct Value: Hashable {
        var has: Int
        var hasNot: Int
    }

    /// A table as it stood: the units that had numbers, which of the world's units they are, and what became of each.
    struct State {
        var units: [Int]
        var values: [Value]
        var table: SuppressionTable
        var fates: [SuppressionTable.Fate]
    }

    let world: RandomCommunity
    let rule: SuppressionRule
    private(set) var states: [State] = []
    private var withheld: Set<Int> = []
    private var last: [Int: Value] = [:]
    private(set) var shown: [Int: Set<Value>] = [:]

    init(_ world: RandomCommunity, _ rule: SuppressionRule) {
        self.world = world
        self.rule = rule
    }

    /// Shows the world as it is now.
    mutating func publish(_ values: [Value?]) {
        let units = values.indices.filter { values[$0] != nil }
        let present = units.compactMap { values[$0] }
        let places = Dictionary(uniqueKeysWithValues: units.enumerated().map { ($1, $0) })
        let cells = zip(units, present).map { unit, value in
            SuppressionTable.Cell(
                counts: counts(of: value),
                total: world.ancestors(of: unit).lazy.compactMap { places[$0] }.first,
                holder: world.holders[unit],
                past: SuppressionTable.Past(
                    isThere: last[unit] != nil,
                    isWithheld: withheld.contains(unit),
                    isRevised: last[unit] != value,
                    isKnown: shown[unit]?.contains(value) ?? false
                )
            )
        }
        let table = SuppressionTable(cells)
        let fates = Suppression.fates(of: table, by: rule)
        for (index, unit) in units.enumerated() {
            last[unit] = present[index]
            if fates[index] == .shown {
                shown[unit, default: []].insert(present[index])
            } else {
                withheld.insert(unit)
            }
        }
        states.append(State(units: units, values: present, table: table, fates: fates))
    }

    private func counts(of value: Value) -> [Double] {
        let has = Double(value.has)
        return world.countsShares
            ? [has, Double(value.has + value.hasNot), Double(value.hasNot)] : [has]
    }
}

/// A tree of units with numbers, at random.
struct RandomCommunity {
    /// By unit; each is larger than its own.
    private(set) var parents: [Int?] = [nil]
    private(set) var holders: [Int] = [0]
    /// Whether how many out of how many is counted, or events.
    let countsShares: Bool
    private var rests: [Int: PublishedTables.Value] = [:]
    private var leaves: [Int: PublishedTables.Value] = [:]
    private(set) var isThere: [Bool]

    init(using random: inout some RandomNumberGenerator) {
        countsShares = Bool.random(using: &random)
        let hasPlaces = Bool.random(using: &random)
        var units = hasPlaces ? (0..<Int.random(in: 1...3, using: &random)).map { _ in 0 } : []
        for parent in units { parents.append(parent) }
        holders = Array(parents.indices)
        let tops = hasPlaces ? Array(parents.indices.dropFirst()) : [0]
        for top in tops {
            for _ in 0..<Int.random(in: 1...(hasPlaces ? 3 : 5), using: &random) {
                let organisation = parents.count
                parents.append(top)
                holders.append(organisation)
                guard Int.random(in: 0..<3, using: &random) == 0 else { continue }
                for _ in 0..<Int.random(in: 1...3, using: &random) {
                    parents.append(organisation)
                    holders.append(organisation)
                }
            }
        }
        units = Array(parents.indices)
        isThere = units.map { _ in true }
        let totals = Set(parents.compactMap { $0 })
        for unit in units {
            if totals.contains(unit) {
                let hasRest = Int.random(in: 0..<8, using: &random) == 0
                rests[unit] = hasRest ? Self.value(countsShares, using: &random) : .init(has: 0, hasNot: 0)
                if Int.random(in: 0..<6, using: &random) == 0 { isThere[unit] = false }
            } else {
                leaves[unit] = Self.value(countsShares, using: &random)
                if Int.random(in: 0..<6, using: &random) == 0 { isThere[unit] = false }
            }
        }
    }

    /// Corrects some numbers, and lets some that were late come in.
    mutating func revise(using random: inout some RandomNumberGenerator) {
        for unit in leaves.keys.sorted() where Int.random(in: 0..<4, using: &random) == 0 {
            leaves[unit] = Self.value(countsShares, using: &random)
        }
        for unit in isThere.indices where Bool.random(using: &random) { isThere[unit] = true }
    }

    /// Nil where there is none yet.
    ///
    /// A total counts its parts, those that are late too.
    var values: [PublishedTables.Value?] {
        var values = parents.indices.map { leaves[$0] ?? rests[$0] ?? .init(has: 0, hasNot: 0) }
        for unit in parents.indices.reversed() {
            guard let parent = parents[unit] else { continue }
            values[parent].has += values[unit].has
            values[parent].hasNot += values[unit].hasNot
        }
        return zip(values, isThere).map { $1 ? $0 : nil }
    }

    /// From the nearest up.
    func ancestors(of unit: Int) -> [Int] {
        Array(
            sequence(state: unit) { unit in
                guard let parent = parents[unit] else { return nil }
                unit = parent
                return parent
            }
        )
    }

    private static func value(
        _ countsShares: Bool,
        using random: inout some RandomNumberGenerator
    ) -> PublishedTables.Value {
        func count() -> Int {
            switch Int.random(in: 0..<10, using: &random) {
            case 0: 0
            case 1...4: Int.random(in: 1...6, using: &random)
            default: Int.random(in: 5...60, using: &random)
            }
        }
        return PublishedTables.Value(has: count(), hasNot: countsShares ? count() : 0)
    }
}
