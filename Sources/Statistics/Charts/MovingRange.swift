/// Mean moving ranges, with or without the outlying ones.
enum MovingRange {
    /// Three sigma limits of ranges of two, as multiples of their mean (D4 = 3.267).
    static let upperLimitFactor = 3.267
    /// The expected range of two, as a multiple of sigma (d2 = 1.128).
    static let rangeOfTwo = 1.128

    /// The mean absolute difference of neighbours, none taken over a gap; nil where there are no two
    /// neighbours.
    ///
    /// Screened, ranges of 3.267 times the mean or more are left out once.
    static func mean(_ values: ArraySlice<Double>, of members: Members, screened: Bool) -> Double? {
        values.withUnsafeBufferPointer { values in
            mean(of: members, count: values.count, factor: screened ? upperLimitFactor : nil) {
                (values[$0] - values[$0 - 1]).magnitude
            }
        }
    }

    /// The mean of any measure of difference between each of the first `count` members and the one before.
    ///
    /// With a factor, differences of so many times the mean or more are left out, in one pass (Provost and
    /// Murray, The Health Care Data Guide, appendix 5.1), unless that would leave nothing or a mean of zero.
    @inline(__always)
    static func mean(
        of members: Members,
        count: Int,
        factor: Double?,
        range: (Int) -> Double
    ) -> Double? {
        guard let mean = mean(of: members, count: count, below: .infinity, range: range) else { return nil }
        guard let factor,
            let screened = self.mean(of: members, count: count, below: factor * mean, range: range),
            screened > 0
        else { return mean }
        return screened
    }

    @inline(__always)
    private static func mean(
        of members: Members,
        count: Int,
        below bound: Double,
        range: (Int) -> Double
    ) -> Double? {
        var (sum, kept) = (0.0, 0)
        members.forEachUncut(first: count) { uncut in
            for slot in uncut.dropFirst() {
                let range = range(slot)
                let isKept = range < bound
                sum += isKept ? range : 0
                kept &+= isKept ? 1 : 0
            }
        }
        return kept > 0 ? sum / Double(kept) : nil
    }
}
