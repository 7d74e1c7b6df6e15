import Sightline

extension TheoryNode.Kind {
    var word: String {
        switch self {
        case .aim: "Aim"
        case .primaryDriver: "Primary driver"
        case .secondaryDriver: "Secondary driver"
        case .changeIdea: "Change idea"
        case .lastingOutcome: "Lasting outcome"
        case .outcome: "Outcome"
        case .earlyOutcome: "Early outcome"
        case .output: "Output"
        case .activity: "Activity"
        case .input: "Input"
        case .assumption: "Assumption"
        }
    }

    /// What a column of them is called.
    var plural: String { self == .activity ? "Activities" : word + "s" }
}

extension LinkState {
    var word: String { rawValue }
}

extension Programme.State {
    var word: String {
        switch self {
        case .draft: "Being written"
        case .active: "Active"
        case .closed: "Closed"
        }
    }
}

extension Visibility {
    /// Who may read a programme.
    var programmeWords: String {
        switch self {
        case .unit: "those with a role inside the unit"
        case .place: "everyone in the same place"
        case .community: "everyone in the community"
        }
    }
}

extension Balance {
    /// "a measure for staff, and a balancing measure".
    var missing: String {
        let people = missingStakeholders.map { "a measure for \($0.plural.lowercased())" }
        return (people + (lacksBalancing ? ["a balancing measure"] : [])).joined(separator: ", ")
    }
}

extension TheoryProblem {
    var problem: FormState.Problem { .init(field, sentence) }

    private var sentence: String {
        switch reason {
        case .missing: "This is needed."
        case .tooLong(let most): "Use at most \(most) characters."
        case .notPositive: "Use a whole number from 1, or leave it empty."
        case .unknownMeasure: "Choose a measure from the list."
        case .repeated: "There is an arrow between the two already."
        case .attachedAlready: "It is attached to this arrow already."
        case .unknownEvidence: "Choose one from the list."
        case .notAYear(let latest): "Enter the year in which it was published, from 1800 to \(latest)."
        case .loops: "Choose another: this arrow would lead back to where it starts."
        case .endTakenOut: "One of the two that it joins isn’t in the theory: put that back first."
        case .notBalanced(let balance):
            "A programme is active with \(balance.missing) as well. Hang them on its theory, or say why not."
        case .inFuture: "Choose today or an earlier day."
        case .wrongPhase(let phase):
            "This can’t be done any more, or not yet: the cycle is in “\(phase.word)”."
        }
    }
}

extension Programme {
    var address: Address { .programme(unit, id) }
}
