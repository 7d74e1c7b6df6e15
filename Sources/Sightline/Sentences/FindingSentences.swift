import Statistics

/// What the rules found at the newest point, in sentences.
enum FindingSentences {
    /// The first of the findings, and that the newest point is outside the limits too where it is.
    static func sentences(of findings: [Finding], in picture: SeriesPicture) -> String {
        guard let first = findings.first else { return "" }
        let main = sentence(of: first, in: picture)
        guard !first.rule.isOutsideLimits, let outlier = findings.first(where: \.rule.isOutsideLimits) else {
            return main
        }
        return main + " " + outside(outlier, picture, isAlso: true)
    }

    static func sentence(of finding: Finding, in picture: SeriesPicture) -> String {
        switch finding.rule {
        case .outsideLimits, .westernElectric1, .nelson1: outside(finding, picture)
        case .shift, .westernElectric4, .nelson2: shift(finding, picture)
        case .trend, .nelson3: trend(finding, picture)
        case .twoOfThree, .westernElectric2, .nelson5:
            near(
                finding,
                picture,
                "Two of three",
                "close to the \(finding.side == .below ? "lower" : "upper") limit"
            )
        case .westernElectric3, .nelson6:
            near(finding, picture, "Four of five", "well \(word(finding.side)) the \(Words.centre(picture))")
        case .nelson4: zone(finding, picture, "alternate up and down more regularly than chance would")
        case .nelson7:
            zone(
                finding,
                picture,
                "all lie closer to the \(Words.centre(picture)) than chance would put them"
            )
        case .nelson8:
            zone(finding, picture, "all lie away from the \(Words.centre(picture)), on either side")
        case .longRun, .fewCrossings, .tooFewRuns, .tooManyRuns: runs(finding, picture)
        }
    }

    private static func outside(
        _ finding: Finding,
        _ picture: SeriesPicture,
        isAlso: Bool = false
    ) -> String {
        guard let (index, phase) = picture.newest else { return "A point lies outside the limits." }
        let format = picture.measure.format
        let offset = index - phase.range.lowerBound
        let isBelow = finding.side == .below
        let limit = isBelow ? phase.limits?.lower[offset] : phase.limits?.upper[offset]
        // A value that is beyond a limit must be seen to be, however close they are.
        let texts = limit.map { format.distinctTexts(picture.analysis.values[index], $0) }
        return "\(Words.newestValue(picture, index, texts?.0)) is \(isAlso ? "also " : "")"
            + "\(word(finding.side)) the \(isBelow ? "lower" : "upper") limit"
            + (texts.map { " of \($0.1)." } ?? ".")
    }

    private static func shift(_ finding: Finding, _ picture: SeriesPicture) -> String {
        guard let (index, phase) = picture.newest,
            let centre = phase.centreLine?[index - phase.range.lowerBound]
        else { return "The newest points lie on one side of the centre line: a shift." }
        return
            "\(Words.stretch(picture, finding.points)) lie \(word(finding.side)) "
            + "the \(Words.centre(picture)) of "
            + "\(picture.measure.format.text(centre)): a shift."
    }

    private static func trend(_ finding: Finding, _ picture: SeriesPicture) -> String {
        let way = finding.side == .below ? "fall" : "rise"
        return "\(Words.stretch(picture, finding.points)) \(way) from one to the next: a trend."
    }

    private static func near(
        _ finding: Finding,
        _ picture: SeriesPicture,
        _ many: String,
        _ place: String
    ) -> String {
        let last = Words.period(picture, finding.points.upperBound - 1)
        return "\(many) values up to \(last) are \(place)."
    }

    private static func zone(_ finding: Finding, _ picture: SeriesPicture, _ what: String) -> String {
        "\(Words.stretch(picture, finding.points)) \(what)."
    }

    /// Rules about a whole phase.
    private static func runs(_ finding: Finding, _ picture: SeriesPicture) -> String {
        let centre = Words.centre(picture)
        let counted = picture.newest?.phase.runs
        switch finding.rule {
        case .longRun:
            guard let counted else {
                return "One run on a side of the \(centre) is longer than chance would give."
            }
            return
                "The longest run on one side of the \(centre) is "
                + "\(Words.count(counted.longestRun, "point")); "
                + "chance would rarely give more than \(counted.longestRunLimit)."
        case .fewCrossings:
            guard let counted else {
                return "The line crosses the \(centre) less often than chance would have it."
            }
            return
                "The line crosses the \(centre) \(Words.count(counted.crossings, "time")); "
                + "chance would rarely "
                + "give fewer than \(counted.crossingsLimit)."
        case .tooManyRuns:
            return "The line crosses the \(centre) more often than chance would have it."
        default:
            return "The line crosses the \(centre) less often than chance would have it."
        }
    }

    private static func word(_ side: Side?) -> String { side == .below ? "below" : "above" }
}
