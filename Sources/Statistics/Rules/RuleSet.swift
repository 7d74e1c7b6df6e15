/// A named set of rules with its parameters and version, so that a chart can say exactly how it was judged.
package struct RuleSet: Equatable, Sendable {
    package enum Name: String, CaseIterable, Sendable {
        case mdc, anhoej
        case westernElectric = "western-electric"
        case nelson, ihi
    }

    package var name: Name
    package var version: Int
    /// Consecutive points on one side of the centre line that make a shift; nil where the set has no such
    /// rule.
    package private(set) var shiftLength: Int?
    /// Consecutive points (not steps) going one way that make a trend; nil where the set has no such rule.
    package private(set) var trendLength: Int?

    /// Making Data Count, as NHSRplotthedots applies it.
    package static let mdc = RuleSet(name: .mdc, version: 1, shiftLength: 7, trendLength: 7)
    /// Anhøj and Olesen's long run and few crossings, with points outside the limits.
    package static let anhoej = RuleSet(name: .anhoej, version: 1)
    /// Western Electric's four zone rules (1956).
    package static let westernElectric = RuleSet(name: .westernElectric, version: 1, shiftLength: 8)
    /// Nelson's eight tests (1984).
    package static let nelson = RuleSet(name: .nelson, version: 1, shiftLength: 9, trendLength: 6)
    /// The run chart rules of the Institute for Healthcare Improvement (Perla, Provost and Murray 2011).
    package static let ihi = RuleSet(name: .ihi, version: 1, shiftLength: 6, trendLength: 5)

    /// The set of a name, with its own lengths.
    package init(_ name: Name) {
        switch name {
        case .mdc: self = .mdc
        case .anhoej: self = .anhoej
        case .westernElectric: self = .westernElectric
        case .nelson: self = .nelson
        case .ihi: self = .ihi
        }
    }

    private init(name: Name, version: Int, shiftLength: Int? = nil, trendLength: Int? = nil) {
        self.name = name
        self.version = version
        self.shiftLength = shiftLength
        self.trendLength = trendLength
    }

    /// This set with another length of shift.
    ///
    /// - Throws: `noSuchRule` for a set without a shift rule, `lengthTooShort` below three points.
    package func with(shiftLength: Int) throws(RuleSetError) -> RuleSet {
        try check(shiftLength, replacing: self.shiftLength, of: .shift)
        var set = self
        set.shiftLength = shiftLength
        return set
    }

    /// This set with another length of trend, in points.
    ///
    /// - Throws: `noSuchRule` for a set without a trend rule, `lengthTooShort` below three points.
    package func with(trendLength: Int) throws(RuleSetError) -> RuleSet {
        try check(trendLength, replacing: self.trendLength, of: .trend)
        var set = self
        set.trendLength = trendLength
        return set
    }

    private func check(_ length: Int, replacing own: Int?, of rule: Rule) throws(RuleSetError) {
        guard own != nil else { throw .noSuchRule(rule, in: name) }
        guard length >= 3 else { throw .lengthTooShort(length, shortest: 3) }
    }
}
