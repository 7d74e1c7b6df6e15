/// A series that is to be judged anew.
struct Watched: Sendable {
    var series: Series
    var measure: Measure
    var observations: Observations
    var phases: [Phase]
    /// It has no signals and no status yet.
    var isNew: Bool
}
