import Statistics

extension Rule {
    /// Its name, as a person says it.
    var name: String {
        switch self {
        case .outsideLimits: "Outside the limits"
        case .shift: "Shift"
        case .trend: "Trend"
        case .twoOfThree: "Two of three near a limit"
        case .longRun: "Unusually long run"
        case .fewCrossings: "Unusually few crossings"
        case .tooFewRuns: "Too few runs"
        case .tooManyRuns: "Too many runs"
        case .westernElectric1, .nelson1: "Beyond three sigma"
        case .westernElectric2, .nelson5: "Two of three beyond two sigma"
        case .westernElectric3, .nelson6: "Four of five beyond one sigma"
        case .westernElectric4: "Eight on one side"
        case .nelson2: "Nine on one side"
        case .nelson3: "Six rising or falling"
        case .nelson4: "Fourteen alternating"
        case .nelson7: "Fifteen close to the centre"
        case .nelson8: "Eight away from the centre"
        }
    }
}

extension Finding {
    /// The rule with its side: "Shift above the centre line".
    var words: String {
        switch (side, rule) {
        case (nil, _): rule.name
        case (.above?, .trend), (.above?, .nelson3): "\(rule.name): rising"
        case (.below?, .trend), (.below?, .nelson3): "\(rule.name): falling"
        case (.above?, _): "\(rule.name): above"
        case (.below?, _): "\(rule.name): below"
        }
    }
}
