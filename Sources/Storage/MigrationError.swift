/// Why a database's schema and the program's migrations don't go together.
package enum MigrationError: Error, Equatable, Sendable {
    /// The text of a step that was already applied is not what it was then.
    case changed(number: Int, name: String)
    /// The database has a step that this program does not know: a newer program made it.
    case unknown(number: Int, name: String)
    /// The database lacks steps; `newest` is the last one that it has, 0 for none.
    case behind(newest: Int, wanted: Int)
}
