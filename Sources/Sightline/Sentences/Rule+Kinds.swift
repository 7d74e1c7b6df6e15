package import Statistics

extension Rule {
    /// Whether it finds a run or a trend, which has a start and goes on, rather than a point or a few.
    package var isStretch: Bool {
        switch self {
        case .shift, .trend, .westernElectric4, .nelson2, .nelson3: true
        default: false
        }
    }

    /// Whether it speaks of all points of a phase together.
    var isAboutWholePhase: Bool {
        switch self {
        case .longRun, .fewCrossings, .tooFewRuns, .tooManyRuns: true
        default: false
        }
    }

    /// Whether it finds a single point beyond a limit.
    var isOutsideLimits: Bool {
        switch self {
        case .outsideLimits, .westernElectric1, .nelson1: true
        default: false
        }
    }
}
