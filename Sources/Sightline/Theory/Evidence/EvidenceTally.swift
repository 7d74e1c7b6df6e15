/// How much evidence of each kind speaks for an arrow, against it, or neither clearly.
package struct EvidenceTally: Equatable, Sendable {
    private var counts: [EvidenceKind: [Bearing: Int]] = [:]

    package init() {}

    package mutating func add(_ kind: EvidenceKind, _ bearing: Bearing) {
        counts[kind, default: [:]][bearing, default: 0] += 1
    }

    package func count(_ kind: EvidenceKind, _ bearing: Bearing) -> Int { counts[kind]?[bearing] ?? 0 }

    package func count(_ kind: EvidenceKind) -> Int {
        Bearing.allCases.map { count(kind, $0) }.reduce(0, +)
    }

    package var isEmpty: Bool { EvidenceKind.allCases.allSatisfy { count($0) == 0 } }

    /// What the evidence says of the arrow, by the rule that ``EvidenceSentences/rule`` prints.
    package var state: LinkState {
        let tests = bearings { $0.isTest }
        let others = bearings { !$0.isTest }
        return switch tests {
        case []: .untested
        // What nobody tested can't decide, but it can contradict.
        case [.for] where !others.contains(.against): .supported
        case [.against] where !others.contains(.for): .refuted
        default: .mixed
        }
    }

    private func bearings(_ isAsked: (EvidenceKind) -> Bool) -> Set<Bearing> {
        let kinds = EvidenceKind.allCases.filter(isAsked)
        return Set(Bearing.allCases.filter { bearing in kinds.contains { count($0, bearing) > 0 } })
    }
}

extension Theory {
    /// What is attached to an arrow, in the order of the kinds and then in that in which it was attached.
    package func evidence(of link: TheoryLink.ID) -> [TheoryEvidence] {
        EvidenceKind.attached.flatMap { kind in evidence.filter { $0.link == link && $0.kind == kind } }
    }

    /// All that speaks of an arrow.
    ///
    /// - Parameter counted: which of the attached evidence counts for whoever looks.
    package func tally(
        of link: TheoryLink,
        by cycles: [Cycle],
        counting counted: Set<TheoryEvidence.ID>
    ) -> EvidenceTally {
        var tally = EvidenceTally()
        for verdict in self.cycles(for: link, among: cycles).compactMap(\.verdict) {
            tally.add(.cycle, verdict.bearing)
        }
        for evidence in evidence(of: link.id) where counted.contains(evidence.id) {
            tally.add(evidence.kind, evidence.bearing)
        }
        return tally
    }

    /// What the evidence says of an arrow.
    package func state(
        of link: TheoryLink,
        by cycles: [Cycle],
        counting counted: Set<TheoryEvidence.ID> = []
    ) -> LinkState {
        tally(of: link, by: cycles, counting: counted).state
    }
}
