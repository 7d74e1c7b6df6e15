/// Everything that is wrong with a measure that was to be stored.
package struct MeasureProblems: Error, Equatable, Sendable {
    package var problems: [MeasureProblem]

    package init(problems: [MeasureProblem]) { self.problems = problems }

    /// What is wrong with one field of a form.
    package func sentences(for field: MeasureProblem.Field) -> [String] {
        problems.filter { $0.field == field }.map(\.sentence)
    }
}
