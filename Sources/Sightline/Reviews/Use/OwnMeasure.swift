import Statistics
import Storage

/// A measure of how Sightline itself is used, computed from the record of a unit and of those below it.
package enum OwnMeasure: String, CaseIterable, Sendable {
    case daysToDecision = "days-to-decision"
    case followedUp = "followed-up"
    case explained
    case minutesAsked = "minutes-asked"

    /// So many days after its due day a decision has been followed up in time.
    package static let followUpDays = 14
    /// So many days after it came a signal has been explained in time.
    package static let explanationDays = 31

    /// As any other measure, so that it is charted and judged by the same rules.
    package var measure: Measure {
        var measure = Measure(
            id: id,
            key: "sightline-\(rawValue)",
            title: title,
            why: why,
            domain: "How we use Sightline",
            stakeholder: .staff,
            role: self == .minutesAsked ? .balancing : .process,
            better: better,
            definition: Definition(numerator: counted, denominator: outOf, period: .month),
            chart: ChartSettings(
                kind: outOf == nil ? .individuals : .p,
                multiplier: outOf == nil ? 1 : 100
            ),
            format: outOf == nil ? ValueFormat(unit: unit) : ValueFormat(unit: "%", decimals: 0)
        )
        measure.reportingDays = nil
        return measure
    }

    package var title: String {
        switch self {
        case .daysToDecision: "Days from signal to decision"
        case .followedUp: "Decisions followed up"
        case .explained: "Signals explained"
        case .minutesAsked: "Minutes asked of people"
        }
    }

    private var why: String {
        switch self {
        case .daysToDecision: "A signal that never reaches a decision was of no use."
        case .followedUp: "Who never looks back doesn’t learn whether a decision was right."
        case .explained: "What nobody tries to explain is only noise on a page."
        case .minutesAsked: "Looking at data takes time from those whom it is about."
        }
    }

    private var better: Direction {
        switch self {
        case .daysToDecision, .minutesAsked: .down
        case .followedUp, .explained: .up
        }
    }

    private var counted: String {
        switch self {
        case .daysToDecision: "Days until a signal was first decided about, the middle one of the month"
        case .followedUp: "Decisions followed up within \(Self.followUpDays) days of their day"
        case .explained: "Signals explained within \(Self.explanationDays) days of coming"
        case .minutesAsked: "Minutes of reviews times people there, and minutes of follow-ups"
        }
    }

    private var outOf: String? {
        switch self {
        case .daysToDecision, .minutesAsked: nil
        case .followedUp: "Decisions to be followed up in the month"
        case .explained: "Signals that came into the ledger in the month"
        }
    }

    private var unit: String { self == .daysToDecision ? "days" : "minutes" }

    /// How it is reckoned, in full.
    package var definition: String {
        switch self {
        case .daysToDecision:
            "For each signal that was acted on, settled or dismissed for the first time in a month: the days since it "
                + "came into the ledger; of these, the middle one. Withdrawn signals don’t count. A month in which "
                + "nothing was decided has no value."
        case .followedUp:
            "Of all decisions whose day lies in a month, the share of which somebody said what came of it at most "
                + "\(Self.followUpDays) days after that day. A month counts once all its decisions have had that long."
        case .explained:
            "Of all signals that came in a month and were not withdrawn, the share whose cause was named, or looked "
                + "for and not found, in the ledger or in a review, at most \(Self.explanationDays) days later. A "
                + "month counts once all its signals have had that long."
        case .minutesAsked:
            "For each closed review of the month, the minutes that it took times the people who were there, as "
                + "those who closed it said; and the minutes that following up took, where somebody said so. Filling "
                + "in forms beside is not counted."
        }
    }

    /// Always the same: nothing of it is stored.
    private var id: Measure.ID {
        var zeros = Zeros()
        return Measure.ID(microseconds: Int64(Self.allCases.firstIndex(of: self) ?? 0), using: &zeros)
    }

    private struct Zeros: RandomNumberGenerator {
        mutating func next() -> UInt64 { 0 }
    }
}
