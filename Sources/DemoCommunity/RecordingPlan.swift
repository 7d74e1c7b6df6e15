import Sightline
import Statistics

/// Who records which part of the fictional data when: two years at once, then by quarters, lately by months.
struct RecordingPlan {
    /// One recording.
    struct Step {
        /// The first day that it no longer covers.
        var end: Day
        var author: FictionalAuthor
        var reason: String
        var parts: [Part]
    }

    /// What it says of one series.
    struct Part {
        var measure: String
        var unit: String
        var observations: [Observation]
    }

    private struct Whole {
        var part: Part
        var period: Period
    }

    private let wholes: [Whole]
    /// Ascending; each recording goes up to the next one.
    private let ends: [Day]
    private let newestEnds: Set<Day>
    private var index = 0

    init(_ community: FictionalCommunity) {
        wholes = community.measures.flatMap { measure in
            community.reporters(of: measure).map { member in
                var generator = SeriesGenerator(
                    measure.behaviour,
                    name: "\(measure.key) \(member.code)",
                    size: member.size,
                    events: community.events(in: measure.key, of: member.code),
                    last: community.last
                )
                let observations = generator.observations(
                    every: measure.definition.period,
                    from: community.first
                )
                let part = Part(measure: measure.key, unit: member.code, observations: observations)
                return Whole(part: part, period: measure.definition.period)
            }
        }
        let newest = Self.monthEnds(upTo: community.last)
        let definitions = community.events.filter { $0.kind == .definition }.map(\.day)
        newestEnds = Set(newest.dropFirst())
        let quarters = Self.quarterEnds(from: community.first, to: newest.first ?? community.last)
        ends = Set(newest + definitions + quarters).sorted()
    }

    /// The next recording, or nil after the last.
    mutating func next() -> Step? {
        guard index < ends.count else { return nil }
        let start = index > 0 ? ends[index - 1] : .first
        let end = ends[index]
        index += 1
        guard newestEnds.contains(end) else {
            let last = Period.month.label(for: end.advanced(by: -1) ?? end)
            let reason =
                index == 1 ? "The records of the organisations, collected" : "Quarterly return up to \(last)"
            return Step(end: end, author: .lead, reason: reason, parts: parts(from: start, to: end))
        }
        return Step(
            end: end,
            author: index % 2 == 0 ? .analyst : .deputy,
            reason: "Monthly return for \(Period.month.label(for: start))",
            parts: parts(from: start, to: end, correctsMonthBefore: true)
        )
    }

    private func parts(from start: Day, to end: Day, correctsMonthBefore: Bool = false) -> [Part] {
        wholes.compactMap { whole in
            let isMonthly = whole.period == .month
            var part = whole.part
            part.observations = part.observations.filter { $0.day >= start && $0.day < end }
            // A month's figures are provisional until the next month's come.
            if correctsMonthBefore, isMonthly {
                for index in part.observations.indices { part.observations[index].flags = .provisional }
                part.observations += whole.part.observations.filter {
                    $0.day < start && Period.month.next(after: $0.day) == start
                }
            }
            return part.observations.isEmpty ? nil : part
        }
    }

    /// Every third month before the monthly returns, down to two years after the beginning.
    private static func quarterEnds(from first: Day, to newest: Day) -> [Day] {
        var ends: [Day] = []
        var end = newest
        while true {
            for _ in 1...3 { end = end.advanced(by: -1).map(Period.month.start(of:)) ?? end }
            guard end.year * 12 + end.month >= first.year * 12 + first.month + 24 else { return ends }
            ends.append(end)
        }
    }

    /// The ends of the last four months.
    private static func monthEnds(upTo last: Day) -> [Day] {
        var ends: [Day] = []
        var end = Period.month.next(after: last)
        while ends.count < 4, let day = end {
            ends.insert(day, at: 0)
            end = day.advanced(by: -1).map(Period.month.start(of:))
        }
        return ends
    }
}
