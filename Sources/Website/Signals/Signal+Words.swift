import Drawing
import Sightline
import Statistics

extension Signal.State {
    var word: String {
        switch self {
        case .new: "New"
        case .explained: "Explained"
        case .acting: "Acting"
        case .settled: "Settled"
        case .dismissed: "Dismissed"
        }
    }
}

extension Signal.Meaning {
    var word: String {
        switch self {
        case .wanted: "Wanted"
        case .unwanted: "Unwanted"
        case .neither: "Neither wanted nor unwanted"
        }
    }
}

extension SignalHandling.Certainty {
    var word: String {
        switch self {
        case .known: "Known"
        case .suspected: "Suspected"
        case .notFound: "Looked for, and none found"
        }
    }
}

extension Strand {
    var word: String {
        switch self {
        case .leadership: "Leadership"
        case .readiness: "Readiness"
        case .relationships: "Relationships"
        case .testsOfChange: "Tests of change"
        case .results: "Results"
        }
    }
}

extension LedgerQuery.States {
    var word: String {
        switch self {
        case .open: "Open: new, explained or acting"
        case .new: "New"
        case .explained: "Explained"
        case .acting: "Acting"
        case .settled: "Settled"
        case .dismissed: "Dismissed"
        case .withdrawn: "Withdrawn"
        case .all: "All"
        }
    }
}

extension SignalStepError {
    /// What is wrong and what would be right.
    var sentence: String {
        switch self {
        case .notAllowed(_, in: let state):
            "The signal is \(state.word.lowercased()) now: take one of the steps that the page offers."
        case .movedOn(to: let state):
            "Someone else has made it \(state.word.lowercased()) meanwhile: read what they wrote, and try again."
        case .textMissing: "Enter a few words, so that others can follow."
        case .documentIncomplete:
            "Enter the document’s title, of at most \(CauseLink.longestTitle) characters, and where it is, in at "
                + "most \(CauseLink.longestPlace)."
        case .checkBackPast: "Choose a day after today."
        }
    }
}

extension LedgerEntry {
    /// How it was found: "Shift: above, by the rules of Making Data Count (version 1)".
    var finder: String {
        switch origin {
        case .rule(let signal):
            let window = signal.window
            let rule = Finding(rule: window.rule, points: 0..<1, completedAt: 0, side: window.side).words
            return "\(rule), by the rules of \(signal.rules.title), version \(signal.rulesVersion)"
        case .person(let raised): return "Raised by \(raised.author.name)"
        }
    }

    /// Its state, and that it was withdrawn where it was.
    var stateWords: String { isWithdrawn ? "\(state.word), withdrawn" : state.word }
}
