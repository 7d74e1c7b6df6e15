/// What an arrow of a theory can be told by, in the order in which it is shown.
package enum EvidenceKind: String, CaseIterable, Sendable {
    case cycle, signal, study, story, document

    /// Whether it tests an arrow: it could have come out otherwise, and it is more than what one person tells.
    package var isTest: Bool {
        switch self {
        case .cycle, .signal, .study: true
        case .story, .document: false
        }
    }

    /// Those that a person attaches to an arrow; which cycles speak of it is found from the theory.
    package static let attached: [EvidenceKind] = [.signal, .study, .story, .document]
}

/// Which way evidence speaks of an arrow.
package enum Bearing: String, CaseIterable, Sendable {
    case `for`, against
    /// It says both, or it isn't clear which.
    case unclear
}

extension Cycle.Verdict {
    /// Which way the cycle speaks of the arrows that it tests.
    package var bearing: Bearing {
        switch self {
        case .supports: .for
        case .against: .against
        case .mixed: .unclear
        }
    }
}
