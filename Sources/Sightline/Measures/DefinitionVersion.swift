/// A definition with who made it, when and why.
package struct DefinitionVersion: Equatable, Sendable {
    package var definition: Definition
    package var author: Author
    package var instant: Timestamp
    package var reason: String
}
