/// What a pack said from one of its uploads on; never changed.
package struct PackVersion: Equatable, Sendable {
    /// From 1.
    package var number: Int
    package var header: PackHeader
    /// How many measures it has.
    package var count: Int
    package var author: Author
    package var instant: Timestamp
    /// What is new in it; empty where nobody said.
    package var reason: String
}
