/// One thing that is wrong with what somebody wrote, and where.
package struct FieldProblem<Reason: Equatable & Sendable>: Error, Equatable, Sendable {
    /// The name of the form's field.
    package var field: String
    package var reason: Reason

    package init(_ field: String, _ reason: Reason) {
        self.field = field
        self.reason = reason
    }
}

/// All that is wrong with what somebody wrote.
package struct FieldProblems<Reason: Equatable & Sendable>: Error, Equatable, Sendable {
    package var problems: [FieldProblem<Reason>]

    package init(_ problems: [FieldProblem<Reason>]) { self.problems = problems }

    /// - Throws: `FieldProblems`, where there are any.
    static func check(_ problems: [FieldProblem<Reason>?]) throws(FieldProblems) {
        let found = problems.compactMap { $0 }
        guard found.isEmpty else { throw FieldProblems(found) }
    }
}

/// What can be wrong with a text, among other things.
package protocol TextReason: Equatable, Sendable {
    static var missing: Self { get }
    static func tooLong(most: Int) -> Self
}

extension FieldProblem where Reason: TextReason {
    static var longestLine: Int { 200 }
    static var longestText: Int { 4_000 }

    static func line(_ text: String, _ field: String, isRequired: Bool = true) -> FieldProblem? {
        check(text, field, longestLine, isRequired)
    }

    static func text(_ text: String, _ field: String, isRequired: Bool = true) -> FieldProblem? {
        check(text, field, longestText, isRequired)
    }

    private static func check(
        _ text: String,
        _ field: String,
        _ longest: Int,
        _ isRequired: Bool
    ) -> FieldProblem? {
        if text.isEmpty { return isRequired ? FieldProblem(field, .missing) : nil }
        return text.count > longest ? FieldProblem(field, .tooLong(most: longest)) : nil
    }
}
