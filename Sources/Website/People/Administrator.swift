package import Sightline
package import Storage

/// The first administrator, before there are other people.
package enum Administrator {
    /// A fresh one-time link for the first administrator.
    ///
    /// Where there is no community yet, it is begun with a
    /// name that can be changed; where it has no administrator, one is made.
    package static func link(now: Timestamp, on connection: any SQLConnection) throws -> SignInCode {
        let context = Context(author: Author(name: Product.name), now: now, origin: "server start")
        let community = try community(context, on: connection)
        let account =
            try AccountStore.administrator(of: community, on: connection)
            ?? administrator(of: community, context, on: connection)
        return SignInCode(try SignInStore.makeLink(for: account, .signIn, context, on: connection))
    }

    private static func community(_ context: Context, on connection: any SQLConnection) throws -> Unit.ID {
        if let first = try UnitStore.tree(on: connection).roots.first { return first.id }
        let community = Unit(id: context.makeID(), parent: nil, kind: .community, name: "Our community")
        try UnitStore.insert(community, context, on: connection)
        return community.id
    }

    private static func administrator(
        of community: Unit.ID,
        _ context: Context,
        on connection: any SQLConnection
    ) throws -> Account.ID {
        let account = try AccountStore.insert(name: "Administrator", context, on: connection)
        let grant = RoleGrant(role: .administrator, unit: community)
        try AccountStore.grant(grant, to: account.id, context, on: connection)
        return account.id
    }
}
