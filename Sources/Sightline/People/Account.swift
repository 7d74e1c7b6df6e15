package import Storage

/// Someone's way to sign in.
package struct Account: Identifiable, Equatable, Sendable {
    package typealias ID = Identifier<Account>

    package let id: ID
    package var person: Person
    package var roles: [RoleGrant]
    package var isActive: Bool

    package init(id: ID, person: Person, roles: [RoleGrant], isActive: Bool) {
        self.id = id
        self.person = person
        self.roles = roles
        self.isActive = isActive
    }

    /// The units on which it has a role that permits an action, each once, in the order of its roles.
    package func units(permitting action: Action) -> [Unit.ID] {
        var units: [Unit.ID] = []
        for grant in roles where grant.role.permits(action) && !units.contains(grant.unit) {
            units.append(grant.unit)
        }
        return units
    }
}
