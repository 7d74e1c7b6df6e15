/// One thing that is wrong with what somebody wrote of a story.
package typealias StoryProblem = FieldProblem<StoryReason>
package typealias StoryProblems = FieldProblems<StoryReason>

package enum StoryReason: TextReason {
    case missing
    case tooLong(most: Int)
    /// A day that hasn't come yet.
    case inFuture
    /// A learning note tells of nobody: nobody has to agree.
    case needsNoConsent
    /// There is no such consent, or it was taken back already.
    case noConsent
}
