import Drawing
import Markup
import Statistics

extension Verdict {
    /// The word with its symbol, which the page must define; the style sheet adds the colour.
    ///
    /// For a count of series; what one series says is told by ``Statistics/Variation/state``.
    var html: HTML { Self.state(word, icon, colour) }

    fileprivate static func state(_ word: String, _ icon: Icon, _ colour: HTML) -> HTML {
        "<span class=\"state\(colour)\">\(icon.use(isLabelled: false))\(word)</span>"
    }

    fileprivate var colour: HTML {
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

extension Variation {
    /// What one series says, in its own word and with its own symbol: high and low are told apart.
    var state: HTML {
        let verdict = Verdict(self)
        return Verdict.state(verdict == .neither ? title : verdict.word, Icon(self), verdict.colour)
    }
}
