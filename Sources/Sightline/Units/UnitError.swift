/// Why the tree of units can't be changed as asked.
package enum UnitError: Error, Equatable, Sendable {
    case notFound(Unit.ID)
    case nameMissing
    case codeTaken(code: String, by: Unit.ID)
    case parentMissing(Unit.Kind)
    case parentNotWider(kind: Unit.Kind, parent: Unit.Kind)
    /// It would lie below itself.
    case cycle
    case reasonMissing
}
