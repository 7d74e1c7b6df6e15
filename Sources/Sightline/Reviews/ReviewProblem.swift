package import Statistics

/// One thing that is wrong with what somebody wrote about a review or a decision.
package typealias ReviewProblem = FieldProblem<ReviewReason>
package typealias ReviewProblems = FieldProblems<ReviewReason>

package enum ReviewReason: TextReason {
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

extension ReviewProblem {
    package static var mostPeople: Int { 1_000 }
    package static var mostMinutes: Int { 1_440 }

    static func number(_ number: Int?, _ field: String, most: Int, isRequired: Bool = false) -> ReviewProblem?
    {
        guard let number else { return isRequired ? ReviewProblem(field, .missing) : nil }
        return (1...most).contains(number) ? nil : ReviewProblem(field, .outOfRange(most: most))
    }
}
