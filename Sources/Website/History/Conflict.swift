import Sightline

/// What someone else changed in a thing since a form for it was opened.
struct Conflict: Sendable {
    /// The name of whoever changed it last.
    let author: String
    let instant: Timestamp?
    let rows: [Row]

    /// A field that isn't what it was when the form was opened.
    struct Row: Equatable, Sendable {
        let field: String
        let was: String
        let theirs: String
        let yours: String

        /// Whether both changed it, so that one of the two has to be chosen.
        var isForBoth: Bool { yours != was }
    }
}
