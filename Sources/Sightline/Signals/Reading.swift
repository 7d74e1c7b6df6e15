import Statistics

/// What a series says: its row for the tables and its signals for the ledger.
struct Reading: Sendable {
    var status: StatusRow
    /// What the rules found, each with how rarely chance would put it there.
    var windows: [(window: SignalWindow, rarity: Double?)]

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
    fileprivate var windows: [(window: SignalWindow, rarity: Double?)] {
        let judged = judged.map(\.range)
        let days = observations.days
        return analysis.findings.compactMap { finding in
            guard judged.contains(where: { $0.contains(finding.points.lowerBound) }) else { return nil }
            let window = SignalWindow(
                rule: finding.rule,
                side: finding.side,
                firstDay: days[finding.points.lowerBound],
                lastDay: days[finding.points.upperBound - 1],
                completedDay: days[finding.completedAt]
            )
            return (window, rarity(of: finding))
        }
    }

    /// How rarely a stable process puts there what a rule found.
    private func rarity(of finding: Finding) -> Double? {
        Rarity.probability(
            of: finding.rule,
            points: plottedCount(finding.points),
            sigmas: finding.points.compactMap(sigmas(at:)).max()
        )
    }

    /// How far a point lies from the centre line, in thirds of the way to the limit on its side.
    private func sigmas(at index: Int) -> Double? {
        guard analysis.isPlotted(index), let phase = analysis.phase(at: index), let limits = phase.limits,
            let centre = phase.centreLine?[index - phase.range.lowerBound]
        else { return nil }
        let offset = index - phase.range.lowerBound
        let way = analysis.values[index] - centre
        guard let limit = way < 0 ? limits.lower[offset] : limits.upper[offset] else { return nil }
        let sigmas = 3 * way / (limit - centre)
        return sigmas.isFinite ? sigmas : nil
    }
}
