/// The set of rules that a point belongs to.
package struct RuleMarks: OptionSet, Hashable, Sendable {
    package var rawValue: UInt32
    package init(rawValue: UInt32) { self.rawValue = rawValue }

    /// The rules in it, in the order of ``Rule/allCases``.
    package var rules: [Rule] {
        var rules: [Rule] = []
        var rest = rawValue
        while rest != 0 {
            let ordinal = rest.trailingZeroBitCount
            if ordinal < Self.table.count { rules.append(Self.table[ordinal]) }
            rest &= rest - 1
        }
        return rules
    }

    private static let table = Rule.allCases
}
