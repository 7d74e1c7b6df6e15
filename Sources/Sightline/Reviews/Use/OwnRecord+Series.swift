package import Statistics
import Storage

extension OwnRecord {
    /// A measure of the record, charted and judged as any other; nil where there is no whole month to tell of.
    package func picture(of own: OwnMeasure, today: Day) -> SeriesPicture? {
        let observations = observations(of: own, today: today)
        guard !observations.isEmpty else { return nil }
        return try? AnalysisBuilder.picture(of: own.measure, observations, phases: [])
    }

    /// A month each, from the first that has something to the last whole one.
    package func observations(of own: OwnMeasure, today: Day) -> Observations {
        switch own {
        case .daysToDecision:
            let days = signals.compactMap { signal in
                signal.decided.map {
                    (day: $0.day, value: max(0, Int($0.day.number - signal.found.day.number)))
                }
            }
            return monthly(days, until: today) { values in
                let sorted = values.sorted()
                guard !sorted.isEmpty else { return (nil, nil) }
                // The lower of two in the middle, as in the ledger.
                return (Double(sorted[(sorted.count - 1) / 2]), nil)
            }
        case .followedUp:
            let days = decisions.map { decision in
                (
                    day: decision.due,
                    value: decision.followed.map {
                        $0.day.number - decision.due.number <= OwnMeasure.followUpDays
                    } ?? false
                )
            }
            return share(days, until: today.advanced(by: -OwnMeasure.followUpDays) ?? today)
        case .explained:
            let days = signals.map { signal in
                (
                    day: signal.found.day,
                    value: signal.explained.map {
                        $0.day.number - signal.found.day.number <= OwnMeasure.explanationDays
                    } ?? false
                )
            }
            return share(days, until: today.advanced(by: -OwnMeasure.explanationDays) ?? today)
        case .minutesAsked:
            return monthly(asked.map { ($0.day, $0.minutes) }, until: today) { values in
                (Double(values.reduce(0, +)), nil)
            }
        }
    }

    private func share(_ days: [(day: Day, value: Bool)], until end: Day) -> Observations {
        monthly(days, until: end) { values in
            guard !values.isEmpty else { return (nil, nil) }
            return (Double(values.count { $0 }), Double(values.count))
        }
    }

    /// - Parameter end: a month counts that ends before it.
    private func monthly<Value>(
        _ days: [(day: Day, value: Value)],
        until end: Day,
        _ value: ([Value]) -> (numerator: Double?, denominator: Double?)
    ) -> Observations {
        let grouped = Dictionary(grouping: days) { Period.month.start(of: $0.day) }
        let limit = Period.month.start(of: end)
        var observations = Observations()
        var month = grouped.keys.min()
        while let start = month, start < limit {
            let (numerator, denominator) = value((grouped[start] ?? []).map(\.value))
            observations.append(
                Observation(day: start, numerator: numerator, denominator: denominator)
            )
            month = Period.month.next(after: start)
        }
        return observations
    }
}
