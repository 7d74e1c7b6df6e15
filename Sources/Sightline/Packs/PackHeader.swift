package import Statistics

/// What a pack says of itself.
package struct PackHeader: Equatable, Sendable {
    /// Short, in lower-case words with hyphens: a file with the same name in the same unit is a new version.
    package var name: String
    package var title: String
    /// What it is for.
    package var purpose: String
    /// Who wrote it.
    package var author: String
    /// Who read it through, and on which day; empty and nil where nobody has.
    package var reviewer: String
    package var reviewed: Day?
    package var nextReview: Day?
    package var licence: String
    /// Where its definitions come from.
    package var source: String

    package init(
        name: String,
        title: String,
        purpose: String,
        author: String,
        reviewer: String = "",
        reviewed: Day? = nil,
        nextReview: Day? = nil,
        licence: String,
        source: String = ""
    ) {
        self.name = name
        self.title = title
        self.purpose = purpose
        self.author = author
        self.reviewer = reviewer
        self.reviewed = reviewed
        self.nextReview = nextReview
        self.licence = licence
        self.source = source
    }
}

extension PackHeader {
    /// The same by the names that a file and a form have for them.
    package var fields: [Revision.Field] {
        [
            .init("name", name), .init("title", title), .init("purpose", purpose), .init("author", author),
            .init("reviewed-by", reviewer), .init("reviewed-on", reviewed?.description ?? ""),
            .init("next-review", nextReview?.description ?? ""), .init("licence", licence),
            .init("source", source),
        ]
    }

    /// Whether the day is over by which it was to be read through again.
    package func isReviewOverdue(on today: Day) -> Bool { nextReview.map { $0 < today } ?? false }

    var problems: [PackProblem] {
        let name: FieldProblem<PackReason>? =
            !self.name.isEmpty && !Measure.isKey(self.name)
            ? FieldProblem("name", .notAName)
            : self.name.count > Self.longestName
                ? FieldProblem("name", .tooLong(most: Self.longestName)) : nil
        let found: [FieldProblem<PackReason>?] = [
            self.name.isEmpty ? FieldProblem("name", .missing) : name,
            .line(title, "title"), .text(purpose, "purpose"), .line(author, "author"),
            .line(reviewer, "reviewed-by", isRequired: reviewed != nil),
            !reviewer.isEmpty && reviewed == nil ? FieldProblem("reviewed-on", .missing) : nil,
            .line(licence, "licence"), .text(source, "source", isRequired: false),
        ]
        return found.compactMap { $0.map(PackProblem.header) }
    }

    private static let longestName = 80
}
