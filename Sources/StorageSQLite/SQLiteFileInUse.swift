/// A process has the database file open, so that this one may not open it.
package struct SQLiteFileInUse: Error, Equatable, Sendable {
    /// The database file.
    package let path: String

    /// The process that has it open, where that could be read.
    package let owner: Int32?

    package init(path: String, owner: Int32?) {
        self.path = path
        self.owner = owner
    }
}
