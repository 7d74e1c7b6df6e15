/// Where rules write what they find.
///
/// It borrows the marks' memory; it lives only inside the closure that lent it.
struct Record {
    /// One a point of the series.
    let marks: UnsafeMutableBufferPointer<RuleMarks>
    private(set) var findings: [Finding] = []

    init(marks: UnsafeMutableBufferPointer<RuleMarks>) { self.marks = marks }

    @inline(__always)
    func mark(_ index: Int, _ rule: Rule) { marks[index].formUnion(rule.mark) }

    /// Adds a finding, completed by its last point unless another is named.
    mutating func add(
        _ rule: Rule,
        from first: Int,
        through last: Int,
        completedAt: Int? = nil,
        side: Side?
    ) {
        if findings.isEmpty { findings.reserveCapacity(8) }
        findings.append(
            Finding(rule: rule, points: first..<last + 1, completedAt: completedAt ?? last, side: side)
        )
    }

    /// Lengthens the newest finding.
    mutating func extend(through last: Int) {
        let newest = findings.count - 1
        findings[newest].points = findings[newest].points.lowerBound..<last + 1
    }

    /// Findings in order of their first point, those of one point in order of their rules.
    mutating func sortedFindings() -> [Finding] {
        guard findings.count > 1 else { return findings }
        findings.sort {
            ($0.points.lowerBound, $0.rule.ordinal) < ($1.points.lowerBound, $1.rule.ordinal)
        }
        return findings
    }
}
