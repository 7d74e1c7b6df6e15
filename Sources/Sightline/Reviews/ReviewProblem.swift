package import Statistics

/// One thing that is wrong with what somebody wrote about a review or a decision, and where.
package struct ReviewProblem: Error, Equatable, Sendable {
    /// The name of the form's field.
    package var field: String
    package var reason: Reason

    package init(_ field: String, _ reason: Reason) {
        self.field = field
        self.reason = reason
    }

    package enum Reason: Equatable, Sendable {
        case missing
        case tooLong(most: Int)
        /// Not a whole number from 1 up to this.
        case outOfRange(most: Int)
        /// A day to follow up lies after the day on which it is set.
        case notLater(than: Day)
        /// A day that hasn't come yet.
        case inFuture
        /// The review has been closed: its minutes take additions only.
        case closed
        /// Only what has been closed takes additions.
        case stillOpen
    }

    static let longestText = 4_000
    package static let mostPeople = 1_000
    package static let mostMinutes = 1_440

    static func text(_ text: String, _ field: String) -> ReviewProblem? {
        if text.isEmpty { return ReviewProblem(field, .missing) }
        return text.count > longestText ? ReviewProblem(field, .tooLong(most: longestText)) : nil
    }

    static func number(_ number: Int?, _ field: String, most: Int, isRequired: Bool = false) -> ReviewProblem?
    {
        guard let number else { return isRequired ? ReviewProblem(field, .missing) : nil }
        return (1...most).contains(number) ? nil : ReviewProblem(field, .outOfRange(most: most))
    }
}

/// All that is wrong with what somebody wrote.
package struct ReviewProblems: Error, Equatable, Sendable {
    package var problems: [ReviewProblem]

    package init(_ problems: [ReviewProblem]) { self.problems = problems }

    /// - Throws: `ReviewProblems`, where there are any.
    static func check(_ problems: [ReviewProblem?]) throws(ReviewProblems) {
        let found = problems.compactMap { $0 }
        guard found.isEmpty else { throw ReviewProblems(found) }
    }
}
