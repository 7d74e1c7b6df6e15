package import Storage

/// A letter that waits to be sent.
package struct Mail: Identifiable, Equatable, Sendable {
    package typealias ID = Identifier<Mail>

    package let id: ID
    package var recipient: String
    package var subject: String
    package var body: String
    package var instant: Timestamp
    /// How often sending it has failed.
    package var attempts: Int
    /// What was wrong the last time, without saying whom it was to.
    package var problem: String?
}
