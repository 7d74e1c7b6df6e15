extension Access {
    /// Denies unless a role of the account permits the action on a story or a learning note.
    ///
    /// Those who record things for its own unit see it, with or without consent. Everyone else sees a story only as
    /// far as it may be seen: without consent they don't, whatever their role.
    /// - Parameter tree: with all the units of the account's roles.
    package static func decide(
        _ account: Account?,
        _ action: Action,
        on story: Story,
        in tree: UnitTree
    ) -> Decision {
        decide(account, action, onStoryOf: story.unit, seen: story.reach, in: tree)
    }

    /// - Parameter reach: how far the story may be seen; nil for those only who record things for its own unit.
    static func decide(
        _ account: Account?,
        _ action: Action,
        onStoryOf unit: Unit.ID,
        seen reach: Visibility?,
        in tree: UnitTree
    ) -> Decision {
        decide(account, unit, in: tree) { grant in
            guard grant.role.permits(action) else { return .denied(.notPermitted) }
            if grant.unit == unit, grant.role.permits(.recordCycles) { return .allowed(by: grant) }
            let reaches = tree.contains(unit, within: grant.unit)
            guard let reach, tree.contains(grant.unit, within: tree.scope(of: reach, from: unit)) else {
                return .denied(reaches ? .kept(by: unit) : .notPermitted)
            }
            return reaches || action == .read ? .allowed(by: grant) : .denied(.notPermitted)
        }
    }
}

extension Readership {
    /// Whether the account may do something with a story or a learning note.
    package func may(_ action: Action, _ story: Story) -> Bool {
        guard let account else { return true }
        return Access.decide(account, action, on: story, in: tree).isAllowed
    }
}
