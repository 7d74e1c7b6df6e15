/// A rule by its name on the command line and in files.
package enum Rule: String, CaseIterable, Sendable {
    case outsideLimits = "outside-limits"
    case shift
    case trend
    case twoOfThree = "two-of-three"
    case longRun = "long-run"
    case fewCrossings = "few-crossings"
    case tooFewRuns = "too-few-runs"
    case tooManyRuns = "too-many-runs"
    case westernElectric1 = "western-electric-1"
    case westernElectric2 = "western-electric-2"
    case westernElectric3 = "western-electric-3"
    case westernElectric4 = "western-electric-4"
    case nelson1 = "nelson-1"
    case nelson2 = "nelson-2"
    case nelson3 = "nelson-3"
    case nelson4 = "nelson-4"
    case nelson5 = "nelson-5"
    case nelson6 = "nelson-6"
    case nelson7 = "nelson-7"
    case nelson8 = "nelson-8"

    /// This rule's bit in ``RuleMarks``.
    package var mark: RuleMarks { RuleMarks(rawValue: 1 << ordinal) }

    /// Its place in ``allCases``.
    var ordinal: UInt32 {
        switch self {
        case .outsideLimits: 0
        case .shift: 1
        case .trend: 2
        case .twoOfThree: 3
        case .longRun: 4
        case .fewCrossings: 5
        case .tooFewRuns: 6
        case .tooManyRuns: 7
        case .westernElectric1: 8
        case .westernElectric2: 9
        case .westernElectric3: 10
        case .westernElectric4: 11
        case .nelson1: 12
        case .nelson2: 13
        case .nelson3: 14
        case .nelson4: 15
        case .nelson5: 16
        case .nelson6: 17
        case .nelson7: 18
        case .nelson8: 19
        }
    }

    /// The lower, the sooner it names a point that several rules hold for.
    var precedence: Int {
        switch self {
        case .outsideLimits, .westernElectric1, .nelson1: 0
        case .trend, .nelson3: 1
        case .twoOfThree, .westernElectric2, .nelson5: 2
        case .westernElectric3, .nelson6: 3
        case .shift, .westernElectric4, .nelson2: 4
        case .longRun, .fewCrossings, .tooFewRuns: 5
        case .tooManyRuns, .nelson4, .nelson7, .nelson8: 6
        }
    }

    /// Whether its side is a way to go rather than a side of the centre line.
    var isTrend: Bool { self == .trend || self == .nelson3 }
}
