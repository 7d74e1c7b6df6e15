/// The apostrophe that an export puts before a text which a spreadsheet would run as a formula.
enum FormulaGuard {
    /// The text as it was before.
    static func removed(from text: String) -> String {
        let start = Array(text.utf8.prefix(2))
        guard start.count == 2, start[0] == UInt8(ascii: "'"), dangerous.contains(start[1]) else {
            return text
        }
        return String(text.dropFirst())
    }

    private static let dangerous = Array("=+-@\t\r".utf8)
}
