import Markup

/// What the evidence says of an arrow of a theory, in sentences.
package enum EvidenceSentences {
    /// How the state of an arrow is found, as it is printed.
    package static let rule = """
        Closed cycles, signals and outside studies test an arrow. The closed cycles of a change idea speak of the \
        arrows that start at it; of an arrow further up, only where their measure hangs on the node that it ends at. A \
        cycle supports an arrow where what was predicted happened and it was adopted or extended; it speaks against it \
        where it was abandoned or something else happened than was predicted; else it is unclear. Which way a signal, \
        a study, a story or a document speaks is said, with the reason, by the person who attaches it. Untested: \
        nothing tests it; stories and documents alone don’t. Supported: all that tests it speaks for it, and no story \
        or document against it. Refuted: all that tests it speaks against it, and no story or document for it. Mixed: \
        anything else. Signals that were dismissed or withdrawn and stories without consent don’t count, and what you \
        may not read doesn’t count in the state that you see.
        """

    /// Why an arrow has its state: "Mixed: 2 closed cycles speak for it; 1 signal speaks against it.".
    ///
    /// - Parameter isWhole: whether whoever looks may read all that is attached.
    package static func state(by tally: EvidenceTally, isWhole: Bool = true) -> String {
        let state = tally.state
        let name = state.rawValue.capitalised
        var clauses = Bearing.allCases.compactMap { clause(by: tally, $0) }
        if tally.isEmpty {
            let limit = isWhole ? "" : " that you may read"
            clauses = ["no closed cycle, signal or outside study\(limit) speaks of it yet"]
        } else if state == .untested {
            clauses.append("stories and documents alone don’t test it")
        }
        return "\(name): \(clauses.joined(separator: "; "))."
    }

    /// How much evidence there is: "2 closed cycles, 1 signal"; "no evidence yet".
    package static func counts(_ tally: EvidenceTally) -> String {
        let parts = EvidenceKind.allCases.filter { tally.count($0) > 0 }.map { count(tally.count($0), $0) }
        return parts.isEmpty ? "no evidence yet" : parts.joined(separator: ", ")
    }

    /// That there is more; nil where there isn't.
    package static func hidden(_ count: Int) -> String? {
        guard count > 0 else { return nil }
        let (pieces, they) =
            count == 1
            ? ("1 more piece of evidence isn’t", "It doesn’t count")
            : ("\(Words.count(count, "more piece")) of evidence aren’t", "They don’t count")
        return "\(pieces) shared with you, or no longer there. \(they) in the state that you see."
    }

    /// Why a piece of evidence doesn't count.
    package static func discount(_ discount: SeenEvidence.Discount) -> String {
        switch discount {
        case .dismissed: "dismissed: doesn’t count"
        case .withdrawn: "withdrawn: doesn’t count"
        case .withoutConsent: "without consent: doesn’t count"
        }
    }

    /// What a kind is called.
    package static func noun(_ kind: EvidenceKind) -> String {
        switch kind {
        case .cycle: "closed cycle"
        case .signal: "signal"
        case .study: "outside study"
        case .story: "story"
        case .document: "document"
        }
    }

    private static func clause(by tally: EvidenceTally, _ bearing: Bearing) -> String? {
        let kinds = EvidenceKind.allCases.filter { tally.count($0, bearing) > 0 }
        guard let last = kinds.last else { return nil }
        let parts = kinds.map { count(tally.count($0, bearing), $0) }
        let isOne = kinds.count == 1 && tally.count(last, bearing) == 1
        let begin = parts.dropLast().joined(separator: ", ")
        let subject = begin.isEmpty ? parts[0] : "\(begin) and \(parts[parts.count - 1])"
        return switch bearing {
        case .for: "\(subject) \(isOne ? "speaks" : "speak") for it"
        case .against: "\(subject) \(isOne ? "speaks" : "speak") against it"
        case .unclear: "\(subject) \(isOne ? "says" : "say") both, or it is unclear which"
        }
    }

    /// "1 story", "2 stories".
    private static func count(_ number: Int, _ kind: EvidenceKind) -> String {
        let noun = noun(kind)
        guard number != 1, noun.hasSuffix("y") else { return Words.count(number, noun) }
        return "\(NumberText.fixed(Double(number), decimals: 0, grouped: true)) \(noun.dropLast())ies"
    }
}
