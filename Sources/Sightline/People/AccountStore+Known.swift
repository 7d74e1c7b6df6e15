package import Storage

extension AccountStore {
    /// Makes an account of someone whom a unit knows already: the account belongs to that person.
    ///
    /// - Throws: `AccountError.emailTaken`.
    package static func insert(
        for known: KnownPerson,
        name: String,
        email: String,
        _ context: Context,
        on connection: any SQLConnection
    ) throws -> Account {
        if let owner = try find(email: email, on: connection) {
            throw AccountError.emailTaken(by: owner.id)
        }
        let person = Person(id: known.id, name: name, email: email)
        try KnownPersonStore.update(person, of: known, context, on: connection)
        let account = Account(id: context.makeID(), person: person, roles: [], isActive: true)
        try connection.execute(
            "INSERT INTO account (id, person_id, is_active, created) VALUES (?, ?, 1, ?)",
            [.id(account.id), .id(person.id), .instant(context.now)]
        )
        return account
    }
}
