package import Storage

extension AccountStore {
    /// Keeps an account out, and hands what its person answers for to someone else.
    ///
    /// - Throws: `AccountError.lastAdministrator`.
    package static func deactivate(
        _ account: Account,
        successor: Account?,
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        try requireSuccessor(of: account, besides: [account.id], on: connection)
        if let successor { try handOver(from: account.person, to: successor.person, context, on: connection) }
        try setActive(false, account, context, on: connection)
    }

    /// Makes one account of two that are the same person's.
    ///
    /// The roles and what they answer for go to the one that stays, and the other is kept out. What either did stays
    /// on the record under the name that it was done with.
    package static func merge(
        _ account: Account,
        into twin: Account,
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        for grant in account.roles {
            try self.grant(grant, to: twin.id, context, on: connection)
            try delete(grant, of: account, context, on: connection)
        }
        try handOver(from: account.person, to: twin.person, context, on: connection)
        // Who signs in through a provider links it anew, to the account that stays: nobody does that for them.
        for identity in try LinkedIdentityStore.all(of: account.id, on: connection) {
            try LinkedIdentityStore.unlink(handle: identity.handle, from: account, context, on: connection)
        }
        try CoachStore.endAll(of: account, context, on: connection)
        try setActive(false, account, context, on: connection)
    }

    /// Names the second person where the first one answers for a measure.
    static func handOver(
        from person: Person,
        to successor: Person,
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        let owned = try MeasureStore.measures(
            withBinned: true,
            "WHERE m.owner = ?",
            [.text(person.name)],
            on: connection
        )
        try DecisionStore.handOver(from: person, to: successor, context, on: connection)
        for measure in owned {
            var handed = measure
            handed.owner = successor.name
            try connection.execute(
                "UPDATE measure SET owner = ? WHERE id = ?",
                [.text(handed.owner), .id(handed.id)]
            )
            let (old, new) = (measure.fields, handed.fields)
            try RevisionStore.note(.measure, handed.id, from: old, to: new, context, on: connection)
            try AuditStore.append(.measure(.changed, from: measure, to: handed), context, on: connection)
        }
    }

    private static func requireSuccessor(
        of account: Account,
        besides ids: [Account.ID],
        on connection: any SQLConnection
    ) throws {
        for grant in account.roles where grant.role == .administrator {
            guard let unit = try UnitStore.find(grant.unit, on: connection) else { continue }
            guard unit.parent == nil || unit.isSelfGoverning else { continue }
            let others = try administrators(of: grant.unit, on: connection).filter { !ids.contains($0.id) }
            if others.isEmpty { throw AccountError.lastAdministrator }
        }
    }
}
