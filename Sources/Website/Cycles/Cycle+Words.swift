import Sightline
import Statistics

extension Cycle.Phase {
    var word: String {
        switch self {
        case .plan: "Plan"
        case .do: "Do"
        case .study: "Study"
        case .closed: "Closed"
        }
    }
}

extension Cycle.Outcome {
    var words: String {
        switch self {
        case .asPredicted: "What we predicted happened"
        case .partly: "Some of what we predicted happened"
        case .otherwise: "Something else happened"
        }
    }
}

extension Cycle.Decision {
    var word: String {
        switch self {
        case .adopt: "Adopt"
        case .adapt: "Adapt"
        case .abandon: "Abandon"
        case .extend: "Extend"
        }
    }

    /// What it means, where it is chosen.
    var words: String {
        switch self {
        case .adopt: "Adopt: it works here, and we keep it"
        case .adapt: "Adapt: we change it and test again"
        case .abandon: "Abandon: we stop, and others can learn why"
        case .extend: "Extend: we test it wider or in other conditions"
        }
    }
}

extension Cycle.Verdict {
    var word: String {
        switch self {
        case .supports: "supports it"
        case .mixed: "speaks neither for nor against it alone"
        case .against: "speaks against it"
        }
    }
}

extension Cycle.Level {
    var words: String {
        switch self {
        case .micro: "Micro: a team or a locality"
        case .meso: "Meso: a service or a pathway"
        case .macro: "Macro: the whole system"
        }
    }
}

extension Cycle {
    /// "5 people, 3 days, 1 place"; empty where nobody has said.
    var scaleWords: String {
        let parts: [String?] = [
            scale.people.map { $0 == 1 ? "1 person" : "\($0) people" },
            scale.days.map { $0 == 1 ? "1 day" : "\($0) days" },
            scale.places.map { $0 == 1 ? "1 place" : "\($0) places" },
        ]
        return parts.compactMap { $0 }.joined(separator: ", ")
    }

    /// Where it stands: its phase, or what was decided.
    var standing: String { decision?.word ?? phase.word }
}

extension Fidelity.Feature {
    /// What is asked for, with its limits.
    var words: String {
        switch self {
        case .documented:
            "All four phases are on record: question, prediction, what and who, what happened, what was learned, "
                + "and the decision with its reason"
        case .predictedFirst: "The prediction was written before the test began"
        case .smallStart:
            "The first cycle of the ramp was small: at most \(Fidelity.mostPeople) people, "
                + "\(Fidelity.mostDays) days and \(Fidelity.mostPlaces) place"
        case .dataOverTime:
            "Data over time was used: its measure has a chart of at least \(Fidelity.fewestPoints) points here, "
                + "which goes on after the test began"
        case .iterated: "It is one of several cycles that build on each other"
        }
    }

    /// What would help, as advice.
    var advice: String {
        switch self {
        case .documented: "Write down what is missing, however briefly."
        case .predictedFirst: "Next time, write down what you expect before you begin."
        case .smallStart: "Start the next ramp with one place and a handful of people for a few days."
        case .dataOverTime: "Link a measure that is counted often enough to see a change."
        case .iterated: "Go on with another cycle that uses what you learned."
        }
    }
}
