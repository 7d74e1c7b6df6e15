/// A row that can't be used, and why.
package struct RowProblem: Error, Equatable, Sendable {
    package enum Reason: Equatable, Sendable {
        case form(CSVError.Reason)
        case notADate
        case number(NumberField)
        case negative
        case notPositive
        case numeratorAboveDenominator(String)
        /// Another row of the series, on this line, has the same date.
        case repeatedPeriod(firstLine: Int)
        /// So large or so small that arithmetic on it would leave the numbers.
        case outOfRange
    }

    package var reason: Reason
    /// The line of the file that the row starts on; the header's is 1.
    package var line: Int
    /// The column's name, where one is to blame.
    package var column: String?
    /// The offending text.
    package var text: String

    package init(_ reason: Reason, line: Int, column: String? = nil, text: String = "") {
        self.reason = reason
        self.line = line
        self.column = column
        self.text = text
    }

    init(_ error: CSVError, header: CSVHeader) {
        let column = error.field.flatMap { $0 < header.names.count ? header.names[$0] : nil }
        self.init(.form(error.reason), line: error.line, column: column, text: error.text)
    }
}

extension RowProblem: CustomStringConvertible {
    /// The place and the sentence: `row 17, column value: "abc" is not a number; …`.
    package var description: String {
        let place = column.map { "row \(line), column \($0.excerpt)" } ?? "row \(line)"
        return "\(place): \(sentence)"
    }

    /// What is wrong and what would be right, without the place.
    var sentence: String {
        switch reason {
        case .form(let reason): reason.sentence(of: quoted)
        case .notADate where text.isEmpty: "no date; write one like 2024-03-01, 2024-03 or 2024"
        case .notADate: "\(quoted) is not a date; write one like 2024-03-01, 2024-03 or 2024"
        case .number(let field): field.sentence(of: quoted)
        case .negative: "\(quoted) is below zero; a count or a denominator is 0 or more"
        case .notPositive: "\(quoted) is not above zero; a time between events on a t chart must be"
        case .numeratorAboveDenominator(let denominator):
            "\(quoted) is above its denominator, \(denominator.quotedExcerpt); "
                + "a numerator is at most its denominator"
        case .repeatedPeriod(let line):
            "\(quoted) is already on row \(line) for this series; give one row for each period"
        case .outOfRange: "\(quoted) is too large or too small to calculate with"
        }
    }

    private var quoted: String { text.quotedExcerpt }
}

extension CSVError.Reason {
    fileprivate func sentence(of quoted: String) -> String {
        switch self {
        case .notUTF8: "\(quoted) is not UTF-8; save the file as CSV UTF-8"
        case .strayQuote:
            "\(quoted) has a stray quote; put quotes around the whole field and write a quote inside it twice"
        case .unclosedQuote: "a quote is opened and never closed, at \(quoted); close it with another quote"
        case .fieldCount(let found, let expected):
            "\(found) field\(found == 1 ? "" : "s"), where the header has \(expected); "
                + (found < expected ? "add what is missing" : "put quotes around a field that holds a comma")
        case .empty: "the file is empty; its first row must name the columns"
        case .unreadable(let error): error.description
        }
    }
}

extension NumberField {
    fileprivate func sentence(of quoted: String) -> String {
        switch self {
        case .notFinite: "\(quoted) is not a finite number; leave the field empty where there is no value"
        case .tooLarge: "\(quoted) is larger than any number that can be stored"
        case .missing, .notANumber, .number:
            "\(quoted) is not a number; write one like 1234.5, "
                + "or leave the field empty where there is no value"
        }
    }
}
