import Sightline
import Statistics

/// What one rule found in one go: neighbouring findings of it on one side are one.
struct FoundStretch: Sendable {
    let rule: Rule
    let side: Side?
    private(set) var points: Range<Int>
    /// The point with which the rule was first met.
    private(set) var completedAt: Int

    /// Those of an analysis: each with the next of the same kind where no plotted point lies between.
    static func all(in analysis: Analysis) -> [FoundStretch] {
        var stretches: [FoundStretch] = []
        for finding in analysis.findings {
            let last = stretches.lastIndex { $0.rule == finding.rule && $0.side == finding.side }
            if let last, stretches[last].isBefore(finding, in: analysis) {
                let known = stretches[last]
                stretches[last].points =
                    known.points.lowerBound..<max(known.points.upperBound, finding.points.upperBound)
                stretches[last].completedAt = min(known.completedAt, finding.completedAt)
            } else {
                stretches.append(
                    FoundStretch(
                        rule: finding.rule,
                        side: finding.side,
                        points: finding.points,
                        completedAt: finding.completedAt
                    )
                )
            }
        }
        return stretches
    }

    /// Whether a later finding overlaps it or goes on from it, in one phase.
    private func isBefore(_ finding: Finding, in analysis: Analysis) -> Bool {
        let isInPhase =
            analysis.phase(at: points.lowerBound)?.range
            == analysis.phase(at: finding.points.lowerBound)?.range
        let between = points.upperBound..<max(points.upperBound, finding.points.lowerBound)
        return isInPhase && between.allSatisfy { !analysis.isPlotted($0) }
    }

    /// How many of its points have a value.
    func plottedCount(in analysis: Analysis) -> Int { points.count(where: analysis.isPlotted) }

    var words: String { Finding(rule: rule, points: points, completedAt: completedAt, side: side).words }
}
