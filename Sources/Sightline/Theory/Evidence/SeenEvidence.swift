package import Storage

/// Something attached to an arrow, as a reader may see it.
package struct SeenEvidence: Equatable, Sendable {
    package let evidence: TheoryEvidence
    package let subject: Subject

    package enum Subject: Equatable, Sendable {
        case signal(LedgerEntry)
        case story(Story)
        case paper(TheoryEvidence.Paper)
    }

    /// Why it doesn't count.
    package enum Discount: Equatable, Sendable {
        case dismissed, withdrawn, withoutConsent
    }

    /// Nil for what counts.
    package var discount: Discount? {
        switch subject {
        case .signal(let entry) where entry.isWithdrawn: .withdrawn
        case .signal(let entry) where entry.state == .dismissed: .dismissed
        case .story(let story) where story.reach == nil: .withoutConsent
        default: nil
        }
    }
}

/// What is attached to the arrows of a programme, as far as a reader may see it.
///
/// What the reader may not see counts for nothing in the states that they are shown: a state that moved by it would
/// tell of a signal or a story that is kept from them.
package struct EvidenceReading: Sendable {
    private let seen: [TheoryEvidence.ID: SeenEvidence]
    /// What counts in the states of arrows.
    package let counted: Set<TheoryEvidence.ID>

    /// - Parameter evidence: of the programme, what was taken away included.
    package init(
        of evidence: [TheoryEvidence],
        in programme: Programme,
        for reader: Readership,
        on connection: any SQLConnection
    ) throws {
        let signals = evidence.compactMap { if case .signal(let id) = $0.source { id } else { nil } }
        let stories = evidence.compactMap { if case .story(let id) = $0.source { id } else { nil } }
        let entries = try LedgerStore.all(signals, within: programme.unit, for: reader, on: connection)
        let told = try StoryStore.all(stories, for: reader, on: connection)
        let entryByID = Dictionary(entries.map { ($0.id, $0) }) { first, _ in first }
        let storyByID = Dictionary(told.map { ($0.id, $0) }) { first, _ in first }
        let seen = evidence.compactMap { evidence -> SeenEvidence? in
            let subject: SeenEvidence.Subject? =
                switch evidence.source {
                case .signal(let id): entryByID[id].map { .signal($0) }
                case .story(let id): storyByID[id].map { .story($0) }
                case .study(let paper), .document(let paper): .paper(paper)
                }
            return subject.map { SeenEvidence(evidence: evidence, subject: $0) }
        }
        self.seen = Dictionary(seen.map { ($0.evidence.id, $0) }) { first, _ in first }
        counted = Set(seen.filter { $0.discount == nil }.map(\.evidence.id))
    }

    /// Nil for what the reader may not see.
    package subscript(id: TheoryEvidence.ID) -> SeenEvidence? { seen[id] }
}
