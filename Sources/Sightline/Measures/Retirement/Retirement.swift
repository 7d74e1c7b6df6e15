/// The decision that a measure takes no new data.
package struct Retirement: Equatable, Sendable {
    package var instant: Timestamp
    package var author: Author
    package var reason: String
}
