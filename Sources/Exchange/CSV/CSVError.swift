/// Something in a CSV file that breaks its form (RFC 4180, UTF-8, one width), or the end of the ability to
/// read it.
package struct CSVError: Error, Equatable, Sendable {
    package enum Reason: Equatable, Sendable {
        case notUTF8
        /// A quote inside a field that isn't quoted, or text after a closing quote.
        case strayQuote
        case unclosedQuote
        case fieldCount(found: Int, expected: Int)
        /// Not even a header.
        case empty
        case unreadable(IOError)
    }

    package var reason: Reason
    /// The line of the file that the row starts on; the header's is 1.
    package var line: Int
    /// The field, counted from 0, where one is to blame.
    package var field: Int?
    /// The offending text.
    package var text: String

    package init(_ reason: Reason, line: Int, field: Int? = nil, text: String = "") {
        self.reason = reason
        self.line = line
        self.field = field
        self.text = text
    }
}
