import Statistics

/// The lowest and the highest of some values.
struct Extent {
    /// Nil before the first value.
    private(set) var range: ClosedRange<Double>?

    mutating func include(_ value: Double) {
        guard let known = range else {
            range = value...value
            return
        }
        if value < known.lowerBound {
            range = value...known.upperBound
        } else if value > known.upperBound {
            range = known.lowerBound...value
        }
    }

    mutating func include(_ line: Analysis.Line?) {
        switch line {
        case .constant(let value): include(value)
        case .varying(let values): for case let value? in values { include(value) }
        case nil: break
        }
    }

    /// Includes what is plotted and all lines.
    mutating func include(_ analysis: Analysis) {
        var unplotted = analysis.unplotted[...]
        for (index, value) in analysis.values.enumerated() {
            if unplotted.first == index { unplotted.removeFirst() } else { include(value) }
        }
        for phase in analysis.phases {
            include(phase.centreLine)
            include(phase.limits?.lower)
            include(phase.limits?.upper)
        }
    }
}
