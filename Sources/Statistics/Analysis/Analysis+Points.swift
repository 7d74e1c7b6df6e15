extension Analysis {
    /// The number of points that belong to at least one rule.
    package var signallingPoints: Int {
        marks.reduce(into: 0) { count, marks in count += marks.isEmpty ? 0 : 1 }
    }

    /// The newest plotted point; nil where nothing is plotted.
    package var newestPlotted: Int? {
        var index = values.count - 1
        for unplotted in unplotted.reversed() where unplotted == index { index -= 1 }
        return index >= 0 ? index : nil
    }

    /// Whether a point has a plotted value.
    package func isPlotted(_ index: Int) -> Bool { !unplotted.containsSorted(index) }

    /// The phase that a point lies in; nil outside the series.
    package func phase(at index: Int) -> Phase? { phases.last { $0.range.contains(index) } }

    /// The rule that names a point when there is room for one only, and its side.
    ///
    /// The order is that of NHSRplotthedots, widened to the other sets: outside the
    /// limits, trend, two of three, four of five, shift, then the rules about a whole phase, then the rules
    /// without a direction. Where two trends meet in a point, the later one names it.
    package func leadingSignal(at index: Int) -> (rule: Rule, side: Side?)? {
        guard let rule = marks[index].rules.min(by: { $0.precedence < $1.precedence }) else { return nil }
        let own = rule.isTrend ? nil : side(at: index)
        let finding = findings.last {
            $0.rule == rule && $0.points.contains(index) && (own == nil || $0.side == nil || $0.side == own)
        }
        return (rule, finding?.side ?? findings.last { $0.rule == rule && $0.points.contains(index) }?.side)
    }

    /// What one point says: its leading rule's side, seen with ``better``.
    ///
    /// A rule without a direction (alternation, points that hug or shun the centre line, too many runs) is
    /// special cause that is neither better nor worse: `high` or `low` by the point's own side, whatever
    /// ``better`` says.
    package func variation(at index: Int) -> Variation {
        guard let (_, side) = leadingSignal(at: index) else { return .commonCause }
        if let side { return Variation(side, better: better) }
        return Variation(self.side(at: index) ?? .above, better: .none)
    }

    /// Which side of its centre line a point lies on; nil where it is on it or either doesn't exist.
    package func side(at index: Int) -> Side? {
        guard isPlotted(index), let phase = phase(at: index),
            let centre = phase.centreLine?[index - phase.range.lowerBound]
        else { return nil }
        return values[index] > centre ? .above : values[index] < centre ? .below : nil
    }
}
