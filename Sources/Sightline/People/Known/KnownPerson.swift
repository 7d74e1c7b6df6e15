/// A person whom a unit knows and who has no account: someone to name, to invite later, or to remember.
package struct KnownPerson: Identifiable, Equatable, Sendable {
    package var person: Person
    package var unit: Unit.ID
    package var isActive: Bool

    package var id: Person.ID { person.id }
}
