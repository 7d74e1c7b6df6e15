extension Access {
    /// Denies unless a role of the account permits the action on a written page.
    ///
    /// What the page shows of other things is decided for each of them by itself.
    /// - Parameter tree: with all the units of the account's roles.
    package static func decide(
        _ account: Account?,
        _ action: Action,
        on report: Report,
        in tree: UnitTree
    ) -> Decision {
        decide(account, action, onWhatBelongsTo: report.unit, seen: report.visibility, in: tree)
    }
}

extension Readership {
    /// Whether the account may do something with a written page.
    package func may(_ action: Action, _ report: Report) -> Bool {
        guard let account else { return true }
        return Access.decide(account, action, on: report, in: tree).isAllowed
    }
}
