extension Access {
    /// Denies unless a role of the account permits the action on a pack, by the rule of programmes.
    ///
    /// - Parameter tree: with all the units of the account's roles.
    package static func decide(
        _ account: Account?,
        _ action: Action,
        on pack: Pack,
        in tree: UnitTree
    ) -> Decision {
        decide(account, action, onWhatBelongsTo: pack.unit, seen: pack.visibility, in: tree)
    }
}

extension Readership {
    /// Whether the account may do something with a pack.
    package func may(_ action: Action, _ pack: Pack) -> Bool {
        may(action, onWhatBelongsTo: pack.unit, seen: pack.visibility)
    }

    /// The same for what is on record of one.
    package func may(_ action: Action, onWhatBelongsTo unit: Unit.ID, seen visibility: Visibility) -> Bool {
        guard let account else { return true }
        return Access.decide(account, action, onWhatBelongsTo: unit, seen: visibility, in: tree).isAllowed
    }
}
