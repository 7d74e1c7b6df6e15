/// What belongs to a unit, which keeps it or shares it as a whole.
package protocol KeptThing: Sendable {
    /// The unit that it belongs to.
    var unit: Unit.ID { get }
    /// Who may read it, besides those whose role reaches it.
    var visibility: Visibility { get }
}

extension Programme: KeptThing {}
extension Pack: KeptThing {}
extension Report: KeptThing {}

extension Access {
    /// Denies unless a role of the account permits the action on a programme with its theory and its cycles, on a pack,
    /// or on a written page, of which what it shows of other things is decided by itself.
    ///
    /// A role reaches the units below it, but not into what a unit keeps; those whom it is shared with may read it.
    /// - Parameter tree: with all the units of the account's roles.
    package static func decide(
        _ account: Account?,
        _ action: Action,
        on thing: some KeptThing,
        in tree: UnitTree
    ) -> Decision {
        decide(account, action, onWhatBelongsTo: thing.unit, seen: thing.visibility, in: tree)
    }

    /// The same for what is on record of one.
    static func decide(
        _ account: Account?,
        _ action: Action,
        onWhatBelongsTo unit: Unit.ID,
        seen visibility: Visibility,
        in tree: UnitTree
    ) -> Decision {
        decide(account, unit, in: tree) { grant in
            guard grant.role.permits(action) else { return .denied(.notPermitted) }
            let reaches = tree.contains(unit, within: grant.unit)
            guard tree.contains(grant.unit, within: tree.scope(of: visibility, from: unit)) else {
                return .denied(reaches ? .kept(by: unit) : .notPermitted)
            }
            return reaches || action == .read ? .allowed(by: grant) : .denied(.notPermitted)
        }
    }
}

extension Readership {
    /// Whether the account may do something with a programme, its theory and its cycles, a pack, or a written page.
    package func may(_ action: Action, _ thing: some KeptThing) -> Bool {
        may(action, onWhatBelongsTo: thing.unit, seen: thing.visibility)
    }

    /// The same for what is on record of one.
    package func may(_ action: Action, onWhatBelongsTo unit: Unit.ID, seen visibility: Visibility) -> Bool {
        guard let account else { return true }
        return Access.decide(account, action, onWhatBelongsTo: unit, seen: visibility, in: tree).isAllowed
    }
}
