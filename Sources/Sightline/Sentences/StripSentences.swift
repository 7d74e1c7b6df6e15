/// What the strip of five strands says, in sentences.
package enum StripSentences {
    /// What the strip says as a whole: how many of its rows are in which state.
    package static func whole(_ strip: Strip) -> String {
        let states =
            Strip.unmeasured.map { _ in StrandState.cannotTell } + [strip.cycles.state]
            + strip.results.map(\.state)
        let parts = StrandState.allCases.compactMap { state -> String? in
            let count = states.count { $0 == state }
            return count > 0 ? "\(count) \(word(state))" : nil
        }
        return
            "Of \(states.count) rows: \(parts.joined(separator: ", ")). Each state follows from its evidence by a "
            + "printed rule."
    }

    private static func word(_ state: StrandState) -> String {
        switch state {
        case .working: "working"
        case .promising: "promising"
        case .noSignal: "no signal"
        case .concern: "concern"
        case .cannotTell: "cannot tell"
        }
    }

    /// What the results of one stakeholder say.
    package static func results(_ evidence: ResultsEvidence) -> String {
        let base = "\(Words.series(evidence.series)), \(evidence.judged) of them judged and up to date"
        switch evidence.state {
        case .cannotTell where evidence.series == 0:
            return
                "Nothing is measured for \(name(evidence.stakeholder)) yet. A measure with a dozen points would tell."
        case .cannotTell:
            return "\(base). A dozen points of one series, with the newest not overdue, would tell."
        case .concern, .working:
            return "\(base). Going on now, and more than chance would give: \(both(evidence))."
        case .promising:
            return "\(base). Going on now, and perhaps chance: \(counted(evidence.faintlyWanted, "wanted"))."
        case .noSignal:
            return evidence.faintlyUnwanted + evidence.faintlyWanted == 0
                ? "\(base). No signal is going on."
                : "\(base). Going on now, and perhaps chance: "
                    + "\(counted(evidence.faintlyUnwanted, "unwanted")) and "
                    + "\(counted(evidence.faintlyWanted, "wanted"))."
        }
    }

    private static func both(_ evidence: ResultsEvidence) -> String {
        "\(counted(evidence.unwanted, "unwanted")) and \(counted(evidence.wanted, "wanted"))"
    }

    /// What the cycles say.
    package static func cycles(_ evidence: CyclesEvidence) -> String {
        guard evidence.open + evidence.closed > 0 else { return unmeasured(.testsOfChange) }
        let base =
            "\(evidence.closed) closed, \(evidence.whole) of them with all five features of a good test; "
            + "\(evidence.open) open, \(evidence.stuck) of them for more than six weeks."
        guard evidence.state == .cannotTell else { return base }
        return "\(base) \(CyclesEvidence.leastClosed) that are closed would tell."
    }

    /// The cycles behind it, as a list.
    package static func tests(_ count: Int) -> String { "\(Words.count(count, "cycle")), the newest first." }

    /// The signals behind a stakeholder's results.
    package static func goingOn(_ count: Int) -> String {
        count == 1 ? "1 signal goes on." : "\(count) signals go on."
    }

    /// The series behind them.
    package static func series(_ count: Int, balancing: Bool) -> String {
        balancing
            ? "\(Words.series(count)) of balancing measures, which the state leaves out."
            : "\(Words.series(count)), and what each says."
    }

    /// The rule of ``CyclesEvidence/state``.
    package static let cyclesRule = """
        Rule “tests of change”, version 1, from the cycles here and below that you may read. Concern: half of the \
        open ones or more have been open for more than six weeks, or at least \(CyclesEvidence.leastClosed) are \
        closed and none has all five features of a good test. Cannot tell: fewer are closed. Working: at least half \
        of the closed ones have all five. Promising: some have.
        """

    /// Why a strand can't be told, and what would be needed.
    package static func unmeasured(_ strand: Strand) -> String {
        let needed =
            switch strand {
            case .leadership: "what others see leaders do, asked twice"
            case .readiness: "a survey of commitment and confidence across organisations and levels"
            case .relationships: "both sides’ reports of working ties, in two rounds"
            case .testsOfChange: "tests of change, recorded with their predictions"
            case .results: "a measure with a dozen points"
            }
        return "Nothing is measured yet. What would be needed: \(needed)."
    }

    /// Where one stakeholder's results work while a balancing measure of another shows concern, in those words.
    package static func tensions(_ strip: Strip) -> [String] {
        strip.results.filter { $0.state == .working }.flatMap { working in
            strip.results.filter { !$0.balancingConcerns.isEmpty && $0.stakeholder != working.stakeholder }
                .map { other in
                    "Results are working for \(name(working.stakeholder)) while a balancing measure of "
                        + "\(name(other.stakeholder)) shows concern: "
                        + "\(other.balancingConcerns.joined(separator: ", "))."
                }
        }
    }

    /// The rule of ``ResultsEvidence/state``.
    package static let rule = """
        Rule “results”, version 1, from the series that lie here and below, balancing measures left out. Cannot \
        tell: no series has enough points and is up to date. Concern: an unwanted signal is going on that is more \
        than chance would give among all that is checked. Working: a wanted one is, and no unwanted one. Promising: \
        a wanted signal is going on that may still be chance, and no unwanted one. No signal: anything else.
        """

    private static func name(_ stakeholder: Stakeholder) -> String {
        switch stakeholder {
        case .patient: "patients"
        case .staff: "staff"
        case .taxpayer: "taxpayers"
        }
    }

    private static func counted(_ number: Int, _ kind: String) -> String {
        "\(number == 0 ? "no" : "\(number)") \(kind) signal\(number == 1 ? "" : "s")"
    }
}
