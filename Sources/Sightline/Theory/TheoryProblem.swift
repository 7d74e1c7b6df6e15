/// One thing that is wrong with what somebody wrote about a programme, its theory or a cycle, and where.
package struct TheoryProblem: Error, Equatable, Sendable {
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
        case notPositive
        case unknownMeasure
        /// The arrow exists already.
        case repeated
        /// The arrow would lead back to where it starts.
        case loops
        /// One of the nodes that the arrow joins isn't in the theory.
        case endTakenOut
        /// A programme needs these measures, or a reason why not.
        case notBalanced(Balance)
        /// A day that hasn't come yet.
        case inFuture
        /// Something that is done in another phase of the cycle than it is in.
        case wrongPhase(Cycle.Phase)
    }
}

/// All that is wrong with what somebody wrote.
package struct TheoryProblems: Error, Equatable, Sendable {
    package var problems: [TheoryProblem]

    package init(_ problems: [TheoryProblem]) { self.problems = problems }

    /// - Throws: `TheoryProblems`, where there are any.
    static func check(_ problems: [TheoryProblem?]) throws(TheoryProblems) {
        let found = problems.compactMap { $0 }
        guard found.isEmpty else { throw TheoryProblems(found) }
    }
}

extension TheoryProblem {
    static let longestTitle = 200
    static let longestText = 4_000

    static func line(_ text: String, _ field: String, isRequired: Bool = true) -> TheoryProblem? {
        check(text, field, longestTitle, isRequired)
    }

    static func text(_ text: String, _ field: String, isRequired: Bool = true) -> TheoryProblem? {
        check(text, field, longestText, isRequired)
    }

    static func positive(_ number: Int?, _ field: String) -> TheoryProblem? {
        number.flatMap { (1...1_000_000).contains($0) ? nil : TheoryProblem(field, .notPositive) }
    }

    private static func check(
        _ text: String,
        _ field: String,
        _ longest: Int,
        _ isRequired: Bool
    ) -> TheoryProblem? {
        if text.isEmpty { return isRequired ? TheoryProblem(field, .missing) : nil }
        return text.count > longest ? TheoryProblem(field, .tooLong(most: longest)) : nil
    }
}
