/// A chart that suits the data, and why.
package struct ChartAdvice: Equatable, Sendable {
    package var kind: ChartKind
    /// One sentence for a person.
    package var reason: String

    /// Fewer points than this have trial limits only.
    static let fewestPoints = 13
    /// With more points than this share at an end of the scale, events are rare.
    static let rareFromShareOfZeros = 0.25
    /// With as many events as this in a point on average they are not: then zeros have another cause.
    static let rareBelowEventsPerPoint = 3.0
    /// Denominators that differ by less than this factor count as equal.
    static let equalDenominators = 1.25
}

/// The chart that suits a series, told from its numbers alone; always one that can be drawn from them.
package func adviseChart(for input: ChartInput) -> ChartAdvice {
    adviseChart(DataSummary(input))
}

/// The chart that suits a kind of data.
///
/// Sources: the choice by kind of data is Provost and Murray's (The Health Care Data Guide, 2011); P′ and U′
/// where chance doesn't explain the spread, Laney's (Quality Engineering 14, 2002); G and T for rare events,
/// Benneyan's and Nelson's. The thresholds are in ``ChartAdvice``; whether chance explains the spread is
/// ``Dispersion``'s to say, and is asked only where events are not rare: what lies between rare events tells
/// more than any spread of their counts.
package func adviseChart(_ data: DataSummary) -> ChartAdvice {
    if let recast = adviseRecasting(data) { return recast }
    if let points = data.points, points < ChartAdvice.fewestPoints, data.kind != .subgroups {
        return ChartAdvice(
            kind: .run,
            reason: "With \(points) point\(points == 1 ? "" : "s") so far, too few for limits that can be "
                + "trusted, a run chart shows the median and runs about it."
        )
    }
    return switch data.kind {
    case .measurement: adviseForMeasurement(data)
    case .average: adviseForAverage(data)
    case .count: adviseForCount(data)
    case .proportion, .rate: adviseForRatio(data)
    case .subgroups:
        ChartAdvice(
            kind: .xbar,
            reason:
                "Each point is several measurements, so an X-bar chart of their means is the most sensitive."
        )
    case .timeBetweenEvents:
        ChartAdvice(
            kind: .t,
            reason: "Times between rare events are skewed, which the limits of a T chart allow for."
        )
    case .casesBetweenEvents: adviseForGaps(data)
    }
}

/// Rare events whose dates are known are better charted by what lies between them.
private func adviseRecasting(_ data: DataSummary) -> ChartAdvice? {
    guard data.hasEventDates, data.isRare else { return nil }
    let rarity = "In \(percentage(data.shareOfZeros)) of points nothing happened"
    return switch data.kind {
    case .proportion:
        ChartAdvice(
            kind: .g,
            reason:
                "\(rarity), so a G chart of the cases between events shows a change sooner."
        )
    case .count, .rate:
        ChartAdvice(
            kind: .t,
            reason:
                "\(rarity), so a T chart of the times between events shows a change sooner."
        )
    default: nil
    }
}

private func adviseForGaps(_ data: DataSummary) -> ChartAdvice {
    ChartAdvice(
        kind: .g,
        reason: data.dispersion == nil
            ? "Each point counts the cases from one rare event to the next, which is what a G chart is for."
            : "The points are whole numbers as skewed as the cases from one rare event to the next are, "
                + "which is what a G chart is for."
    )
}

private func adviseForMeasurement(_ data: DataSummary) -> ChartAdvice {
    if let dispersion = data.dispersion, dispersion.factor > 0 {
        return ChartAdvice(
            kind: .individuals,
            reason:
                "The points are whole numbers that differ \(multiple(dispersion.factor)) as much as chance "
                + "alone makes counts differ, so an XmR chart takes its limits from the points themselves."
        )
    }
    return ChartAdvice(
        kind: .individuals,
        reason:
            "Each point is one measurement, so an XmR chart takes its limits from how much neighbours differ."
    )
}

private func adviseForAverage(_ data: DataSummary) -> ChartAdvice {
    guard data.denominatorSpread >= ChartAdvice.equalDenominators else {
        return ChartAdvice(
            kind: .individuals,
            reason: "Each point is an average over a base that hardly changes, so an XmR chart serves it."
        )
    }
    return ChartAdvice(
        kind: .iPrime,
        reason:
            "Each point is an average over a base that changes up to \(multiple(data.denominatorSpread)), "
            + "so the limits of an I\u{2032} chart narrow where the base is large."
    )
}

private func adviseForCount(_ data: DataSummary) -> ChartAdvice {
    if data.isRare {
        return ChartAdvice(
            kind: .c,
            reason:
                "A C chart takes counts, but in \(percentage(data.shareOfZeros)) of points nothing happened, "
                + "so with the date of each event a T chart of the times between events would show a change "
                + "sooner."
        )
    }
    if let dispersion = data.dispersion, dispersion.verdict != .chance {
        return ChartAdvice(
            kind: .individuals,
            reason:
                "The counts differ \(multiple(dispersion.factor)) as much as chance alone would make them, "
                + "so an XmR chart takes its limits from the points themselves."
        )
    }
    return ChartAdvice(
        kind: .c,
        reason: "Each point counts events, and the counts differ as chance alone would make them, "
            + "so the limits of a C chart fit."
    )
}

private func adviseForRatio(_ data: DataSummary) -> ChartAdvice {
    let isProportion = data.kind == .proportion
    let name = isProportion ? "P" : "U"
    let noun = isProportion ? "proportion" : "rate"
    let kind: ChartKind = isProportion ? .p : .u
    if data.isRare {
        let between =
            isProportion ? "G chart of the cases between events" : "T chart of the times between events"
        return ChartAdvice(
            kind: kind,
            reason:
                "A \(name) chart takes a \(noun), but \(percentage(data.shareOfZeros)) of points lie at one "
                + "end of the scale, so with the date of each event a \(between) would show a change sooner."
        )
    }
    if let dispersion = data.dispersion, dispersion.verdict != .chance, dispersion.factor > 0 {
        return ChartAdvice(
            kind: isProportion ? .pPrime : .uPrime,
            reason:
                "Each point is a \(noun), and points differ \(multiple(dispersion.factor)) as much as chance "
                + "makes them differ, so a \(name)\u{2032} chart fits its limits to that."
        )
    }
    return ChartAdvice(
        kind: kind,
        reason:
            "Each point is a \(noun) with a known denominator, so the limits of a \(name) chart narrow where "
            + "the denominator is large."
    )
}

private func percentage(_ share: Double) -> String { "\(Int((share * 100).rounded()))%" }

/// A factor as words: "2.5 times", "0.6 times".
private func multiple(_ factor: Double) -> String {
    let tenths = (factor < 1e6 ? factor * 10 : 1e7).rounded()
    let number = tenths < 100 ? "\(tenths / 10)" : "\(Int(tenths / 10))"
    return "\(number) times"
}
