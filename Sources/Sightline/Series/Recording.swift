package import Storage

/// One act that made editions: a file imported, numbers edited, something undone.
package struct Recording: Identifiable, Equatable, Sendable {
    package typealias ID = Identifier<Recording>

    package let id: ID
    package var kind: Kind
    package var author: Author
    package var instant: Timestamp
    package var reason: String
    /// The file that it came from.
    package var origin: Origin?
    /// Over all its series.
    package var changes: ChangeCounts
    /// How many series it made an edition of.
    package var seriesCount: Int
    /// The recording that took this one back.
    package var undoneBy: ID?

    package enum Kind: String, CaseIterable, Sendable {
        case file, edit, undo
    }

    package struct Origin: Equatable, Sendable {
        package var fileName: String
        /// Of the file's bytes, in lower-case hexadecimal digits.
        package var sha256: String
        /// Data rows of the file.
        package var rows: Int

        package init(fileName: String, sha256: String, rows: Int) {
            self.fileName = fileName
            self.sha256 = sha256
            self.rows = rows
        }
    }
}
