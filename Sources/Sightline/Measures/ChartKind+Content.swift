package import Statistics

extension ChartKind {
    /// Whether a chart plots one number over another.
    package enum DenominatorUse: Sendable {
        case needed, optional, impossible
    }

    package var denominator: DenominatorUse {
        switch self {
        case .p, .pPrime, .u, .uPrime, .np, .iPrime: .needed
        case .run, .individuals, .movingRange: .optional
        case .c, .g, .t, .xbar, .s: .impossible
        }
    }

    /// Whether a point is several measurements.
    package var needsSubgroups: Bool { self == .xbar || self == .s }
}
