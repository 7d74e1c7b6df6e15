/// Whether the process, left as it is, will meet its target.
package enum Assurance: String, Sendable {
    case passing, failing
    case hitOrMiss = "hit-or-miss"
    case noTarget = "no-target"
    case tooFew = "too-few"

    /// Compares a target with the limits that hold for the newest point.
    ///
    /// A target on a limit, or a chart without limits, is hit or miss.
    init(target: Double?, limits: (lower: Double, upper: Double)?, better: Direction) {
        guard let target, better != .none else {
            self = .noTarget
            return
        }
        guard let limits else {
            self = .hitOrMiss
            return
        }
        if target > limits.upper {
            self = better == .up ? .failing : .passing
        } else if target < limits.lower {
            self = better == .up ? .passing : .failing
        } else {
            self = .hitOrMiss
        }
    }
}
