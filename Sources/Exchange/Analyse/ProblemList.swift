/// The first problems of a file, and how many there were.
package struct ProblemList: Equatable, Sendable {
    /// Ascending by line.
    package private(set) var first: [RowProblem] = []
    package private(set) var count = 0
    /// As many as a person may want to read.
    package static let limit = 100

    package mutating func append(_ problem: RowProblem) {
        count += 1
        let place = first.firstIndex { $0.line > problem.line } ?? first.endIndex
        guard place < Self.limit else { return }
        first.insert(problem, at: place)
        if first.count > Self.limit { first.removeLast() }
    }
}
