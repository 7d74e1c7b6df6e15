package import Sightline

/// What a file of observations says, and what of it can't be recorded.
package struct ImportReading: Sendable {
    /// One a series, in the order in which the file first names them.
    package var proposals: [Proposal] = []
    /// Rows of data, bad ones included.
    package var rows = 0
    /// The first hundred, by line.
    package var problems: [ImportProblem] = []
    /// All of them.
    package var problemCount = 0
    /// Names that no measure has, in the order of the file.
    package var unknownMeasures: [String] = []
    /// Names that no unit has, in the order of the file.
    package var unknownUnits: [String] = []

    package static let problemsKept = 100

    mutating func note(_ problem: ImportProblem) {
        problemCount += 1
        if problems.count < Self.problemsKept { problems.append(problem) }
    }
}
