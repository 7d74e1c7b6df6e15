import Statistics

/// What a chart asks of the numbers of one row, whatever the other rows hold.
struct ContentCheck: Sendable {
    enum Fault {
        case negativeFirst, negativeDenominator, notPositive, aboveDenominator, firstRange, denominatorRange
    }

    private var isCount = false
    private var isProportion = false
    private var isTime = false

    init(_ chart: ChartKind?) {
        switch chart {
        case .p, .pPrime, .np:
            isCount = true
            isProportion = true
        case .u, .uPrime, .c, .g: isCount = true
        case .t: isTime = true
        case .run, .individuals, .movingRange, .iPrime, .xbar, .s, nil: break
        }
    }

    /// Nil for a good value.
    func fault(value: Double) -> Fault? {
        if value.magnitude > ChartInput.largestMagnitude { return .firstRange }
        if isCount && value < 0 { return .negativeFirst }
        return isTime && value <= 0 ? .notPositive : nil
    }

    /// Nil for a good pair, either of which may be missing.
    func fault(numerator: Double?, denominator: Double?) -> Fault? {
        if let numerator, let fault = fault(value: numerator) { return fault }
        guard let denominator else { return nil }
        if denominator < 0 { return .negativeDenominator }
        if denominator > ChartInput.largestMagnitude { return .denominatorRange }
        guard let numerator else { return nil }
        if isProportion && numerator > denominator { return .aboveDenominator }
        guard denominator > 0 else { return nil }
        if denominator < 1 / ChartInput.largestMagnitude { return .denominatorRange }
        return (numerator / denominator).magnitude > ChartInput.largestMagnitude ? .firstRange : nil
    }
}
