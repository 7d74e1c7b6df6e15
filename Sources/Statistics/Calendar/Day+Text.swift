extension Day: LosslessStringConvertible {
    /// The day as ISO 8601 text, `2024-03-04`.
    package var description: String {
        var text: [UInt8] = []
        append(to: &text)
        return String(decoding: text, as: UTF8.self)
    }

    /// Reads what ``init(parsing:)-(UnsafeBufferPointer<UInt8>)`` reads.
    package init?(_ description: String) {
        self.init(parsing: description.utf8)
    }

    /// Writes the day as ten bytes of ISO 8601 text, `2024-03-04`.
    package func append(to text: inout [UInt8]) {
        let (year, month, day) = date
        func append(_ number: Int) {
            text.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / 10))
            text.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10))
        }
        append(year / 100)
        append(year % 100)
        text.append(UInt8(ascii: "-"))
        append(month)
        text.append(UInt8(ascii: "-"))
        append(day)
    }

    /// Reads what ``init(parsing:)-(UnsafeBufferPointer<UInt8>)`` reads, from any bytes.
    package init?(parsing text: some Collection<UInt8>) {
        let day = text.withContiguousStorageIfAvailable { Day(parsing: $0) }
        guard let day = day ?? Array(text).withUnsafeBufferPointer({ Day(parsing: $0) }) else { return nil }
        self = day
    }

    /// Reads ISO 8601 text: `2024-03-04`, `2024-03` (the first of the month) or `2024` (1 January).
    ///
    /// Strict: all digits, no sign, no space, no date that the calendar lacks; nil for anything else.
    package init?(parsing text: UnsafeBufferPointer<UInt8>) {
        let hyphen = UInt8(ascii: "-")
        guard text.count == 10 || text.count == 7 || text.count == 4 else { return nil }
        let year = Self.digits(text, at: 0) * 100 + Self.digits(text, at: 2)
        var month = 1
        var day = 1
        if text.count >= 7 {
            guard text[4] == hyphen else { return nil }
            month = Self.digits(text, at: 5)
        }
        if text.count == 10 {
            guard text[7] == hyphen else { return nil }
            day = Self.digits(text, at: 8)
        }
        self.init(year: year, month: month, day: day)
    }

    /// The number that two digits make, or one so large that no part of a date can hold it.
    private static func digits(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
        let tens = text[index] &- UInt8(ascii: "0")
        let ones = text[index + 1] &- UInt8(ascii: "0")
        return tens <= 9 && ones <= 9 ? Int(tens) * 10 + Int(ones) : 10_000
    }
}
