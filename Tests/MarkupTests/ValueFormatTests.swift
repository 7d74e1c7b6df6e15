import Markup
import Testing

struct ValueFormatTests {
    @Test(
        arguments: [
            (ValueFormat.percent, 93.4271, 20, "93.4%"), (.percent, 95, 20, "95%"),
            (.percent, 93.4271, 0.5, "93.43%"),
            (.plain, 1_214_057.4, 100_000, "1,214,057"), (.plain, -5.25, 10, "−5.3"),
            (.plain, -0.001, 10, "0.0"),
            (ValueFormat(prefix: "£", decimals: 2), -1250, 1, "−£1,250.00"), (.plain, .nan, 1, ""),
            (.plain, 3, 0, "3"),
        ] as [(ValueFormat, Double, Double, String)]
    )
    func `a value is written as people write it`(
        format: ValueFormat,
        value: Double,
        span: Double,
        text: String
    ) {
        #expect(format.text(value, among: span) == text)
    }

    @Test func `an axis decides the decimals itself`() {
        #expect(ValueFormat(suffix: "%", decimals: 3).text(80, decimals: 0) == "80%")
    }
}
