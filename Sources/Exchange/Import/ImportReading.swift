package import Sightline

/// What a file of observations says, and what of it can't be recorded.
package struct ImportReading: Sendable {
    /// One a series, in the order in which the file first names them.
    package var proposals: [Proposal] = []
    /// Rows of data, bad ones included.
    package var rows = 0
    /// Rows of data with something wrong in them.
    package private(set) var badRows = 0
    /// What parted the fields of a row.
    package internal(set) var separator = Separator.comma
    /// The forms besides ISO 8601 in which dates were read, each with the first text of it.
    package internal(set) var dateForms: [DateForm: String] = [:]
    private var lastBadLine = 0
    /// The first hundred, by line.
    package var problems: [ImportProblem] = []
    /// All of them.
    package var problemCount = 0
    /// Names that no measure has, in the order of the file.
    package var unknownMeasures: [String] = []
    /// Names that no unit has, in the order of the file.
    package var unknownUnits: [String] = []

    package static let problemsKept = 100

    /// Whether it may be recorded: all of it is good or, when asked, some of it.
    ///
    /// Never in part when periods that a file leaves out are removed: that would remove the periods of the bad rows.
    package func isRecordable(_ mode: Proposal.Mode, skippingBadRows: Bool) -> Bool {
        problemCount == 0 || (skippingBadRows && mode == .merge && !proposals.isEmpty)
    }

    mutating func note(_ problem: ImportProblem) {
        problemCount += 1
        if problem.line != lastBadLine, rows > 0 { badRows += 1 }
        lastBadLine = problem.line
        // Nearly always the last place.
        let place = (problems.lastIndex { $0.line <= problem.line } ?? -1) + 1
        guard place < Self.problemsKept else { return }
        problems.insert(problem, at: place)
        if problems.count > Self.problemsKept { problems.removeLast() }
    }

    /// Counts a row that can't be recorded for a reason that has been told already.
    mutating func noteMore(_ problem: ImportProblem) {
        guard problems.contains(problem) else { return note(problem) }
        problemCount += 1
        badRows += 1
    }
}
