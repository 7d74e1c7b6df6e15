import Exchange
import Testing

struct NumberFieldTests {
    @Test(arguments: [
        ("0", 0), ("5", 5), ("-5", -5), ("+5", 5), ("12.50", 12.5), (".5", 0.5), ("5.", 5), ("1e3", 1000),
        ("1.5E-3", 0.0015), (" 7 ", 7), ("0.1", 0.1), ("007", 7),
        ("123456789012345678901234567890", 1.2345678901234568e29),
        ("9007199254740993", 9_007_199_254_740_992), ("2.2250738585072014e-308", 2.2250738585072014e-308),
        ("18446744073709551616", 18_446_744_073_709_551_616),
        ("-18446744073709551616", -18_446_744_073_709_551_616),
        ("1.8446744073709551616", 1.8446744073709551616),
        ("184467440737095516160", 184_467_440_737_095_516_160),
        ("36893488147419103232e-10", 3_689_348_814.7419103232), ("0000000000000000000000000000.25", 0.25),
        ("1e-400", 0), ("0.30000000000000004", 0.30000000000000004), ("1e23", 1e23),
    ])
    func `a decimal number is the nearest double`(text: String, value: Double) {
        #expect(NumberField(text.utf8) == .number(value))
    }

    @Test(arguments: ["", " ", "NA", " NA "])
    func `nothing and NA are missing`(text: String) {
        #expect(NumberField(text.utf8) == .missing)
    }

    @Test(arguments: ["inf", "-Infinity", "NaN", "nan", "+INF"])
    func `what is not finite is told apart`(text: String) {
        #expect(NumberField(text.utf8) == .notFinite)
    }

    @Test(arguments: ["1,234", "abc", "0x10", "1e", "e5", ".", "-", "1.2.3", "12a", "na", "\0", "１２"])
    func `anything else is not a number`(text: String) {
        #expect(NumberField(text.utf8) == .notANumber)
    }

    @Test func `a number beyond the largest double is too large`() {
        #expect(NumberField("1e309".utf8) == .tooLarge)
    }

    @Test func `text of any double reads back to it`() {
        var random = SplitMix(seed: 20_261_123)
        for _ in 0..<20_000 {
            let value = Double(bitPattern: random.next())
            guard value.isFinite else { continue }
            #expect(NumberField("\(value)".utf8) == .number(value))
        }
    }
}
