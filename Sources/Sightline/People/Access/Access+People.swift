/// Who may look after whom.
extension Access {
    /// Whether an account may give a role, or take it away.
    ///
    /// Administrators only make administrators, and nobody but they changes roles of their own: a people manager, who
    /// sees no data, must not be able to give themselves a role that does.
    /// - Parameter target: whose role it is; nil for someone to be invited.
    package static func mayGive(
        _ account: Account?,
        _ grant: RoleGrant,
        to target: Account?,
        in tree: UnitTree
    ) -> Bool {
        guard let account, decide(account, .managePeople, on: grant.unit, in: tree).isAllowed else {
            return false
        }
        var administrator = account
        administrator.roles.removeAll { $0.role != .administrator }
        if decide(administrator, .managePeople, on: grant.unit, in: tree).isAllowed { return true }
        return grant.role != .administrator && target?.id != account.id
    }

    /// Whether an account may change someone's name, address and account.
    ///
    /// It may where it may give all their roles; otherwise it could take over someone whom another
    /// organisation looks after.
    package static func mayManage(_ account: Account?, _ target: Account, in tree: UnitTree) -> Bool {
        !target.roles.isEmpty && target.roles.allSatisfy { mayGive(account, $0, to: target, in: tree) }
    }

    /// Whether the need for a code that a unit states for a role reaches someone's role.
    ///
    /// It reaches the units below, as roles do, and stops at an organisation that looks after its own people.
    static func reaches(_ required: RoleGrant, _ grant: RoleGrant, in tree: UnitTree) -> Bool {
        required.role == grant.role && tree.contains(grant.unit, within: required.unit)
            && tree.selfGoverned(above: grant.unit, below: required.unit, for: .requireCodes) == nil
    }
}
