package import Statistics

/// What someone does with a signal, and where that leads.
package enum SignalStep: Equatable, Sendable {
    case explain(SignalHandling.Cause)
    case act(response: String, owner: Author, checkBack: Day)
    /// The response has been looked at, or the explanation is enough.
    case settle(outcome: String)
    case dismiss(reason: String)
    /// It was settled or dismissed too soon.
    case reopen(reason: String)

    package enum Kind: String, CaseIterable, Sendable {
        case explain, act, settle, dismiss, reopen

        /// The state that it leads to.
        package var target: Signal.State {
            switch self {
            case .explain: .explained
            case .act: .acting
            case .settle: .settled
            case .dismiss: .dismissed
            case .reopen: .new
            }
        }

        /// Whether it may be done in a state.
        ///
        /// What has been explained or is acted on can be so again, with better words; only what is over can be
        /// opened again.
        package func isAllowed(in state: Signal.State) -> Bool {
            switch (self, state) {
            case (.explain, .new), (.explain, .explained), (.explain, .acting): true
            case (.act, .new), (.act, .explained), (.act, .acting): true
            case (.settle, .explained), (.settle, .acting): true
            case (.dismiss, .new), (.dismiss, .explained), (.dismiss, .acting): true
            case (.reopen, .settled), (.reopen, .dismissed): true
            default: false
            }
        }
    }

    package var kind: Kind {
        switch self {
        case .explain: .explain
        case .act: .act
        case .settle: .settle
        case .dismiss: .dismiss
        case .reopen: .reopen
        }
    }

    /// What the record keeps of it, in the words of whoever did it.
    package var why: String {
        switch self {
        case .explain(let cause): cause.text
        case .act(let response, _, _): response
        case .settle(let text), .dismiss(let text), .reopen(let text): text
        }
    }

    /// What it makes of the handling so far.
    func applied(to handling: SignalHandling) -> SignalHandling {
        var handling = handling
        switch self {
        case .explain(let cause): handling.cause = cause
        case .act(let response, let owner, let checkBack):
            handling.response = response
            handling.owner = owner
            handling.checkBack = checkBack
        case .settle, .dismiss, .reopen: break
        }
        return handling
    }
}

/// Why a step can't be taken.
package enum SignalStepError: Error, Equatable, Sendable {
    case notAllowed(SignalStep.Kind, in: Signal.State)
    /// Someone else has taken a step since the page was shown.
    case movedOn(to: Signal.State)
    case textMissing
    /// A check-back date lies after the day on which it is set.
    case checkBackPast(Day)
    /// A document needs a title, and where it is.
    case documentIncomplete(CauseLink)
}
