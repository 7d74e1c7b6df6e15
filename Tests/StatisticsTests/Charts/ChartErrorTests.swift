import Statistics
import Testing

/// What can't be charted is refused with the point and the value.
struct ChartErrorTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var kind: ChartKind
        var input: ChartInput
        var error: ChartError
        var testDescription: String { "\(kind.rawValue) \(error)" }
    }

    static func ratios(_ numerators: [Double], _ denominators: [Double]) -> ChartInput {
        ChartInput(.ratios(numerators: numerators, denominators: denominators))
    }

    static let cases = [
        Case(kind: .individuals, input: ChartInput(.values([1, .nan])), error: .notFinite(index: 1)),
        Case(kind: .run, input: ChartInput(.values([1, 2, .infinity])), error: .notFinite(index: 2)),
        Case(kind: .run, input: ChartInput(.values([-1e300])), error: .outOfRange(index: 0, value: -1e300)),
        Case(kind: .c, input: ChartInput(.values([3, -1])), error: .negative(index: 1, value: -1)),
        Case(kind: .g, input: ChartInput(.values([3, -2])), error: .negative(index: 1, value: -2)),
        Case(kind: .t, input: ChartInput(.values([3, 0])), error: .notPositive(index: 1, value: 0)),
        Case(kind: .t, input: ChartInput(.values([3, -1])), error: .notPositive(index: 1, value: -1)),
        Case(kind: .p, input: ratios([1, -1], [5, 5]), error: .negative(index: 1, value: -1)),
        Case(kind: .u, input: ratios([1, 1], [5, -5]), error: .negative(index: 1, value: -5)),
        Case(kind: .individuals, input: ratios([1, 1], [5, -5]), error: .negative(index: 1, value: -5)),
        Case(
            kind: .p,
            input: ratios([1, 6], [5, 5]),
            error: .numeratorAboveDenominator(index: 1, numerator: 6, denominator: 5)
        ),
        Case(
            kind: .pPrime,
            input: ratios([1, 1], [5, 0]),
            error: .numeratorAboveDenominator(index: 1, numerator: 1, denominator: 0)
        ),
        Case(
            kind: .np,
            input: ratios([7], [5]),
            error: .numeratorAboveDenominator(index: 0, numerator: 7, denominator: 5)
        ),
        Case(kind: .u, input: ratios([0, 0], [5, 1e-200]), error: .outOfRange(index: 1, value: 1e-200)),
        Case(kind: .u, input: ratios([1e60], [1e-60]), error: .outOfRange(index: 0, value: 1e60)),
        Case(kind: .u, input: ratios([1], [5, 5]), error: .unequalLengths(numerators: 1, denominators: 2)),
        Case(kind: .xbar, input: ChartInput(.subgroups([[1], [.nan]])), error: .notFinite(index: 1)),
        Case(kind: .p, input: ChartInput(.values([1])), error: .wrongContent(.p)),
        Case(kind: .iPrime, input: ChartInput(.values([1])), error: .wrongContent(.iPrime)),
        Case(kind: .c, input: ratios([1], [5]), error: .wrongContent(.c)),
        Case(kind: .s, input: ChartInput(.values([1])), error: .wrongContent(.s)),
        Case(kind: .run, input: ChartInput(.subgroups([[1]])), error: .wrongContent(.run)),
        Case(kind: .run, input: ChartInput(.values([1, 2]), missing: [1, 0]), error: .misplacedIndex(0)),
        Case(kind: .run, input: ChartInput(.values([1, 2]), missing: [2]), error: .misplacedIndex(2)),
        Case(kind: .run, input: ChartInput(.values([1, 2]), excluded: [-1]), error: .misplacedIndex(-1)),
    ]

    @Test(arguments: cases)
    func `input that can't be is refused`(_ example: Case) {
        #expect(throws: example.error) {
            try analyse(example.input, ChartOptions(kind: example.kind, rules: .mdc))
        }
    }

    @Test func `options that can't be are refused`() {
        let input = ChartInput(.values([1, 2, 3]))
        func expect(_ error: ChartError, _ change: (inout ChartOptions) -> Void) {
            var options = ChartOptions(kind: .run, rules: .mdc)
            change(&options)
            #expect(throws: error) { try analyse(input, options) }
        }
        expect(.baselineNotPositive(0)) { $0.baseline = 0 }
        expect(.multiplierOutOfRange(0)) { $0.multiplier = 0 }
        expect(.multiplierOutOfRange(-100)) { $0.multiplier = -100 }
        expect(.misplacedIndex(3)) { $0.phaseStarts = [3] }
        expect(.misplacedIndex(1)) { $0.phaseStarts = [1, 1] }
        expect(.targetNotFinite(.infinity)) { $0.target = Target(.infinity) }
    }

    @Test func `what stands at a missing point is never read`() throws {
        let input = ChartInput(.values([1, .nan, 3]), missing: [1])
        let analysis = try analyse(input, ChartOptions(kind: .c, rules: .mdc))
        #expect(analysis.values == [1, 0, 3])
        #expect(analysis.unplotted == [1])
    }
}
