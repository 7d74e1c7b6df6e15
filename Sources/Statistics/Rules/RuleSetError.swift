/// Why a rule set can't be changed as asked.
package enum RuleSetError: Error, Equatable, Sendable {
    /// The set has no shift (or no trend) rule whose length could change.
    case noSuchRule(Rule, in: RuleSet.Name)
    /// So short a run would signal everywhere.
    case lengthTooShort(Int, shortest: Int)
}
