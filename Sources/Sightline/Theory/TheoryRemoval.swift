/// When a node or an arrow was taken out of a theory, by whom and why; it is kept for the record.
package struct TheoryRemoval: Equatable, Sendable {
    package var instant: Timestamp
    package var name: String
    package var reason: String
}
