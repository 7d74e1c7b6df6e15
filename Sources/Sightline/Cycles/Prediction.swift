package import Statistics

/// What people expect of a cycle: written before *do*, and kept beside what they expected later.
package struct Prediction: Equatable, Sendable {
    /// From 1; the first is locked when *do* begins.
    package var version: Int
    package var text: String
    /// Which way the cycle's measure should go.
    package var direction: Direction?
    /// By how much, in the measure's unit.
    package var size: Double?
    package var by: Day?
    /// Why it was changed; empty for the first.
    package var reason: String
    package var author: Author
    package var instant: Timestamp

    package init(
        version: Int = 1,
        text: String,
        direction: Direction? = nil,
        size: Double? = nil,
        by: Day? = nil,
        reason: String = "",
        author: Author,
        instant: Timestamp
    ) {
        self.version = version
        self.text = text
        self.direction = direction
        self.size = size
        self.by = by
        self.reason = reason
        self.author = author
        self.instant = instant
    }
}
