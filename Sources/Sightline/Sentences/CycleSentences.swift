import Statistics

/// What cycles, their ramps and their board say, in sentences.
package enum CycleSentences {
    /// The headline of a programme: how well its cycles are done as tests, and not how many there are.
    package static func headline(_ readings: some Collection<CycleReading>) -> String {
        let (whole, closed) = readings.honesty
        return headline(whole: whole, closed: closed)
    }

    package static func headline(whole: Int, closed: Int) -> String {
        guard closed > 0 else {
            return "No cycle has been closed yet, so nothing can be said of how they are done."
        }
        let share = (whole * 100 + closed / 2) / closed
        return
            "\(whole) of \(Words.count(closed, "closed cycle")) (\(share)%) \(whole == 1 ? "has" : "have") "
            + "all five features of a good test."
    }

    /// What a board says: how many are open, how many of them are stuck, and what is missing there.
    package static func board(open: Int, _ stuck: [StuckCycle]) -> String {
        guard open > 0 else { return "No cycle is open." }
        let begun = "\(Words.count(open, "cycle")) \(open == 1 ? "is" : "are") open"
        guard !stuck.isEmpty else { return "\(begun); none is stuck." }
        let parts = StuckCycle.Missing.allCases.compactMap { missing -> String? in
            let count = stuck.count { $0.missing == missing }
            return count > 0 ? "\(count) \(count == 1 ? "waits" : "wait") for \(name(missing))" : nil
        }
        return "\(begun), \(stuck.count) of them stuck: \(parts.joined(separator: ", "))."
    }

    /// Why one cycle is stuck, and what would help.
    package static func why(_ stuck: StuckCycle) -> String {
        let open = "Open for \(Words.count(stuck.days, "day"))"
        var sentences: [String]
        switch stuck.missing {
        case .beginning: sentences = ["\(open), and the test has not begun: begin it, or make it smaller."]
        case .study:
            sentences = ["\(open), and nobody has said what happened: write it down, if only in a line."]
        case .decision:
            sentences = ["\(open); it is known what happened, and nobody has decided: decide, and say why."]
        }
        if stuck.isPredictionDue { sentences.append("The day of its prediction has passed.") }
        if stuck.lacksData == true { sentences.append("Its measure has no point since it began.") }
        return sentences.joined(separator: " ")
    }

    /// When a cycle is stuck.
    package static let stuckRule = """
        Rule “stuck”, version 1. A cycle is stuck when it has been open for more than six weeks: since the day \
        when its test began, or since it was planned where it has not begun. Why is told from its record: which \
        step is missing, whether the day of its newest prediction has passed, and whether its measure has a point \
        since it began.
        """

    /// What the programmes of a list say together.
    package static func programmes(_ count: Int, open: Int, stuck: Int) -> String {
        guard count > 0 else { return "There is no programme here that you may read." }
        return "\(Words.count(count, "programme")); \(self.open(open, stuck: stuck))"
    }

    /// How many cycles are open, and how many of these for too long.
    package static func open(_ open: Int, stuck: Int) -> String {
        let begun = "\(Words.count(open, "cycle")) \(open == 1 ? "is" : "are") open"
        return stuck > 0 ? "\(begun), \(stuck) of them for more than six weeks." : "\(begun)."
    }

    /// What a ramp says: each cycle and what became of it, in order.
    package static func ramp(_ cycles: [Cycle]) -> String {
        guard let last = cycles.last else { return "There is no cycle yet." }
        let steps = cycles.map { "cycle \($0.number) \(state($0))" }.joined(separator: ", ")
        let next = last.phase == .closed ? "" : " The newest is still open."
        return cycles.count == 1
            ? "One cycle: \(steps).\(next)" : "A ramp of \(cycles.count) cycles: \(steps).\(next)"
    }

    /// What the strip under a ramp says.
    ///
    /// That something follows a cycle doesn't make the cycle its cause.
    package static func strip(_ cycles: [Cycle], under picture: SeriesPicture) -> String {
        let begun = cycles.compactMap { cycle in
            cycle.began.map { "cycle \(cycle.number) in \(picture.measure.definition.period.label(for: $0))" }
        }
        let marked = begun.isEmpty ? "" : " Marked is when each test began: \(begun.joined(separator: ", "))."
        return
            "\(picture.measure.title): \(Sentences.statement(of: picture).text)\(marked) What follows a test may "
            + "have other causes."
    }

    private static func state(_ cycle: Cycle) -> String {
        switch cycle.decision {
        case .adopt: "adopted"
        case .adapt: "adapted"
        case .abandon: "abandoned"
        case .extend: "extended"
        case nil: cycle.phase == .plan ? "planned" : cycle.phase == .do ? "being done" : "being studied"
        }
    }

    private static func name(_ missing: StuckCycle.Missing) -> String {
        switch missing {
        case .beginning: "the test to begin"
        case .study: "what happened"
        case .decision: "a decision"
        }
    }
}
