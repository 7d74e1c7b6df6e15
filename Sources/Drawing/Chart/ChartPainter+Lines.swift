import Markup
import Statistics

extension ChartPainter {
    /// The room between the limits, faintly shaded.
    mutating func paintBands() {
        guard chart.analysis.phases.contains(where: { $0.limits != nil }) else { return }
        svg += "<path class='band' fill='\(Palette.band)' d='"
        for phase in chart.analysis.phases {
            guard let limits = phase.limits else { continue }
            if case .constant(let lower) = limits.lower, case .constant(let upper) = limits.upper {
                appendBand(over: phase.range, from: { _ in lower }, to: { _ in upper }, isConstant: true)
            } else {
                let start = phase.range.lowerBound
                for stretch in stretches(of: phase, limits) {
                    appendBand(
                        over: stretch,
                        from: { limits.lower[$0 - start] ?? 0 },
                        to: { limits.upper[$0 - start] ?? 0 },
                        isConstant: false
                    )
                }
            }
        }
        svg.append("'/>")
    }

    /// The parts of a phase at which both limits exist.
    private func stretches(of phase: Analysis.Phase, _ limits: Analysis.Limits) -> [Range<Int>] {
        var stretches: [Range<Int>] = []
        for index in phase.range {
            let offset = index - phase.range.lowerBound
            guard limits.lower[offset] != nil, limits.upper[offset] != nil else { continue }
            if let last = stretches.last, last.upperBound == index {
                stretches[stretches.count - 1] = last.lowerBound..<index + 1
            } else {
                stretches.append(index..<index + 1)
            }
        }
        return stretches
    }

    private mutating func appendBand(
        over range: Range<Int>,
        from lower: (Int) -> Double,
        to upper: (Int) -> Double,
        isConstant: Bool
    ) {
        guard let first = range.first, let last = range.last else { return }
        svg.append("M")
        svg.append(x: frame.edges[first], y: frame.y(of: upper(first)))
        for index in isConstant ? last...last : first...last {
            svg.append("V")
            svg.append(frame.y(of: upper(index)))
            svg.append("H")
            svg.append(frame.edges[index + 1])
        }
        for index in (isConstant ? first...first : first...last).reversed() {
            svg.append("V")
            svg.append(frame.y(of: lower(index)))
            svg.append("H")
            svg.append(frame.edges[index])
        }
        svg.append("z")
    }

    /// Limits dashed and centre lines solid, in steps where they vary.
    mutating func paintLimits() {
        svg += "<path class='limit' fill='none' stroke='\(Palette.line)' stroke-dasharray='5 3' d='"
        for phase in chart.analysis.phases {
            append(phase.limits?.lower, over: phase.range)
            append(phase.limits?.upper, over: phase.range)
        }
        svg += "'/><path class='centre' fill='none' stroke='\(Palette.muted)' stroke-width='1.5' d='"
        for phase in chart.analysis.phases { append(phase.centreLine, over: phase.range) }
        svg.append("'/>")
    }

    /// Lines of before, dotted.
    mutating func paintGhosts() {
        guard !chart.ghosts.isEmpty else { return }
        svg += "<path class='ghost' fill='none' stroke='\(Palette.line)' stroke-dasharray='1.5 3.5' d='"
        for ghost in chart.ghosts {
            append(.constant(ghost.centreLine), over: ghost.range)
            if let limits = ghost.limits {
                append(.constant(limits.lowerBound), over: ghost.range)
                append(.constant(limits.upperBound), over: ghost.range)
            }
        }
        svg.append("'/>")
    }

    /// The target, step by step.
    mutating func paintTarget() {
        guard let target = chart.target else { return }
        svg += """
            <path class='target' fill='none' stroke='\(Palette.ink)' stroke-width='1.25' \
            stroke-dasharray='9 4' d='
            """
        let steps = target.steps.filter { $0.start < frame.xs.count }
        for (index, step) in steps.enumerated() {
            let end = index + 1 < steps.count ? steps[index + 1].start : frame.xs.count
            append(.constant(step.value), over: max(step.start, 0)..<max(end, step.start, 0))
        }
        svg.append("'/>")
        guard chart.size.isFull, !chart.size.isNarrow else { return }
        for step in steps.dropLast() where step.start >= 0 { paintLabel(of: step) }
    }

    /// A former target's value above or below the start of its line, or nowhere where points are in the way.
    private mutating func paintLabel(of step: Target.Step) {
        let text = "Target " + chart.format.text(step.value, among: frame.valueAxis.span)
        let left = frame.edges[step.start]
        let right = left + TextWidth.of(text, size: chart.size.fontSize)
        let line = frame.y(of: step.value)
        let free = [line, line + lineHeight].first { bottom in
            bottom - lineHeight >= frame.top && bottom <= frame.bottom
                && !frame.xs.indices.contains { index in
                    frame.xs[index] > left - 6 && frame.xs[index] < right + 6
                        && chart.analysis.isPlotted(index)
                        && (bottom - lineHeight - 4...bottom + 4).contains(
                            frame.y(of: chart.analysis.values[index])
                        )
                }
        }
        if let free { paintText(text, x: left, y: free, isMuted: false) }
    }

    private mutating func append(_ line: Analysis.Line?, over range: Range<Int>) {
        guard let line, !range.isEmpty, range.upperBound < frame.edges.count else { return }
        switch line {
        case .constant(let value):
            svg.append("M")
            svg.append(x: frame.edges[range.lowerBound], y: frame.y(of: value))
            svg.append("H")
            svg.append(frame.edges[range.upperBound])
        case .varying(let values):
            var isDrawing = false
            for (index, value) in zip(range, values) {
                guard let value else {
                    isDrawing = false
                    continue
                }
                if isDrawing {
                    svg.append("V")
                    svg.append(frame.y(of: value))
                } else {
                    svg.append("M")
                    svg.append(x: frame.edges[index], y: frame.y(of: value))
                }
                svg.append("H")
                svg.append(frame.edges[index + 1])
                isDrawing = true
            }
        }
    }
}
