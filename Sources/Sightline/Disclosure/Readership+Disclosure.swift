package import Storage

extension Readership {
    /// Whether the numbers that a measure has in a unit leave their organisation when the reader sees them, so that
    /// small ones must be withheld.
    package func isOutside(_ measure: Measure, in unit: Unit.ID) -> Bool {
        measure.disclosure != nil && !isInside(unit)
    }

    /// What someone reads who is a viewer of units, and nobody in particular.
    package init(viewersOf units: [Unit.ID], _ measures: MeasureDirectory, _ tree: UnitTree) {
        var zeros = SystemRandomNumberGenerator()
        let account = Account(
            id: Account.ID(microseconds: 0, using: &zeros),
            person: Person(id: Person.ID(microseconds: 0, using: &zeros), name: ""),
            roles: units.map { RoleGrant(role: .viewer, unit: $0) },
            isActive: true
        )
        self.init(account, measures, tree)
    }

    /// Whether the reader belongs to the organisation that a unit is or lies in.
    ///
    /// The numbers of a unit above the organisations are for those with a role on that very unit: a role above others
    /// doesn't make one of them.
    package func isInside(_ unit: Unit.ID) -> Bool {
        guard !standsOutside else { return false }
        guard let account else { return true }
        let holder = tree.holder(of: unit)
        let reachesDown = tree[holder].map { $0.kind == .organisation || $0.kind == .team } ?? false
        return account.roles.contains { grant in
            grant.role.permits(.read)
                && (reachesDown ? tree.contains(grant.unit, within: holder) : grant.unit == holder)
        }
    }

    /// The status rows that speak to the reader of a unit and those below it: from which table, and which of the
    /// `series s` with their `measure m` there.
    func audiences(
        within top: Unit.ID
    ) -> [(audience: StatusStore.Audience, sql: String, arguments: [SQLValue])] {
        guard measures.measures.contains(where: { $0.disclosure != nil }) else { return [(.inside, "", [])] }
        let inside = tree.subtree(of: top).map(\.id).filter(isInside).map { SQLValue.id($0) }
        guard inside.count < tree.subtree(of: top).count else { return [(.inside, "", [])] }
        let list = inside.isEmpty ? "NULL" : inside.map { _ in "?" }.joined(separator: ", ")
        return [
            (.inside, " AND (m.disclosure_threshold IS NULL OR s.unit_id IN (\(list)))", inside),
            (
                .outside,
                " AND m.disclosure_threshold IS NOT NULL AND NOT COALESCE(s.unit_id IN (\(list)), FALSE)",
                inside
            ),
        ]
    }

    /// The status rows of many series as the reader may know them.
    package func status(
        of series: [Series],
        _ measure: Measure,
        on connection: any SQLConnection
    ) throws -> [Series.ID: StatusRow] {
        let outside = series.filter { isOutside(measure, in: $0.key.unit) }.map(\.id)
        let hidden = Set(outside)
        let inside = series.map(\.id).filter { !hidden.contains($0) }
        let rows = try StatusStore.rows(of: inside, on: connection)
        guard !outside.isEmpty else { return rows }
        return rows.merging(try StatusStore.rows(of: outside, in: .outside, on: connection)) { $1 }
    }
}
