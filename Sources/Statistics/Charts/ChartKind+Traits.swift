/// What each chart needs and which rules hold on it.
extension ChartKind {
    /// Whether the chart has control limits at all.
    package var hasLimits: Bool { self != .run }

    /// Whether rules that count neighbours (shift, trend, crossings) hold.
    ///
    /// Not on MR charts: neighbouring ranges share a measurement, so they are correlated in a stable process
    /// too (qicharts2 leaves the runs analysis out for the same reason).
    package var allowsRunRules: Bool { self != .movingRange }

    /// Whether rules about thirds of the limits hold: they need limits that lie evenly about the centre line.
    ///
    /// A T chart is judged in its transformed scale, where its limits are even. Those of G and MR charts are
    /// not.
    package var allowsZoneRules: Bool {
        switch self {
        case .run, .movingRange, .g: false
        case .individuals, .p, .pPrime, .u, .uPrime, .c, .np, .t, .xbar, .s, .iPrime: true
        }
    }

    /// Whether limits come from a mean moving range that outlying ones can be left out of.
    ///
    /// An MR chart is there to show them, so its own limits keep them.
    package var canScreenMovingRanges: Bool {
        switch self {
        case .individuals, .pPrime, .uPrime, .iPrime, .t: true
        case .run, .movingRange, .p, .u, .c, .np, .g, .xbar, .s: false
        }
    }

    /// Whether values below zero are an error: counts, and the numerators of proportions and rates.
    var forbidsNegatives: Bool {
        switch self {
        case .p, .pPrime, .u, .uPrime, .c, .np, .g: true
        case .run, .individuals, .movingRange, .t, .xbar, .s, .iPrime: false
        }
    }

    /// Whether a numerator is a part of its denominator.
    var isProportion: Bool { self == .p || self == .pPrime || self == .np }
}
