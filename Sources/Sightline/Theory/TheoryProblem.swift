/// One thing that is wrong with what somebody wrote about a programme, its theory or a cycle.
package typealias TheoryProblem = FieldProblem<TheoryReason>
package typealias TheoryProblems = FieldProblems<TheoryReason>

package enum TheoryReason: TextReason {
    case missing
    case tooLong(most: Int)
    case notPositive
    case unknownMeasure
    /// The arrow exists already.
    case repeated
    /// The same signal or story is attached to the arrow already.
    case attachedAlready
    /// No signal that counts, and no story with consent, is on record by that id.
    case unknownEvidence
    /// No year, or one that nothing can have been published in yet.
    case notAYear(latest: Int)
    /// The arrow would lead back to where it starts.
    case loops
    /// One of the nodes that the arrow joins isn't in the theory.
    case endTakenOut
    /// A programme needs these measures, or a reason why not.
    case notBalanced(Balance)
    /// A day that hasn't come yet.
    case inFuture
    /// Something that is done in another phase of the cycle than it is in.
    case wrongPhase(Cycle.Phase)
}

extension TheoryProblem {
    static func positive(_ number: Int?, _ field: String) -> TheoryProblem? {
        number.flatMap { (1...1_000_000).contains($0) ? nil : TheoryProblem(field, .notPositive) }
    }
}
