/// One thing that is wrong with what somebody wrote of a page.
package typealias ReportProblem = FieldProblem<ReportReason>
package typealias ReportProblems = FieldProblems<ReportReason>

package enum ReportReason: TextReason {
    case missing
    case tooLong(most: Int)
    /// It has as many blocks as a page can have.
    case tooMany(most: Int)
}
