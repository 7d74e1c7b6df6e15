import Sightline

extension ProgrammeReading {
    /// All that speaks of an arrow and that the visitor may read.
    func tally(of link: TheoryLink) -> EvidenceTally {
        theory.tally(of: link, by: cycles, counting: evidence.counted)
    }

    /// What the evidence says of an arrow.
    func state(of link: TheoryLink) -> LinkState { tally(of: link).state }

    /// What is attached to an arrow and may be read by the visitor.
    func evidence(of link: TheoryLink) -> [SeenEvidence] {
        theory.evidence(of: link.id).compactMap { evidence[$0.id] }
    }

    /// How much is attached to an arrow that the visitor may not read.
    func hiddenEvidence(of link: TheoryLink) -> Int {
        theory.evidence(of: link.id).count { evidence[$0.id] == nil }
    }

    /// How much evidence an arrow has, what the visitor may not read included: "2 closed cycles, 1 signal, and 1 that
    /// isn’t shared with you".
    func evidenceWords(of link: TheoryLink) -> String {
        let hidden = hiddenEvidence(of: link)
        return EvidenceSentences.counts(tally(of: link))
            + (hidden > 0 ? ", and \(hidden) more that you may not read" : "")
    }
}
