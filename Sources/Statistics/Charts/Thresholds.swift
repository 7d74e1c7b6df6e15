/// The centre line and the one, two and three sigma lines that one point is judged by.
struct Thresholds {
    var centre: Double
    var lower1 = -Double.infinity
    var lower2 = -Double.infinity
    var lower3 = -Double.infinity
    var upper1 = Double.infinity
    var upper2 = Double.infinity
    var upper3 = Double.infinity

    /// A centre line alone.
    init(centre: Double) { self.centre = centre }

    /// Limits alone, with no lines between them and the centre line.
    init(centre: Double, lower: Double, upper: Double) {
        self.centre = centre
        (lower1, lower2, lower3) = (lower, lower, lower)
        (upper1, upper2, upper3) = (upper, upper, upper)
    }

    /// Lines at one, two and three widths from the centre line, none of them beyond floor or ceiling.
    init(centre: Double, widths: (Double, Double, Double), floor: Double, ceiling: Double) {
        self.centre = centre
        lower1 = max(floor, centre - widths.0)
        lower2 = max(floor, centre - widths.1)
        lower3 = max(floor, centre - widths.2)
        upper1 = min(ceiling, centre + widths.0)
        upper2 = min(ceiling, centre + widths.1)
        upper3 = min(ceiling, centre + widths.2)
    }

    /// Where a value lies: 0 on the centre line, then ±1 up to one sigma, ±2 up to two, ±3 up to three and ±4
    /// beyond.
    ///
    /// A value on a line is not beyond it.
    @inline(__always)
    func zone(of value: Double) -> Int8 {
        var zone: Int8 = value > centre ? 1 : 0
        zone &+= value > upper1 ? 1 : 0
        zone &+= value > upper2 ? 1 : 0
        zone &+= value > upper3 ? 1 : 0
        zone &-= value < centre ? 1 : 0
        zone &-= value < lower1 ? 1 : 0
        zone &-= value < lower2 ? 1 : 0
        zone &-= value < lower3 ? 1 : 0
        return zone
    }

    /// Writes the zone of every value, four at a time: compared one by one, half of them are mispredicted
    /// branches.
    func fill(_ zones: UnsafeMutableBufferPointer<Int8>, from values: UnsafeBufferPointer<Double>) {
        typealias Four = SIMD4<Double>
        let fours = values.count & ~3
        for slot in stride(from: 0, to: fours, by: 4) {
            let value = Four(values[slot], values[slot + 1], values[slot + 2], values[slot + 3])
            var zone = SIMD4<Int64>.zero
            for line in [centre, upper1, upper2, upper3] {
                zone.replace(with: zone &+ 1, where: value .> Four(repeating: line))
            }
            for line in [centre, lower1, lower2, lower3] {
                zone.replace(with: zone &- 1, where: value .< Four(repeating: line))
            }
            for offset in 0..<4 { zones[slot + offset] = Int8(truncatingIfNeeded: zone[offset]) }
        }
        for slot in fours..<values.count { zones[slot] = zone(of: values[slot]) }
    }
}
