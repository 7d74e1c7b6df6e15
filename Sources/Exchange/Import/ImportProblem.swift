package import Sightline

/// Something in a file of observations that can't be recorded, and what would be right.
package struct ImportProblem: Error, Equatable, Sendable {
    package enum Reason: Equatable, Sendable {
        /// The file's form, a date or a number.
        case row(RowProblem.Reason)
        /// No column has this name, and nothing was chosen in its place.
        case columnMissing(expected: [String])
        case columnRepeated
        case unknownMeasure(nearest: String?)
        /// Several measures have this title: name the one by its key.
        case ambiguousMeasure(keys: [String])
        case unknownUnit(nearest: String?)
        case ambiguousUnit
        /// The unit lies outside what this import may write.
        case unitElsewhere
        /// The measure belongs to another unit, or may not be recorded in this one.
        case measureElsewhere
        case observation(ObservationProblem)
        case unknownFlag
        /// A name that no measure can be made of: its key would be empty.
        case noKey
        case nameMissing
        /// A NUL character in a name.
        case nul
        /// Another row, on this line, is for the same period of the same series.
        case repeatedPeriod(firstLine: Int)
        case noRows
        /// A date with slashes in a file of which not every such date is a day, a month and a year.
        case slashedDate
        /// The measure takes no new data.
        case measureRetired
    }

    package var reason: Reason
    /// The line of the file, as a text editor or a spreadsheet counts it; the header's is 1.
    package var line: Int
    package var column: String?
    package var text: String

    package init(_ reason: Reason, line: Int, column: String? = nil, text: String = "") {
        self.reason = reason
        self.line = line
        self.column = column
        self.text = text
    }
}

extension ImportProblem: CustomStringConvertible {
    /// The place and the sentence, such as `row 17, column unit: no unit has the code or name “RQN”`.
    package var description: String {
        let place = column.map { "row \(line), column \($0.excerpt)" } ?? "row \(line)"
        return "\(place): \(sentence)"
    }

    /// What is wrong and what would be right, without the place.
    package var sentence: String {
        switch reason {
        case .row(let reason):
            RowProblem(reason, line: line, column: column, text: text).sentence
        case .columnMissing(let expected):
            "there is no column \(expected.map { "“\($0)”" }.joined(separator: " or ")); "
                + "name it in the first row, or choose one for the whole file"
        case .columnRepeated: "two columns have this name; keep one"
        case .unknownMeasure(let nearest):
            "no measure has the key or title “\(shown)”" + Self.hint(nearest)
        case .ambiguousMeasure(let keys):
            "several measures are called “\(shown)”; use a key: \(keys.joined(separator: ", "))"
        case .unknownUnit(let nearest): "no unit has the code or name “\(shown)”" + Self.hint(nearest)
        case .ambiguousUnit: "several units are called “\(shown)”; use a code"
        case .unitElsewhere: "“\(shown)” lies outside the unit that you import for; import it there"
        case .measureElsewhere: "“\(shown)” is not a measure of this unit; check the unit or the measure"
        case .observation(let problem): problem.sentence(of: shown)
        case .unknownFlag:
            "“\(shown)” is not a flag; write provisional, suppressed, both with a semicolon, or nothing"
        case .noKey:
            "no measure can be made of “\(shown)”: its key needs a letter from a to z or a digit; make the measure "
                + "on the website, or name it otherwise"
        case .nameMissing: "there is no name here; give one"
        case .nul: "“\(shown)” holds a NUL character; take it out"
        case .repeatedPeriod(let line):
            "“\(shown)” is in the same period as row \(line), which is for the same series; keep one of them"
        case .slashedDate:
            "“\(shown)” is not read as a date: not every date with slashes in this file is day/month/year; "
                + "write one like 2024-03-01"
        case .measureRetired: "“\(shown)” is retired and takes no new data"
        case .noRows: "the file has a header and no rows"
        }
    }

    /// The offending text, fit for a terminal.
    private var shown: String { text.excerpt }

    private static func hint(_ nearest: String?) -> String { nearest.map { "; did you mean “\($0)”?" } ?? "" }
}
