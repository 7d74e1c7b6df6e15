/// An edition about to be written.
struct EditionDraft: Sendable {
    /// The series that it is for, as it stands.
    struct Target: Sendable {
        /// The proposal that it comes from.
        var proposal: Int
        var series: Series.ID
        var key: Series.Key
        var isNew: Bool
        var current: EditionContent
        var measure: Measure
    }

    var target: Target
    var content: EditionContent
    /// What the row keeps of the content.
    var bytes: [UInt8]
    var sha256: String
    var changes: ChangeCounts
    var restores: Int?

    /// Checks a proposal and puts it over what is there.
    ///
    /// - Throws: ``RecordError/badObservation(proposal:problem:)``.
    init(_ proposal: Proposal, _ target: Target, _ mode: Proposal.Mode) throws(RecordError) {
        let measure = target.measure
        if let problem = measure.problem(with: proposal.observations) {
            throw .badObservation(proposal: target.proposal, problem: problem)
        }
        let proposed: Observations
        do {
            proposed = try proposal.observations.starting(measure.definition.period)
        } catch {
            throw .badObservation(proposal: target.proposal, problem: error)
        }
        let (merged, changes) = target.current.observations.merging(proposed, mode)
        self.init(target, merged, changes)
    }

    /// Puts older observations back.
    init(_ target: Target, restoring number: Int, _ observations: Observations) {
        self.init(target, observations, target.current.observations.merging(observations, .replace).1)
        restores = number
    }

    private init(_ target: Target, _ observations: Observations, _ changes: ChangeCounts) {
        self.target = target
        self.changes = changes
        let encoded = ObservationCodec.encode(observations)
        (content, bytes) = target.current.successor(observations, encoded: encoded)
        sha256 = Digest.sha256(encoded)
    }
}
