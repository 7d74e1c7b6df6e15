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
    }

    /// Denies unless a role of the account, on the unit or above it, permits the action.
    package static func decide(
        _ account: Account?,
        _ action: Action,
        on unit: Unit.ID,
        in tree: UnitTree
    ) -> Decision {
        guard let account else { return .denied(.notSignedIn) }
        guard account.isActive else { return .denied(.accountInactive) }
        guard tree[unit] != nil else { return .denied(.unitUnknown) }
        let grant = account.roles.first { $0.role.permits(action) && tree.contains(unit, within: $0.unit) }
        return grant.map { .allowed(by: $0) } ?? .denied(.notPermitted)
    }
}
