import Statistics

/// Reads rows that have nothing wrong with them, fast.
///
/// A row that is anything but good and plain stops the scan; what is wrong with it is for ``ThoroughReading``
/// to say.
struct RowScanner {
    // What the row scanned last says.
    private(set) var day = Day.first
    /// The value or the numerator; nil where it, or its denominator, is missing.
    private(set) var first: Double?
    private(set) var denominator: Double?
    /// Whether the fields that name the series are written as in the row whose name was taken last.
    private(set) var hasSameName = false

    private let roles: [ColumnRoles.Role]
    private let check: ContentCheck
    private let hasDenominator: Bool
    /// Whether a row is a name, a date and a value, in this order, as in most files.
    private let isPlain: Bool
    /// The fields that name the series as written in the row whose name was taken last, each padded (see
    /// ``ScannedBytes/hasField``).
    private var lastName: [UInt8] = []
    /// Where each of them stands in `lastName`, in the order in which they make the name.
    private var lastFields: [Range<Int>]
    private var dates = DateCache()

    init(_ roles: ColumnRoles, _ check: ContentCheck) {
        self.roles = roles.roles
        self.check = check
        hasDenominator = roles.denominator != nil
        isPlain = roles.roles == [.series(0), .date, .first]
        lastFields = roles.series.map { _ in 0..<0 }
    }

    /// Reads a row that goes on with the series of the last name taken, and returns where the next one starts; nil
    /// for any that it can't read in a few steps, which ``scan(_:from:)`` has to.
    @inline(__always)
    mutating func scanNext(_ bytes: ScannedBytes, from start: Int) -> Int? {
        guard isPlain, !lastName.isEmpty else { return nil }
        let name = lastFields[0]
        guard lastName.withUnsafeBufferPointer({ bytes.hasField($0, name, at: start) }) else { return nil }
        let date = start + name.count + 1
        guard bytes[date - 1] == comma, date + 10 < bytes.end, bytes[date + 10] == comma,
            let day = dates.day(at: bytes.base + date)
        else { return nil }
        let isNegative = bytes[date + 11] == UInt8(ascii: "-")
        let number = date + (isNegative ? 12 : 11)
        guard let decimal = ShortDecimal(bytes.base + number) else { return nil }
        let end = number + decimal.count
        guard end < bytes.end, bytes[end] == newline else { return nil }
        let magnitude = decimal.magnitude
        let value = isNegative ? -magnitude : magnitude
        guard check.fault(value: value) == nil else { return nil }
        self.day = day
        first = value
        return end + 1
    }

    /// Reads the row that starts at `start` and returns where the next one does.
    mutating func scan(_ bytes: ScannedBytes, from start: Int) throws(ScanStop) -> Int {
        var position = start
        hasSameName = true
        let last = roles.count - 1
        for column in 0...last {
            switch roles[column] {
            case .series(let place): position = try scanName(bytes, place, at: position)
            case .date: position = try scanDate(bytes, at: position)
            case .first: first = try scanNumber(bytes, at: &position)
            case .denominator: denominator = try scanNumber(bytes, at: &position)
            case .unused: position = try skip(bytes, at: position)
            }
            if column < last { position = try bytes.endOfInnerField(position) }
        }
        let next = try bytes.endOfRow(position)
        guard isGood() else { throw .obstacle }
        return next
    }

    /// Takes the name of the series from a row that was scanned: its parts joined by `|`.
    mutating func takeName(_ bytes: ScannedBytes, from start: Int) throws(ScanStop) -> [UInt8] {
        let fields = try nameFields(bytes, from: start)
        var name: [UInt8] = []
        lastName.removeAll(keepingCapacity: true)
        for (place, field) in fields.enumerated() {
            let text = bytes.slice(field)
            lastFields[place] = lastName.count..<lastName.count + text.count
            lastName.append(contentsOf: text)
            lastName.append(contentsOf: repeatElement(0, count: 8))
            if place > 0 { name.append(namePartSeparator) }
            if let content = bytes.content(of: field) {
                name.append(contentsOf: content)
            } else {
                appendUnquoted(text, to: &name)
            }
        }
        guard isUTF8(name) else { throw .obstacle }
        return name
    }

    private func nameFields(_ bytes: ScannedBytes, from start: Int) throws(ScanStop) -> [Range<Int>] {
        var fields = lastFields
        var position = start
        for role in roles {
            let end = try bytes.endOfField(from: position)
            if case .series(let place) = role { fields[place] = position..<end }
            position = end + 1
        }
        return fields
    }

    private func appendUnquoted(_ field: UnsafeBufferPointer<UInt8>, to name: inout [UInt8]) {
        var isSecond = false
        for byte in field.dropFirst().dropLast() {
            isSecond = byte == quote && !isSecond
            if !isSecond { name.append(byte) }
        }
    }

    // MARK: - Fields

    @inline(__always)
    private mutating func scanName(_ bytes: ScannedBytes, _ place: Int, at start: Int) throws(ScanStop) -> Int
    {
        let field = lastFields[place]
        if lastName.withUnsafeBufferPointer({ bytes.hasField($0, field, at: start) }) {
            return start + field.count
        }
        hasSameName = false
        return try bytes.endOfField(from: start)
    }

    @inline(__always)
    private mutating func scanDate(_ bytes: ScannedBytes, at start: Int) throws(ScanStop) -> Int {
        if start + 10 <= bytes.end, isDelimiter(bytes[start + 10]),
            let day = dates.day(at: bytes.base + start)
        {
            self.day = day
            return start + 10
        }
        let end = try bytes.endOfField(from: start)
        guard let content = bytes.content(of: start..<end), let day = Day(parsing: trimmed(content)) else {
            throw bytes.stop(after: end)
        }
        self.day = day
        return end
    }

    @inline(__always)
    private func scanNumber(_ bytes: ScannedBytes, at position: inout Int) throws(ScanStop) -> Double? {
        let isNegative = bytes[position] == UInt8(ascii: "-")
        let start = isNegative ? position + 1 : position
        guard let decimal = ShortDecimal(bytes.base + start), isDelimiter(bytes[start + decimal.count]) else {
            return try scanLongNumber(bytes, at: &position)
        }
        position = start + decimal.count
        return isNegative ? -decimal.magnitude : decimal.magnitude
    }

    private func scanLongNumber(_ bytes: ScannedBytes, at position: inout Int) throws(ScanStop) -> Double? {
        let end = try bytes.endOfField(from: position)
        guard let content = bytes.content(of: position..<end) else { throw .obstacle }
        switch NumberField(content) {
        case .number(let number):
            position = end
            return number
        case .missing:
            position = end
            return nil
        case .notFinite, .tooLarge, .notANumber:
            throw bytes.stop(after: end)
        }
    }

    @inline(__always)
    private func skip(_ bytes: ScannedBytes, at start: Int) throws(ScanStop) -> Int {
        let end = try bytes.endOfField(from: start)
        let field = bytes.slice(start..<end)
        if field.contains(where: { $0 >= 0x80 }), !isUTF8(field) { throw bytes.stop(after: end) }
        return end
    }

    @inline(__always)
    private mutating func isGood() -> Bool {
        guard hasDenominator else { return first.flatMap(check.fault(value:)) == nil }
        guard check.fault(numerator: first, denominator: denominator) == nil else { return false }
        if first == nil || denominator == nil {
            first = nil
            denominator = 0
        }
        return true
    }
}
