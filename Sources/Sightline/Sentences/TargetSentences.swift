import Statistics

/// What is to be expected of a target, in a sentence.
enum TargetSentences {
    /// Nil where there is no target or nothing can be said of it.
    static func sentence(of picture: SeriesPicture) -> String? {
        guard let (index, phase) = picture.newest,
            let value = picture.measure.target(on: picture.observations.days[index])
        else { return nil }
        let target = "the target of \(picture.measure.format.text(value))"
        let period = Words.name(picture.measure.definition.period)
        let forecast: String
        switch picture.analysis.assurance {
        case .passing: forecast = "can be expected to meet \(target) every \(period)"
        case .failing: forecast = "can be expected to miss \(target) every \(period)"
        case .hitOrMiss where phase.limits == nil:
            return "This chart has no limits, so it can't tell whether \(target) will be met."
        case .hitOrMiss: forecast = "will meet \(target) at some times and miss it at others, by chance"
        case .noTarget, .tooFew: return nil
        }
        return picture.newestFindings.isEmpty
            ? "As the process stands, it \(forecast)."
            : """
            By these limits it \(forecast); but they still mix points from before and after the change, so \
            that forecast isn't safe.
            """
    }
}
