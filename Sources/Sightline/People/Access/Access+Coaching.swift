/// Who sees whom as a coach.
extension Access {
    /// Denies unless the account holds a role somewhere.
    package static func decide(_ account: Account?, holding role: Role) -> Decision {
        guard let account else { return .denied(.notSignedIn) }
        guard account.isActive else { return .denied(.accountInactive) }
        return account.roles.first { $0.role == role }.map { .allowed(by: $0) } ?? .denied(.notPermitted)
    }

    /// Whether someone may choose an account as their coach: it holds that role on a unit that they have a role on, or
    /// above it.
    package static func mayCoach(_ coach: Account, _ person: Account, in tree: UnitTree) -> Bool {
        guard coach.isActive, person.isActive, coach.id != person.id else { return false }
        return coach.roles.contains { grant in
            grant.role == .coach && person.roles.contains { tree.contains($0.unit, within: grant.unit) }
        }
    }

    /// Whether an account may see something that a person opened to their coach: the two of them may, and nobody else,
    /// whatever their role.
    ///
    /// - Parameters:
    ///   - view: what of the person; nil for their name, and that they chose.
    ///   - person: who made the choice.
    package static func maySee(
        _ account: Account?,
        _ view: CoachView?,
        of choice: CoachChoice,
        by person: Account,
        in tree: UnitTree
    ) -> Bool {
        guard let account, account.isActive, choice.ended == nil, person.person.id == choice.person else {
            return false
        }
        if account.id == person.id { return true }
        guard account.id == choice.coach, mayCoach(account, person, in: tree) else { return false }
        return view.map(choice.views.contains) ?? true
    }

    /// Whether a coach may see what a person did with the series that a measure has in a unit.
    ///
    /// What a unit keeps isn't the person's to open: for that the coach needs a role of their own.
    package static func maySee(
        _ account: Account?,
        workOn measure: Measure,
        in unit: Unit.ID,
        tree: UnitTree
    ) -> Bool {
        !measure.isKept || decide(account, .read, on: unit, of: measure, in: tree).isAllowed
    }
}
