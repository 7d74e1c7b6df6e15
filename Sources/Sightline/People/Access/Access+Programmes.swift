extension Access {
    /// Denies unless a role of the account permits the action on a programme: its theory and its cycles.
    ///
    /// A role reaches the units below it, but not into what a unit keeps; those whom it is shared with may read it.
    /// - Parameter tree: with all the units of the account's roles.
    package static func decide(
        _ account: Account?,
        _ action: Action,
        on programme: Programme,
        in tree: UnitTree
    ) -> Decision {
        decide(account, programme.unit, in: tree) { grant in
            guard grant.role.permits(action) else { return .denied(.notPermitted) }
            let reaches = tree.contains(programme.unit, within: grant.unit)
            let audience = tree.scope(of: programme.visibility, from: programme.unit)
            guard tree.contains(grant.unit, within: audience) else {
                return .denied(reaches ? .kept(by: programme.unit) : .notPermitted)
            }
            return reaches || action == .read ? .allowed(by: grant) : .denied(.notPermitted)
        }
    }
}
