/// Something of a person that they may let a coach see, besides their name.
package enum CoachView: String, CaseIterable, Sendable {
    /// What they may do, and where.
    case roles
    /// The notes that they wrote on charts.
    case notes
    /// The files and numbers that they brought in.
    case recordings
}
