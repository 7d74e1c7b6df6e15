import Statistics

/// What a series says: its row for the tables and its signals for the ledger.
struct Reading: Sendable {
    var status: StatusRow
    var windows: [SignalWindow]

    /// - Throws: ``RecordError/notChartable(_:_:)``.
    init(_ watched: Watched) throws(RecordError) {
        let picture: SeriesPicture
        do {
            picture = try AnalysisBuilder.picture(
                of: watched.measure,
                watched.observations,
                phases: watched.phases
            )
        } catch {
            throw .notChartable(watched.series.key, error)
        }
        status = StatusRow(watched.series, picture)
        windows = picture.windows
    }
}

extension SeriesPicture {
    /// What the rules found in phases with enough points, in the order of the analysis.
    fileprivate var windows: [SignalWindow] {
        let judged = judged.map(\.range)
        let days = observations.days
        return analysis.findings.compactMap { finding in
            guard judged.contains(where: { $0.contains(finding.points.lowerBound) }) else { return nil }
            return SignalWindow(
                rule: finding.rule,
                side: finding.side,
                firstDay: days[finding.points.lowerBound],
                lastDay: days[finding.points.upperBound - 1],
                completedDay: days[finding.completedAt]
            )
        }
    }
}
