import Statistics
package import Storage

/// What recording a proposal would make of its series, before anything is written.
package struct SeriesPreview: Sendable {
    package var key: Series.Key
    /// Observations as they stand; 0 for a new series.
    package var countBefore: Int
    package var changes: ChangeCounts
    /// The series as it would be; nil where its numbers are beyond what a chart can hold.
    package var picture: SeriesPicture?

    package var countAfter: Int { countBefore + changes.appended - changes.removed }

    /// One a proposal, in their order.
    ///
    /// - Throws: ``RecordError``.
    package static func all(
        of proposals: [Proposal],
        mode: Proposal.Mode,
        _ context: Context,
        on connection: any SQLConnection
    ) throws -> [SeriesPreview] {
        let targets = try RecordLookup(proposals, context, on: connection).targets
        let phases = try PhaseStore.inForce(of: targets.map(\.series), on: connection)
        return try targets.map { target in
            let draft = try EditionDraft(proposals[target.proposal], target, mode)
            return SeriesPreview(
                key: target.key,
                countBefore: target.current.observations.count,
                changes: draft.changes,
                picture: try? AnalysisBuilder.picture(
                    of: target.measure,
                    draft.content.observations,
                    phases: phases[target.series] ?? []
                )
            )
        }
    }
}
