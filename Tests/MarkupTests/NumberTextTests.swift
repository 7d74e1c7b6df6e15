import Markup
import Testing

struct NumberTextTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var value: Double
        var text: String
        var testDescription: String { text }
    }

    @Test(arguments: [
        Case(value: 5, text: "5"), Case(value: 0, text: "0"), Case(value: -0.0, text: "-0"),
        Case(value: 0.1, text: "0.1"), Case(value: -2.5, text: "-2.5"), Case(value: 93.27, text: "93.27"),
        Case(value: 0.1 + 0.2, text: "0.30000000000000004"), Case(value: 1.0 / 3, text: "0.3333333333333333"),
        Case(value: 1_214_057, text: "1214057"), Case(value: 0.001, text: "0.001"),
        Case(value: 0x1p53, text: "9007199254740992"), Case(value: 1e16, text: "1e+16"),
        Case(value: 0.5, text: "0.5"), Case(value: 0.25, text: "0.25"),
        Case(value: 1.7976931348623157e308, text: "1.7976931348623157e+308"),
        Case(value: .leastNonzeroMagnitude, text: "5e-324"), Case(value: 1e-10, text: "0.0000000001"),
        Case(value: .infinity, text: ""), Case(value: .nan, text: ""),
    ])
    func `a number is written in its shortest form`(_ example: Case) {
        #expect(NumberText.shortest(example.value) == example.text)
    }

    @Test func `every double reads back, and no text is longer than the standard library's digits`() {
        var random = SplitMix(seed: 1)
        for _ in 0..<200_000 {
            let value = Double(bitPattern: random.next())
            guard value.isFinite else { continue }
            expectShortest(value)
        }
    }

    @Test func `subnormal numbers read back`() {
        var random = SplitMix(seed: 2)
        for _ in 0..<20_000 { expectShortest(Double(bitPattern: random.next() >> 12)) }
    }

    @Test func `numbers of every ordinary size read back`() {
        var random = SplitMix(seed: 3)
        for exponent in -40...60 {
            expectShortest(Double(sign: .plus, exponent: exponent, significand: 1))
            for _ in 0..<2000 {
                let significand = 1 + Double(random.next() >> 12) * 0x1p-52
                expectShortest(Double(sign: .minus, exponent: exponent, significand: significand))
            }
        }
    }

    @Test func `decimals that people type come back as they were typed`() {
        var random = SplitMix(seed: 4)
        for _ in 0..<50_000 {
            let whole = random.next() % 1_000_000
            let hundredths = 1 + random.next() % 99
            let text = "\(whole).\(hundredths < 10 ? "0" : "")\(hundredths)"
            let expected = text.hasSuffix("0") ? String(text.dropLast()) : text
            #expect(NumberText.shortest(Double(text) ?? .nan) == expected)
        }
    }

    @Test(
        arguments: [
            (1_214_057.5, 1, true, "1,214,057.5"), (1_000_007, 0, true, "1,000,007"), (999, 0, true, "999"),
            (-1234.5, 2, true, "-1,234.50"), (0.005, 2, false, "0.01"), (-0.004, 2, false, "0.00"),
            (3, 1, false, "3.0"), (2.5, 0, false, "3"), (-2.5, 0, false, "-3"), (0.05, 1, true, "0.1"),
            (99.96, 1, false, "100.0"), (1e300, 2, true, "1e+300"), (.nan, 1, false, ""),
        ] as [(Double, Int, Bool, String)]
    )
    func `a rounded number keeps its decimals`(value: Double, decimals: Int, grouped: Bool, text: String) {
        #expect(NumberText.fixed(value, decimals: decimals, grouped: grouped) == text)
    }

    private func expectShortest(_ value: Double) {
        let text = NumberText.shortest(value)
        #expect(Double(text)?.bitPattern == value.bitPattern, "\(value) became \(text)")
        #expect(significantDigits(text) <= significantDigits(value.description), "\(value) became \(text)")
    }

    private func significantDigits(_ text: String) -> Int {
        let mantissa = text.prefix { $0 != "e" }.filter(\.isNumber).drop { $0 == "0" }
        return mantissa.reversed().drop { $0 == "0" }.count
    }
}

/// A seeded generator (SplitMix64), so that a failure can be repeated.
struct SplitMix: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
