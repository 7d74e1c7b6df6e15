import Statistics

extension StatusRow {
    /// The row that a picture of a series gives.
    init(_ series: Series, _ picture: SeriesPicture) {
        let analysis = picture.analysis
        let days = picture.observations.days
        let chance = AnalysisBuilder.chance(of: picture)
        self.init(
            series: series.id,
            edition: series.edition,
            points: analysis.values.count - analysis.unplotted.count,
            firstDay: days.first,
            variation: analysis.variation,
            assurance: analysis.assurance,
            signallingPoints: analysis.signallingPoints,
            lastSignalDay: analysis.marks.lastIndex { !$0.isEmpty }.map { days[$0] },
            signalSince: picture.signalStart.map { days[$0] },
            signalRule: picture.newestFindings.first?.rule,
            dueDay: Self.dueDay(after: days.last, picture.measure),
            chanceOfAny: chance?.anySignal,
            chanceOfLatest: chance?.latestPoint,
            sentence: Sentences.statement(of: picture).what,
            spark: Spark(picture)
        )
        guard let (index, phase) = picture.newest else { return }
        let offset = index - phase.range.lowerBound
        latestDay = days[index]
        latestValue = analysis.values[index]
        centreLine = phase.centreLine?[offset]
        lowerLimit = phase.limits?.lower[offset]
        upperLimit = phase.limits?.upper[offset]
        target = picture.measure.target(on: days[index])
    }

    /// When the data of the period after the newest is expected, if any is.
    private static func dueDay(after newest: Day?, _ measure: Measure) -> Day? {
        let period = measure.definition.period
        guard
            measure.retirement == nil, let days = measure.reportingDays, let newest,
            let next = period.next(after: newest),
            let end = period.next(after: next)
        else { return nil }
        return end.advanced(by: days)
    }
}

extension Spark {
    /// The newest points of a picture.
    init(_ picture: SeriesPicture) {
        let analysis = picture.analysis
        let judged = picture.judged.map(\.range)
        points = analysis.values.indices.suffix(Self.length).map { index in
            guard analysis.isPlotted(index) else { return Point(value: nil, mark: .none) }
            let isMarked = !analysis.marks[index].isEmpty && judged.contains { $0.contains(index) }
            return Point(
                value: Float(analysis.values[index]),
                mark: isMarked ? Mark(analysis.variation(at: index)) : .none
            )
        }
    }
}

extension Spark.Mark {
    fileprivate init(_ variation: Variation) {
        self =
            switch variation {
            case .improvement: .improvement
            case .concern: .concern
            case .high: .high
            case .low: .low
            case .commonCause, .tooFew: .none
            }
    }
}
