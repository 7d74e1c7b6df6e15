import Storage

/// What is done with people, as entries of the audit trail.
extension AuditEntry {
    /// A role is given or taken away.
    static func role(_ act: Act, _ grant: RoleGrant, of account: Account) -> AuditEntry {
        let word = grant.role.rawValue
        let change = act == .created ? Change("role", nil, word) : Change("role", word, nil)
        let name = account.person.name
        return AuditEntry(
            act,
            Subject(.role, id: account.id.description, name: name, unit: grant.unit),
            changes: [change]
        )
    }

    /// Something about an account, told to the first unit that it has a role on.
    static func account(_ act: Act, _ account: Account, _ changes: [Change] = []) -> AuditEntry {
        let subject = Subject(
            .account,
            id: account.id.description,
            name: account.person.name,
            unit: account.roles.first?.unit
        )
        return AuditEntry(act, subject, changes: changes)
    }

    /// An account that was made without an invitation.
    package static func newAccount(_ account: Account) -> AuditEntry {
        self.account(.created, account, [Change("name", nil, account.person.name)])
    }

    /// Something about a person without an account.
    static func person(_ act: Act, _ known: KnownPerson, _ changes: [Change]) -> AuditEntry {
        let subject = Subject(
            .person,
            id: known.id.description,
            name: known.person.name,
            unit: known.unit
        )
        return AuditEntry(act, subject, changes: changes)
    }

    static func invitation(_ act: Act, _ invitation: Invitation) -> AuditEntry {
        let subject = Subject(
            .invitation,
            id: invitation.id.description,
            name: invitation.email,
            unit: invitation.unit
        )
        let role = invitation.role.rawValue
        return AuditEntry(
            act,
            subject,
            changes: [act == .created ? Change("role", nil, role) : Change("role", role, nil)]
        )
    }
}
