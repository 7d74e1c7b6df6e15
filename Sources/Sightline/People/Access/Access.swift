/// The one place that decides who may do what.
package enum Access {
    package enum Decision: Equatable, Sendable {
        case allowed(by: RoleGrant)
        case denied(Reason)

        package var isAllowed: Bool {
            if case .allowed = self { true } else { false }
        }
    }

    package enum Reason: Equatable, Sendable {
        case notSignedIn
        case accountInactive
        case unitUnknown
        /// No role here permits it.
        case notPermitted
        /// A role above would permit it, but the organisation has administrators of its own.
        case selfGoverned(Unit.ID)
        /// A role above would permit it, but the unit keeps the measure to itself.
        case kept(by: Unit.ID)
    }

    /// Denies unless a role of the account, on the unit or above it, permits the action.
    ///
    /// Once an organisation has an administrator of its own, roles above it no longer reach its people, its audit
    /// trail or the units inside it: whoever could give themselves a role there could read what it keeps.
    package static func decide(
        _ account: Account?,
        _ action: Action,
        on unit: Unit.ID,
        in tree: UnitTree
    ) -> Decision {
        decide(account, unit, in: tree) { grant in
            guard grant.role.permits(action), tree.contains(unit, within: grant.unit) else {
                return .denied(.notPermitted)
            }
            guard let governed = tree.selfGoverned(above: unit, below: grant.unit, for: action) else {
                return .allowed(by: grant)
            }
            return .denied(.selfGoverned(governed))
        }
    }

    /// Denies unless a role of the account permits the action on the series that a measure has in a unit.
    ///
    /// A role reaches the units below it, but not into what a unit keeps: that is for roles inside the unit, or
    /// inside the place or community that it is shared with. Those may also read it where their role doesn't reach.
    /// - Parameter tree: with all the units of the account's roles.
    package static func decide(
        _ account: Account?,
        _ action: Action,
        on unit: Unit.ID,
        of measure: Measure,
        in tree: UnitTree
    ) -> Decision {
        decide(account, unit, in: tree) { grant in
            guard grant.role.permits(action) else { return .denied(.notPermitted) }
            let reaches = tree.contains(unit, within: grant.unit)
            if let keeper = measure.unit {
                let audience = tree.scope(of: measure.visibility, from: keeper)
                guard tree.contains(grant.unit, within: audience) else {
                    return .denied(reaches ? .kept(by: keeper) : .notPermitted)
                }
            }
            let shared =
                action == .read && measure.visibility != .unit
                && tree.contains(grant.unit, within: tree.scope(of: measure.visibility, from: unit))
            return reaches || shared ? .allowed(by: grant) : .denied(.notPermitted)
        }
    }

    /// The first role that allows; otherwise the most telling of the reasons that the others gave.
    static func decide(
        _ account: Account?,
        _ unit: Unit.ID,
        in tree: UnitTree,
        _ judge: (RoleGrant) -> Decision
    ) -> Decision {
        guard let account else { return .denied(.notSignedIn) }
        guard account.isActive else { return .denied(.accountInactive) }
        guard tree[unit] != nil else { return .denied(.unitUnknown) }
        var decision = Decision.denied(.notPermitted)
        for grant in account.roles {
            let judged = judge(grant)
            if judged.isAllowed { return judged }
            if decision == .denied(.notPermitted) { decision = judged }
        }
        return decision
    }
}

extension UnitTree {
    /// The organisation with administrators of its own that stands between a role on `top` and an action on `unit`.
    func selfGoverned(above unit: Unit.ID, below top: Unit.ID, for action: Action) -> Unit.ID? {
        guard [.managePeople, .requireCodes, .editUnits, .readAudit].contains(action), let own = self[unit]
        else {
            return nil
        }
        // Whether an organisation takes part, and where, is for those above it too.
        let inside = action == .editUnits ? ancestors(of: unit) : ancestors(of: unit) + [own]
        return inside.first { $0.isSelfGoverning && $0.id != top && contains($0.id, within: top) }?.id
    }
}
