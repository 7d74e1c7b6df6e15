package import Statistics

extension ChartKind {
    /// The chart's name for people.
    package var title: String {
        switch self {
        case .run: "Run chart"
        case .individuals: "XmR chart"
        case .movingRange: "Moving range chart"
        case .p: "P chart"
        case .pPrime: "P′ chart"
        case .u: "U chart"
        case .uPrime: "U′ chart"
        case .c: "C chart"
        case .np: "NP chart"
        case .g: "G chart"
        case .t: "T chart"
        case .xbar: "X̄ chart"
        case .s: "S chart"
        case .iPrime: "I′ chart"
        }
    }

    /// What its centre line is called, with its kind.
    package var centreLineTitle: String {
        switch self {
        case .run, .g: "Centre line (median)"
        default: "Centre line (mean)"
        }
    }
}

extension RuleSet.Name {
    /// The rule set's name for people.
    package var title: String {
        switch self {
        case .mdc: "Making Data Count"
        case .anhoej: "Anhøj"
        case .westernElectric: "Western Electric"
        case .nelson: "Nelson"
        case .ihi: "IHI"
        }
    }
}

extension Direction {
    /// Which way is better, for people.
    package var words: String {
        switch self {
        case .up: "Higher"
        case .down: "Lower"
        case .none: "Neither direction"
        }
    }
}

extension Variation {
    /// The word that stands for it everywhere that people read.
    package var title: String {
        switch self {
        case .improvement: "Improvement"
        case .concern: "Concern"
        case .high: "High"
        case .low: "Low"
        case .commonCause: "Common cause"
        case .tooFew: "Too few points"
        }
    }
}

extension Assurance {
    /// The words that stand for it everywhere that people read.
    package var title: String {
        switch self {
        case .passing: "Passing"
        case .failing: "Failing"
        case .hitOrMiss: "Hit or miss"
        case .noTarget: "No target"
        case .tooFew: "Too few points"
        }
    }
}
