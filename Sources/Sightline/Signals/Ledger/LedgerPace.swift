package import Statistics

/// How the product does its own work: how soon people decide about signals, and how many they explain.
package struct LedgerPace: Equatable, Sendable {
    /// Signals that the rules or people brought into the ledger in the time looked at, and nothing took away.
    package var signals: Int
    /// Those with a cause, or of which it was said that none was found.
    package var explained: Int
    /// Days from each signal's coming to the first step that decided: acting, settling or dismissing; ascending.
    package var daysToDecision: [Int]

    /// The middle one of the days, the lower of two; nil where nothing was decided.
    package var medianDays: Int? {
        daysToDecision.isEmpty ? nil : daysToDecision[(daysToDecision.count - 1) / 2]
    }

    /// Of the signals of a reading that came on a day or later.
    ///
    /// - Parameter decided: when each signal was first decided about.
    package init(_ reading: LedgerReading, since day: Day, decided: [Signal.ID: Timestamp]) {
        let entries = reading.entries.filter { !$0.isWithdrawn && $0.found.day >= day }
        signals = entries.count
        explained = entries.count { $0.handling.cause != nil }
        daysToDecision = entries.compactMap { entry in
            decided[entry.id].map { max(0, Int($0.day.number - entry.found.day.number)) }
        }.sorted()
    }
}
