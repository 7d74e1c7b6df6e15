/// What is known of a measure's data when a chart is chosen for it.
package struct DataSummary: Equatable, Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        /// One number a point: minutes, pounds, a score.
        case measurement
        /// Several measurements a point.
        case subgroups
        /// A total over a base that isn't a number of chances: minutes per visit.
        case average
        /// Events in equal stretches of time.
        case count
        /// Cases that have something, of all cases.
        case proportion
        /// Events per exposure: falls per bed day.
        case rate
        /// Days or hours from one event to the next.
        case timeBetweenEvents = "time-between-events"
        /// Cases without the event from one event to the next.
        case casesBetweenEvents = "cases-between-events"
    }

    package var kind: Kind
    /// Points with data; nil before there are any.
    package var points: Int?
    /// The share of points without an event or, for a proportion, with nothing but events; from 0 to 1.
    package var shareOfZeros = 0.0
    /// The largest denominator over the smallest above 0; 1 where all are equal.
    package var denominatorSpread = 1.0
    /// The mean number of events a point or, for a proportion, of whatever is rarer: events or the others.
    ///
    /// Nil where it isn't known.
    package var eventsPerPoint: Double?
    /// Whether chance explains how much counts, proportions and rates differ; nil where it isn't known.
    package var dispersion: Dispersion?
    /// Whether the date of each event is known, so that the times between them can be charted.
    package var hasEventDates = false

    package init(_ kind: Kind) { self.kind = kind }

    /// Whether events are so rare that points without any are common.
    var isRare: Bool {
        shareOfZeros > ChartAdvice.rareFromShareOfZeros
            && (eventsPerPoint ?? 0) < ChartAdvice.rareBelowEventsPerPoint
    }
}
