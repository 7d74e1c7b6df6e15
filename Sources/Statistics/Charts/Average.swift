/// Averages of numbers that are finite and far from overflow.
enum Average {
    /// The mean, corrected by the mean of what is left over; nil of nothing.
    ///
    /// The second pass makes the mean of equal numbers that number, so that points on the centre line are
    /// seen to be on it (R does the same). Four sums at once: a sum waits for the
    /// one before.
    static func mean(_ numbers: UnsafeBufferPointer<Double>) -> Double? {
        guard !numbers.isEmpty else { return nil }
        let count = Double(numbers.count)
        let rough = sum(numbers, less: 0) / count
        return rough + sum(numbers, less: rough) / count
    }

    /// The mean of a slice; nil of nothing.
    static func mean(_ numbers: ArraySlice<Double>) -> Double? {
        numbers.withUnsafeBufferPointer { mean($0) }
    }

    /// The sum of a slice; 0 of nothing.
    static func sum(_ numbers: ArraySlice<Double>) -> Double {
        numbers.withUnsafeBufferPointer { sum($0, less: 0) }
    }

    /// The middle number, or the mean of the middle two; nil of nothing.
    static func median(_ numbers: ArraySlice<Double>) -> Double? {
        guard !numbers.isEmpty else { return nil }
        let sorted = numbers.sorted()
        let middle = sorted.count / 2
        return sorted.count.isMultiple(of: 2) ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
    }

    private static func sum(_ numbers: UnsafeBufferPointer<Double>, less shift: Double) -> Double {
        var (a, b, c, d) = (0.0, 0.0, 0.0, 0.0)
        let fours = numbers.count & ~3
        var index = 0
        while index < fours {
            a += numbers[index] - shift
            b += numbers[index + 1] - shift
            c += numbers[index + 2] - shift
            d += numbers[index + 3] - shift
            index += 4
        }
        while index < numbers.count {
            a += numbers[index] - shift
            index += 1
        }
        return (a + b) + (c + d)
    }
}
