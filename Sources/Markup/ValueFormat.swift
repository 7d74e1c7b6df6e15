/// How a measure's values are written for people: `93.4%`, `£1,250`, `−0.5`.
package struct ValueFormat: Equatable, Sendable {
    /// In front of the digits, such as `£`.
    package var prefix: String
    /// Right behind the digits, such as `%`.
    package var suffix: String
    /// How many decimals, 0 to 9; nil: as many as the spread of the values needs.
    package var decimals: Int?

    package init(prefix: String = "", suffix: String = "", decimals: Int? = nil) {
        self.prefix = prefix
        self.suffix = suffix
        self.decimals = decimals
    }

    package static let plain = ValueFormat()
    package static let percent = ValueFormat(suffix: "%")

    /// The value in words, thousands parted by commas and with a true minus sign.
    ///
    /// - Parameters:
    ///   - value: any finite number; one that isn't gives an empty text.
    ///   - span: the spread of the values that it is shown among; it decides the decimals where the format
    ///     doesn't.
    /// - Returns: prefix, digits and suffix.
    package func text(_ value: Double, among span: Double) -> String {
        text(value, decimals: decimals ?? (value == value.rounded() ? 0 : Self.decimals(for: span)))
    }

    /// The value with so many decimals whatever the format says: for the marks of an axis.
    package func text(_ value: Double, decimals: Int) -> String {
        guard value.isFinite else { return "" }
        let digits = NumberText.fixed(value.magnitude, decimals: decimals, grouped: true)
        let isNegative =
            value < 0 && digits.utf8.contains { (UInt8(ascii: "1")...UInt8(ascii: "9")).contains($0) }
        return (isNegative ? "−" : "") + prefix + digits + suffix
    }

    /// The format with as many decimals more as it takes to tell a value from others that differ from it.
    package func telling(_ value: Double, from others: [Double], among span: Double) -> ValueFormat {
        func isTold(by format: ValueFormat) -> Bool {
            let text = format.text(value, among: span)
            return others.allSatisfy { $0 == value || format.text($0, among: span) != text }
        }
        var format = self
        while !isTold(by: format), format.decimals ?? 0 < 9 {
            format.decimals = (format.decimals ?? Self.decimals(for: span)) + 1
        }
        return format
    }

    /// So many decimals that a fortieth of the spread can be seen.
    private static func decimals(for span: Double) -> Int {
        var decimals = 0
        var fortieth = span.magnitude / 40
        while fortieth < 1, fortieth > 0, decimals < 6 {
            fortieth *= 10
            decimals += 1
        }
        return decimals
    }
}
