package import Storage

/// A written page, frozen: every figure pinned to the edition that it was drawn from, with the words as they stood.
///
/// It is never changed. What its parts show is looked up for whoever reads it, as in the page itself: it holds names of
/// editions and settings, and no number.
package struct Snapshot: Identifiable, Equatable, Sendable {
    package typealias ID = Identifier<Snapshot>

    package let id: ID
    package var report: Report.ID
    package var title: String
    package var summary: String
    /// Why it was frozen; empty where nobody said.
    package var note: String
    /// In the order in which they are read.
    package var parts: [Part]
    /// Who froze it, and when.
    package var author: Author
    package var instant: Timestamp
    /// Known to the database only: without it what is kept could be guessed from the digest.
    var salt: String
    /// The digest of all of it, as it was reckoned when it was frozen.
    package var sha256: String

    /// A block as it stood.
    package struct Part: Equatable, Sendable {
        package let number: Int
        package let kind: Report.Block.Kind
        /// What it is of: a series, a programme or a story; empty for words.
        var subject: String
        /// Empty once what it is of has been deleted for good.
        var content: String
        var sha256: String
    }
}

extension Snapshot {
    /// The digest of a part's content.
    static func digest(of content: String, salt: String) -> String {
        Digest.sha256(Array("\(salt)\n\(content)".utf8))
    }

    /// The digest of all that it says, over those of its parts.
    func digest() -> String {
        let head = [
            ["snapshot", id.description], ["page", report.description], ["title", title],
            ["summary", summary],
            ["note", note], ["by", author.name], ["at", String(instant.microseconds)], ["salt", salt],
        ]
        let parts = parts.map { [String($0.number), $0.kind.rawValue, $0.subject, $0.sha256] }
        return Digest.sha256(Array(TabbedText.text(of: head + parts).utf8))
    }

    /// Whether all of it is as it was when it was frozen; what was deleted for good is not held against it.
    package var isSound: Bool {
        digest() == sha256
            && parts.allSatisfy { part in
                part.content.isEmpty || Self.digest(of: part.content, salt: salt) == part.sha256
            }
    }
}

extension Snapshot.Part {
    /// The words of a heading or a text.
    package var words: String { kind.isText ? content : "" }

    package var chart: FrozenChart? { kind == .chart ? FrozenChart(content) : nil }

    package var drawing: FrozenDrawing? { kind == .drawing ? FrozenDrawing(content) : nil }

    package var story: FrozenStory? { kind == .story ? FrozenStory(content) : nil }
}
