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
                next: analysis.assurance == .failing ? "Only a change to the process will meet it." : nil
            )
        case .improvement, .concern, .high, .low:
            guard let finding = picture.newestFinding else { return Statement(what: noSignal(picture)) }
            return Statement(
                what: FindingSentences.sentence(of: finding, in: picture),
                meaning: meaning(analysis.variation, picture.measure.better),
                howSure: AnalysisBuilder.chance(of: picture).map { howSure($0.anySignal, picture) },
                target: TargetSentences.sentence(of: picture),
                next: next(analysis.variation)
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
        let newest =
            "The newest value, \(format.text(picture.analysis.values[index])) in "
            + "\(Words.period(picture, index)), gives no signal"
        guard let centre = phase.centreLine?[offset] else { return newest + "." }
        let around = "the \(Words.centre(picture)) of \(format.text(centre))"
        guard let lower = phase.limits?.lower[offset], let upper = phase.limits?.upper[offset] else {
            return newest + ": it differs from \(around) as chance would have it."
        }
        return newest + ": it lies between \(format.text(lower)) and \(format.text(upper)), around "
            + "\(around), as chance would have it."
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

    private static func howSure(_ chance: Double, _ picture: SeriesPicture) -> String {
        let points = picture.newest?.phase.plottedCount ?? 0
        return
            "A stable process of \(Words.count(points, "point")) would show at least one signal "
            + "by these rules "
            + "\(Words.frequency(chance))."
    }

    private static func next(_ variation: Variation) -> String {
        switch variation {
        case .improvement: "Find out what changed, so that it can be kept."
        case .concern: "Find out what changed."
        case .high, .low, .commonCause, .tooFew: "Find out what changed, and whether it is wanted."
        }
    }
}
