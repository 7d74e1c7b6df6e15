/// One thing that is wrong with what somebody wrote of a story, and where.
package struct StoryProblem: Error, Equatable, Sendable {
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
        /// A day that hasn't come yet.
        case inFuture
        /// A learning note tells of nobody: nobody has to agree.
        case needsNoConsent
        /// There is no such consent, or it was taken back already.
        case noConsent
    }
}

/// All that is wrong with what somebody wrote.
package struct StoryProblems: Error, Equatable, Sendable {
    package var problems: [StoryProblem]

    package init(_ problems: [StoryProblem]) { self.problems = problems }

    /// - Throws: `StoryProblems`, where there are any.
    static func check(_ problems: [StoryProblem?]) throws(StoryProblems) {
        let found = problems.compactMap { $0 }
        guard found.isEmpty else { throw StoryProblems(found) }
    }
}

extension StoryProblem {
    static let longestTitle = 200
    static let longestText = 4_000

    static func text(
        _ text: String,
        _ field: String,
        isRequired: Bool = true,
        longest: Int = longestText
    ) -> StoryProblem? {
        if text.isEmpty { return isRequired ? StoryProblem(field, .missing) : nil }
        return text.count > longest ? StoryProblem(field, .tooLong(most: longest)) : nil
    }
}
