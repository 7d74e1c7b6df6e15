/// What a chart can't be drawn from, found before anything is computed.
enum InputCheck {
    /// Indices must ascend within the series.
    static func indices(_ indices: [Int], within count: Int) throws(ChartError) {
        var least = 0
        for index in indices {
            guard index >= least, index < count else { throw .misplacedIndex(index) }
            least = index + 1
        }
    }

    /// Numbers must be finite and within ``ChartInput/largestMagnitude``, and counts not below zero.
    static func numbers(
        _ numbers: [Double],
        skipping missing: [Int],
        forbidsNegatives: Bool
    ) throws(ChartError) {
        let least = forbidsNegatives ? 0 : -ChartInput.largestMagnitude
        // One quick look at everything; the culprit is sought only when there is one.
        let suspects = numbers.withUnsafeBufferPointer { numbers in
            numbers.reduce(into: 0) { suspects, number in
                suspects |= (number >= least ? 0 : 1) | (number <= ChartInput.largestMagnitude ? 0 : 1)
            }
        }
        guard suspects != 0 else { return }
        for index in present(numbers.indices, without: missing) {
            try magnitude(of: numbers[index], at: index)
            if forbidsNegatives, numbers[index] < 0 { throw .negative(index: index, value: numbers[index]) }
        }
    }

    /// Times between events must be above zero.
    static func positive(_ numbers: [Double], skipping missing: [Int]) throws(ChartError) {
        for index in present(numbers.indices, without: missing) where numbers[index] <= 0 {
            throw .notPositive(index: index, value: numbers[index])
        }
    }

    /// Numerators and denominators must fit each other and the chart; a denominator of zero is no error.
    static func ratios(
        _ numerators: [Double],
        _ denominators: [Double],
        skipping missing: [Int],
        kind: ChartKind
    ) throws(ChartError) {
        guard numerators.count == denominators.count else {
            throw .unequalLengths(numerators: numerators.count, denominators: denominators.count)
        }
        for index in present(numerators.indices, without: missing) {
            let (numerator, denominator) = (numerators[index], denominators[index])
            try magnitude(of: numerator, at: index)
            try magnitude(of: denominator, at: index)
            if denominator < 0 { throw .negative(index: index, value: denominator) }
            if kind.forbidsNegatives, numerator < 0 { throw .negative(index: index, value: numerator) }
            if kind.isProportion, numerator > denominator {
                throw .numeratorAboveDenominator(
                    index: index,
                    numerator: numerator,
                    denominator: denominator
                )
            }
            guard denominator > 0 else { continue }
            if denominator < 1 / ChartInput.largestMagnitude {
                throw .outOfRange(index: index, value: denominator)
            }
            if (numerator / denominator).magnitude > ChartInput.largestMagnitude {
                throw .outOfRange(index: index, value: numerator)
            }
        }
    }

    /// The measurements of one point.
    static func subgroup(_ numbers: [Double], at index: Int) throws(ChartError) {
        for number in numbers { try magnitude(of: number, at: index) }
    }

    private static func magnitude(of number: Double, at index: Int) throws(ChartError) {
        guard number.isFinite else { throw .notFinite(index: index) }
        guard number.magnitude <= ChartInput.largestMagnitude else {
            throw .outOfRange(index: index, value: number)
        }
    }

    private static func present(_ indices: Range<Int>, without missing: [Int]) -> [Int] {
        var rest = missing[...]
        return indices.filter { index in
            guard rest.first == index else { return true }
            rest.removeFirst()
            return false
        }
    }
}
