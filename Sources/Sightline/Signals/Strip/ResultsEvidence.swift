/// What the series of one stakeholder say now: all that the state of their results is told from.
package struct ResultsEvidence: Equatable, Sendable {
    package var stakeholder: Stakeholder
    /// Series that there are, balancing ones left out.
    package var series = 0
    /// Those of them with enough points to be judged, and no data overdue.
    package var judged = 0
    /// Wanted and unwanted signals that the newest points belong to, as far as they are more than chance would give.
    package var wanted = 0
    package var unwanted = 0
    /// The same of those that chance might give.
    package var faintlyWanted = 0
    package var faintlyUnwanted = 0
    /// The names of balancing measures that show concern now, more than chance would give.
    package var balancingConcerns: [String] = []

    package init(_ stakeholder: Stakeholder) { self.stakeholder = stakeholder }

    /// What follows from it, by a rule that anyone can check.
    ///
    /// 1. *cannot tell* where no series can be judged, because there are too few points or the data is late;
    /// 2. *concern* where an unwanted signal goes on that is more than chance would give;
    /// 3. *working* where a wanted one does;
    /// 4. *promising* where a wanted signal goes on that chance might give, and no unwanted one;
    /// 5. *no signal* otherwise.
    package var state: StrandState {
        if judged == 0 { return .cannotTell }
        if unwanted > 0 { return .concern }
        if wanted > 0 { return .working }
        return faintlyWanted > 0 && faintlyUnwanted == 0 ? .promising : .noSignal
    }
}
