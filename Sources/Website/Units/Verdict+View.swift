import Drawing
import Markup
import Statistics

extension Verdict {
    /// The word with its symbol, which the page must define; the style sheet adds the colour.
    var html: HTML { "<span class=\"state\(colour)\">\(icon.use(isLabelled: false))\(word)</span>" }

    private var colour: HTML {
        switch self {
        case .improvement: " improvement"
        case .concern: " concern"
        case .neither: " neither"
        case .noSignal, .cannotTell: ""
        }
    }

    private var icon: Icon {
        switch self {
        case .improvement: Icon(.improvement)
        case .concern: Icon(.concern)
        case .neither: Icon(.high)
        case .noSignal: Icon(.commonCause)
        case .cannotTell: Icon(Variation.tooFew)
        }
    }
}
