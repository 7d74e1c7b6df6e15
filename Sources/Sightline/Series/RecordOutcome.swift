/// What a recording did.
package struct RecordOutcome: Equatable, Sendable {
    /// Nil where nothing changed, so that nothing was written.
    package var recording: Recording.ID?
    /// Observations over all proposals.
    package var changes = ChangeCounts()
    /// Series that did not exist before.
    package var newSeries = 0
    /// Series that got a new edition, new ones included.
    package var changedSeries = 0
    /// Series whose observations were there already, all of them.
    package var unchangedSeries = 0
}
