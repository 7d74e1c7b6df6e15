/// A role on a unit; it reaches the units below.
package struct RoleGrant: Equatable, Sendable {
    package var role: Role
    package var unit: Unit.ID

    package init(role: Role, unit: Unit.ID) {
        self.role = role
        self.unit = unit
    }
}
