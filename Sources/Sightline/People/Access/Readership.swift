package import Storage

/// What an account may read, measure by measure, for pages that show many series.
package struct Readership: Sendable {
    /// Every measure; those that the account may not read in a unit are left out of what is read with them.
    package let measures: MeasureDirectory
    package let tree: UnitTree
    /// Nil for whoever runs the machine, who may read the whole database.
    let account: Account?
    /// Whether small numbers are withheld from the reader wherever they are.
    package var standsOutside = false
    /// Takes down what is read of what units keep; nil where nobody asks.
    package let log: ReadLog?

    package init(
        _ account: Account,
        _ measures: MeasureDirectory,
        _ tree: UnitTree,
        log: ReadLog? = nil
    ) {
        self.account = account
        self.log = log
        self.measures = measures
        self.tree = tree
    }

    /// For commands and the product itself: everything.
    package init(ofOperator measures: MeasureDirectory, _ tree: UnitTree) {
        account = nil
        log = nil
        self.measures = measures
        self.tree = tree
    }

    /// For commands and the product itself: all that a database has.
    package static func ofOperator(on connection: any SQLConnection) throws -> Readership {
        Readership(
            ofOperator: MeasureDirectory(try MeasureStore.all(on: connection)),
            try UnitStore.tree(on: connection)
        )
    }

    /// Whether the reader is whoever runs the machine.
    var hidesNothing: Bool { account == nil }

    /// Whether the account may do something with the series that a measure has in a unit.
    package func may(_ action: Action, _ measure: Measure, in unit: Unit.ID) -> Bool {
        guard let account else { return true }
        return Access.decide(account, action, on: unit, of: measure, in: tree).isAllowed
    }

    /// Whether the account may do something on a unit.
    package func may(_ action: Action, on unit: Unit.ID) -> Bool {
        guard let account else { return true }
        return Access.decide(account, action, on: unit, in: tree).isAllowed
    }

    /// The measures that the account may do something with in a unit or somewhere below it.
    package func measures(for action: Action, within unit: Unit.ID) -> [Measure] {
        guard let account else { return measures.measures }
        let places = [unit] + account.roles.map(\.unit).filter { tree.contains($0, within: unit) }
        return measures.measures.filter { measure in
            let keeper = measure.unit.flatMap { tree.contains($0, within: unit) ? $0 : nil }
            return (places + [keeper].compactMap { $0 }).contains { may(action, measure, in: $0) }
        }
    }

    /// What a unit and those below it keep from the account: how many measures, by the unit that keeps them.
    package func kept(within unit: Unit.ID) -> [(keeper: Unit, count: Int)] {
        let hidden = hidden(within: unit).filter { $0.partly.isEmpty }
        let counts = Dictionary(hidden.compactMap { $0.measure.unit.map { ($0, 1) } }, uniquingKeysWith: +)
        return counts.compactMap { id, count in
            guard tree.contains(id, within: unit), let keeper = tree[id] else { return nil }
            return (keeper, count)
        }.sorted { ($0.keeper.name, $0.keeper.id) < ($1.keeper.name, $1.keeper.id) }
    }

    /// A condition on `series s` in a unit and below it, to go on with after other conditions; empty where the
    /// account may read every measure everywhere there.
    func condition(within unit: Unit.ID) -> (sql: String, arguments: [SQLValue]) {
        let hidden = hidden(within: unit)
        guard !hidden.isEmpty else { return ("", []) }
        var sql = "s.measure_id NOT IN (\(Self.places(hidden.count)))"
        var arguments = hidden.map { SQLValue.id($0.measure.id) }
        for (measure, units) in hidden where !units.isEmpty {
            sql += " OR (s.measure_id = ? AND s.unit_id IN (\(Self.places(units.count))))"
            arguments += [.id(measure.id)] + units.map { .id($0) }
        }
        return (" AND (\(sql))", arguments)
    }

    private static func places(_ count: Int) -> String {
        Array(repeating: "?", count: count).joined(separator: ", ")
    }

    /// The measures that the account may not read everywhere in a unit and below it, each with the units where it
    /// may.
    private func hidden(within top: Unit.ID) -> [(measure: Measure, partly: [Unit.ID])] {
        guard account != nil else { return [] }
        return measures.measures.compactMap { measure in
            if let keeper = measure.unit, !tree.contains(keeper, within: top),
                !tree.contains(top, within: keeper)
            {
                return nil
            }
            // Where a role reaches the top, or a share covers it, it reaches all that lies below.
            if may(.read, measure, in: top) { return nil }
            return (measure, tree.subtree(of: top).map(\.id).filter { may(.read, measure, in: $0) })
        }
    }
}
