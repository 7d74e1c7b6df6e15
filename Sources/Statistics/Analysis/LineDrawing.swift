/// The lines of a phase as they are plotted: back in the units of the chart, and multiplied.
struct LineDrawing {
    private let lines: ControlLines
    private let sizes: [Double]
    private let range: Range<Int>
    private let kind: ChartKind
    private let multiplier: Double
    /// A point of the phase in both scales.
    private let known: (score: Double, value: Double)?

    init(_ lines: ControlLines, _ plot: Plot, _ members: Members, _ options: ChartOptions) {
        self.lines = lines
        sizes = plot.sizes
        range = members.range
        known = members.column(plot.scores, first: 1).first.flatMap { score in
            members.column(plot.values, first: 1).first.map { (score, $0) }
        }
        kind = options.kind
        multiplier = options.multiplier
    }

    /// One value, or one a point where an NP chart's denominators differ.
    var centreLine: Analysis.Line {
        guard kind == .np, uniformSize == nil else {
            return .constant(drawn(lines.centre, size: uniformSize ?? 0))
        }
        return .varying(
            range.map { sizes[$0] > 0 ? drawn(lines.centre, size: sizes[$0]) : nil }
        )
    }

    /// Nil where no point of the phase has limits.
    var limits: Analysis.Limits? {
        guard lines.hasLimits else { return nil }
        if !lines.dependsOnSize || uniformSize != nil {
            let size = uniformSize ?? 0
            return drawn(lines.thresholds(size: size), size: size).map {
                Analysis.Limits(lower: .constant($0.lower), upper: .constant($0.upper))
            }
        }
        let pairs = range.map { index in
            let size = sizes[index]
            return size > 0 ? drawn(lines.thresholds(size: size), size: size) : nil
        }
        guard pairs.contains(where: { $0 != nil }) else { return nil }
        return Analysis.Limits(
            lower: .varying(pairs.map { $0?.lower }),
            upper: .varying(pairs.map { $0?.upper })
        )
    }

    /// The size that all points of the phase share; nil where they differ, one isn't plotted or the chart has
    /// none.
    private var uniformSize: Double? {
        guard !sizes.isEmpty else { return nil }
        let sizes = sizes[range]
        guard let first = sizes.first, first > 0, sizes.allSatisfy({ $0 == first }) else { return nil }
        return first
    }

    private func drawn(_ thresholds: Thresholds, size: Double) -> (lower: Double, upper: Double)? {
        guard thresholds.upper3.isFinite else { return nil }
        return (drawn(thresholds.lower3, size: size), drawn(thresholds.upper3, size: size))
    }

    private func drawn(_ score: Double, size: Double) -> Double {
        switch kind {
        case .np: score * size * multiplier
        case .t: time(score) * multiplier
        default: score * multiplier
        }
    }

    /// The time of a T chart's score; the way there and back is not exact, and times that are all equal must lie on
    /// their lines.
    private func time(_ score: Double) -> Double {
        if let known, known.score == score { return known.value }
        return PowerTransform.back(score)
    }
}
