import Sightline
import Testing

/// The rule by which evidence gives an arrow its state, and the sentence that says so.
struct EvidenceTallyTests {
    private typealias Piece = (kind: EvidenceKind, bearing: Bearing)

    private static func tally(_ pieces: [Piece]) -> EvidenceTally {
        var tally = EvidenceTally()
        for piece in pieces { tally.add(piece.kind, piece.bearing) }
        return tally
    }

    /// Up to eight pieces of evidence of any kind.
    private static func pieces(_ seed: UInt64) -> [Piece] {
        var bits = SeededBits(seed)
        return (0..<Int.random(in: 0...8, using: &bits)).map { _ in
            (
                EvidenceKind.allCases.randomElement(using: &bits) ?? .cycle,
                Bearing.allCases.randomElement(using: &bits) ?? .for
            )
        }
    }

    /// From refuted to supported; untested lies on neither side, as mixed does.
    private static func place(_ state: LinkState) -> Int {
        switch state {
        case .refuted: -1
        case .untested, .mixed: 0
        case .supported: 1
        }
    }

    @Test func `each example has the state that the rule gives it`() {
        let examples: [([Piece], LinkState)] = [
            ([], .untested),
            ([(.cycle, .for), (.cycle, .for)], .supported),
            ([(.cycle, .against)], .refuted),
            ([(.cycle, .unclear)], .mixed),
            ([(.cycle, .for), (.signal, .against)], .mixed),
            ([(.cycle, .for), (.study, .unclear)], .mixed),
            ([(.signal, .for), (.study, .for)], .supported),
            ([(.story, .for), (.document, .for), (.document, .against)], .untested),
            ([(.cycle, .for), (.story, .against)], .mixed),
            ([(.study, .against), (.document, .for)], .mixed),
            ([(.study, .against), (.story, .against)], .refuted),
            // Someone who tells both, or nothing clear, contradicts nobody.
            ([(.cycle, .for), (.story, .unclear), (.document, .unclear)], .supported),
        ]
        for (pieces, state) in examples {
            #expect(Self.tally(pieces).state == state, "\(pieces)")
        }
    }

    @Test func `neither the order of the evidence nor the same piece twice makes a difference`() {
        for seed in 1...300 {
            let pieces = Self.pieces(UInt64(seed))
            var bits = SeededBits(UInt64(seed) + 1_000)
            let tally = Self.tally(pieces)
            #expect(Self.tally(pieces.shuffled(using: &bits)) == tally)
            #expect(Self.tally(pieces + pieces).state == tally.state)
        }
    }

    @Test func `what speaks for an arrow never moves it towards refuted, and the other way round`() {
        for seed in 1...300 {
            let pieces = Self.pieces(UInt64(seed))
            let before = Self.tally(pieces).state
            for kind in EvidenceKind.allCases {
                let more = Self.tally(pieces + [(kind, .for)]).state
                #expect(more != .refuted)
                #expect(Self.place(more) >= min(Self.place(before), 0), "\(pieces) and \(kind) for it")
                #expect(before != .supported || more == .supported)
                let less = Self.tally(pieces + [(kind, .against)]).state
                #expect(less != .supported)
                #expect(Self.place(less) <= max(Self.place(before), 0), "\(pieces) and \(kind) against it")
                #expect(before != .refuted || less == .refuted)
            }
        }
    }

    @Test func `an arrow is tested where something tests it, and both sides mirror each other`() {
        for seed in 1...300 {
            let pieces = Self.pieces(UInt64(seed))
            let state = Self.tally(pieces).state
            #expect((state == .untested) == !pieces.contains { $0.kind.isTest })
            let turned = pieces.map { piece -> Piece in
                (piece.kind, piece.bearing == .for ? .against : piece.bearing == .against ? .for : .unclear)
            }
            #expect(Self.place(Self.tally(turned).state) == -Self.place(state))
            if state == .supported { #expect(!pieces.contains { $0.bearing == .against }) }
            if state == .refuted { #expect(!pieces.contains { $0.bearing == .for }) }
        }
    }

    // MARK: Sentences

    @Test func `a sentence says why, counted by kind`() {
        let examples: [([Piece], String)] = [
            ([], "Untested: no closed cycle, signal or outside study speaks of it yet."),
            (
                [(.story, .for), (.story, .for)],
                "Untested: 2 stories speak for it; stories and documents alone don’t test it."
            ),
            ([(.cycle, .against)], "Refuted: 1 closed cycle speaks against it."),
            (
                [(.cycle, .for), (.cycle, .for), (.study, .for), (.study, .for), (.document, .unclear)],
                "Supported: 2 closed cycles and 2 outside studies speak for it; "
                    + "1 document says both, or it is unclear which."
            ),
            (
                [(.cycle, .for), (.signal, .for), (.study, .for), (.story, .against)],
                "Mixed: 1 closed cycle, 1 signal and 1 outside study speak for it; 1 story speaks against it."
            ),
        ]
        for (pieces, sentence) in examples {
            #expect(EvidenceSentences.state(by: Self.tally(pieces)) == sentence)
        }
        #expect(EvidenceSentences.counts(Self.tally([])) == "no evidence yet")
        #expect(
            EvidenceSentences.counts(Self.tally([(.story, .for), (.cycle, .for), (.cycle, .against)]))
                == "2 closed cycles, 1 story"
        )
        #expect(
            EvidenceSentences.state(by: EvidenceTally(), isWhole: false)
                == "Untested: no closed cycle, signal or outside study that you may read speaks of it yet."
        )
        #expect(EvidenceSentences.hidden(0) == nil)
        #expect(EvidenceSentences.hidden(2)?.hasPrefix("2 more pieces of evidence aren’t shared") == true)
    }

    @Test func `the sentence claims no more than there is`() {
        for seed in 1...200 {
            let pieces = Self.pieces(UInt64(seed))
            let tally = Self.tally(pieces)
            let sentence = EvidenceSentences.state(by: tally)
            #expect(sentence.lowercased().hasPrefix("\(tally.state.rawValue): ") && sentence.hasSuffix("."))
            let numbers = sentence.split(separator: " ").compactMap { Int($0) }
            #expect(numbers.reduce(0, +) == pieces.count)
            #expect(sentence.contains(" for it") == pieces.contains { $0.bearing == .for })
            #expect(sentence.contains(" against it") == pieces.contains { $0.bearing == .against })
        }
    }
}
