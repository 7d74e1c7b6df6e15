import Statistics

/// The sentences that charts are told in, here and nowhere else: they say what the analysis says and no more.
package enum Sentences {
    /// What a series' chart says.
    package static func statement(of picture: SeriesPicture) -> Statement {
        let analysis = picture.analysis
        switch analysis.variation {
        case .tooFew:
            return tooFew(picture)
        case .commonCause:
            return Statement(
                what: noSignal(picture),
                target: TargetSentences.sentence(of: picture),
                next: analysis.assurance == .failing ? "Only a change to the process will meet it." : nil,
                context: context(picture)
            )
        case .improvement, .concern, .high, .low:
            let findings = picture.newestFindings
            guard !findings.isEmpty else { return Statement(what: noSignal(picture)) }
            return Statement(
                what: FindingSentences.sentences(of: findings, in: picture),
                meaning: meaning(analysis.variation, picture.measure.better),
                howSure: howSure(picture),
                target: TargetSentences.sentence(of: picture),
                next: next(analysis.variation),
                context: context(picture)
            )
        }
    }

    // MARK: Parts

    private static func tooFew(_ picture: SeriesPicture) -> Statement {
        let observations = picture.observations
        guard !observations.isEmpty else {
            return Statement(what: "There is no data yet.", next: "Import or enter some to begin.")
        }
        guard let phase = picture.newest?.phase else {
            return Statement(what: "There are no values yet: every one is missing or withheld.")
        }
        let needed = picture.measure.chart.minimumPoints - phase.plottedCount
        let verb = phase.plottedCount == 1 ? "is" : "are"
        let points = "There \(verb) only \(Words.count(phase.plottedCount, "point"))"
        let start = Words.period(picture, phase.range.lowerBound)
        let what =
            phase.range.lowerBound == 0
            ? "\(points), too few to tell signals from chance."
            : "\(points) since the new phase began in \(start), too few to tell signals from chance."
        return Statement(what: what, next: "\(Words.count(needed, "more point")) will be enough.")
    }

    private static func noSignal(_ picture: SeriesPicture) -> String {
        guard let (index, phase) = picture.newest else { return "There is no signal." }
        let format = picture.measure.format
        let offset = index - phase.range.lowerBound
        let newest = "\(Words.newestValue(picture, index)) gives no signal"
        let step = step(to: phase, in: picture)
        if isConstant(phase, in: picture) {
            return "\(newest): it has been \(format.text(picture.analysis.values[index])) throughout.\(step)"
        }
        guard let centre = phase.centreLine?[offset] else { return newest + "." }
        let around = "the \(Words.centre(picture)) of \(format.text(centre))"
        guard let lower = phase.limits?.lower[offset], let upper = phase.limits?.upper[offset] else {
            return newest + ": it differs from \(around) as chance would have it.\(step)"
        }
        return newest + ": it lies between \(format.text(lower)) and \(format.text(upper)), around "
            + "\(around), as chance would have it.\(step)"
    }

    /// Whether every value of a phase is the same.
    private static func isConstant(_ phase: Analysis.Phase, in picture: SeriesPicture) -> Bool {
        let values = phase.range.lazy.filter(picture.analysis.isPlotted).map { picture.analysis.values[$0] }
        return values.allSatisfy { $0 == values.first }
    }

    /// What changed when the newest phase began, so that new limits don't make people forget it.
    private static func step(to phase: Analysis.Phase, in picture: SeriesPicture) -> String {
        guard
            let before = picture.analysis.phases.last(where: {
                $0.range.upperBound <= phase.range.lowerBound && $0.plottedCount > 0
            }),
            let now = phase.centreLine?[phase.range.count - 1],
            let then = before.centreLine?[before.range.count - 1], now != then
        else { return "" }
        let (nowText, thenText) = picture.measure.format.distinctTexts(now, then)
        return " Values lie around \(nowText) since \(Words.period(picture, phase.range.lowerBound)), "
            + "before around \(thenText)."
    }

    private static func meaning(_ variation: Variation, _ better: Direction) -> String {
        let wish =
            switch better {
            case .up: "higher is better"
            case .down: "lower is better"
            case .none: "neither direction is called better here"
            }
        return switch variation {
        case .improvement: "That is an improvement, as \(wish)."
        case .concern: "That is a concern, as \(wish)."
        case .high, .low, .commonCause, .tooFew:
            better == .none
                ? "That is special cause; \(wish)."
                : "That is special cause, neither better nor worse by itself."
        }
    }

    /// How often the newest point would signal by chance alone.
    private static func howSure(_ picture: SeriesPicture) -> String? {
        AnalysisBuilder.chance(of: picture).map { chance in
            "The newest point of a stable process would signal by these rules "
                + "\(Words.frequency(chance.latestPoint))."
        }
    }

    /// How often any point would, on as long a chart.
    private static func context(_ picture: SeriesPicture) -> String? {
        guard let chance = AnalysisBuilder.chance(of: picture), let phase = picture.newest?.phase else {
            return nil
        }
        let frequency = Words.frequency(chance.anySignal)
        // What is nearly always so can't be more.
        let bound = chance.isLowerBound && chance.anySignal < 0.95 ? "at least " : ""
        return
            "A stable process of \(Words.count(phase.plottedCount, "point")) would show at least one signal "
            + "by these rules \(bound)\(frequency)."
    }

    private static func next(_ variation: Variation) -> String {
        switch variation {
        case .improvement: "Find out what changed, so that it can be kept."
        case .concern: "Find out what changed."
        case .high, .low, .commonCause, .tooFew: "Find out what changed, and whether it is wanted."
        }
    }
}
