package import Sightline

/// What the file of a pack says, or all that is wrong with it.
package struct PackReading: Sendable {
    /// The file as it is kept: its lines end in one way.
    package let text: String
    /// Nil where something is wrong.
    package let content: PackContent?
    /// In the order of the file, at most ``most``.
    package let problems: [PackFileProblem]
    /// All there are.
    package let problemCount: Int

    static let most = 50

    init(_ text: String, _ content: PackContent?, _ problems: [PackFileProblem]) {
        let sorted = problems.enumerated().sorted { left, right in
            (left.element.line ?? 0, left.offset) < (right.element.line ?? 0, right.offset)
        }.map(\.element)
        self.text = text
        self.content = sorted.isEmpty ? content : nil
        self.problems = Array(sorted.prefix(Self.most))
        problemCount = sorted.count
    }
}
