import Sightline

extension Story.Kind {
    var word: String {
        switch self {
        case .note: "Learning note"
        case .story: "Story"
        }
    }

    /// What tells the two apart.
    var sentence: String {
        switch self {
        case .note: "Learning note: what we learned; it tells of nobody who could be recognised"
        case .story: "Story: what someone told of; they have to agree before others see it"
        }
    }
}

extension Visibility {
    /// Whom someone agreed to, or who may read a story.
    var storyWords: String { AudienceSentences.everyone(self) }
}

extension Story {
    /// Who can see it now, and why.
    var audienceWords: String {
        AudienceSentences.story(kind, visibility, reach: reach, hasConsents: !consents.isEmpty)
    }

    var address: Address { .story(unit, id) }
}

extension StoryProblem {
    var problem: FormState.Problem { .init(field, sentence) }

    private var sentence: String {
        switch reason {
        case .missing: "This is needed."
        case .tooLong(let most): "Use at most \(most) characters."
        case .inFuture: "Choose today or an earlier day."
        case .needsNoConsent: "A learning note tells of nobody. If this one does, make it a story first."
        case .noConsent: "This consent has been taken back already."
        }
    }
}
