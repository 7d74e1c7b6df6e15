/// Who did something, as the record keeps it.
package struct Author: Equatable, Sendable {
    /// The name as it was at the time.
    package var name: String
    /// Nil where no person did it: a command, the demo.
    package var person: Person.ID?

    package init(name: String, person: Person.ID? = nil) {
        self.name = name
        self.person = person
    }
}
