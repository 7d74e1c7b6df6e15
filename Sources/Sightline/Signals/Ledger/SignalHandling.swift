package import Statistics

/// What people make of a signal and do about it.
package struct SignalHandling: Equatable, Sendable {
    /// Nil until someone says what they know.
    package var cause: Cause?
    package var response = ""
    package var owner: Author?
    /// When the owner looks whether the response has helped.
    package var checkBack: Day?

    package init() {}

    /// Why it came about.
    package struct Cause: Equatable, Sendable {
        package var certainty: Certainty
        package var text: String
        /// What it is told by.
        package var links: [CauseLink]

        package init(_ certainty: Certainty, _ text: String, links: [CauseLink] = []) {
            self.certainty = certainty
            self.text = text
            self.links = links
        }
    }

    /// How sure people are of a cause.
    package enum Certainty: String, CaseIterable, Sendable {
        case known, suspected
        /// It was looked for.
        case notFound = "not-found"
    }
}
