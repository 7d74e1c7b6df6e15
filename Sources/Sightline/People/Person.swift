package import Storage

/// Someone, with or without an account.
package struct Person: Identifiable, Equatable, Sendable {
    package typealias ID = Identifier<Person>

    package let id: ID
    package var name: String
    package var email: String?

    package init(id: ID, name: String, email: String? = nil) {
        self.id = id
        self.name = name
        self.email = email
    }
}

extension Person {
    /// What a form shows of it.
    package var fields: [Revision.Field] { [.init("name", name), .init("email", email ?? "")] }
}
