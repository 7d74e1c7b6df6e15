extension Access {
    /// Denies unless a role of the account permits the action on a measure itself, seen from a unit.
    ///
    /// A measure that a unit keeps is for roles that reach that unit. One that all share is for roles at the top of
    /// the tree: who changes it changes what every unit is judged by.
    /// - Parameter tree: with all the units of the account's roles.
    package static func decide(
        _ account: Account?,
        _ action: Action,
        onDefinitionOf measure: Measure,
        from unit: Unit.ID,
        in tree: UnitTree
    ) -> Decision {
        guard let keeper = measure.unit else {
            return decide(account, action, on: tree.ancestors(of: unit).first?.id ?? unit, in: tree)
        }
        guard tree.contains(unit, within: keeper) else { return .denied(.unitUnknown) }
        return decide(account, action, on: keeper, of: measure, in: tree)
    }
}
