import Statistics

/// What one row says of its series.
struct Observation: Equatable, Sendable {
    var day: Day
    /// The value or the numerator; nil where it, or its denominator, is missing.
    var first: Double?
    /// 0 where there is no such column.
    var denominator = 0.0
}

extension ColumnRoles {
    /// Reads a row of a file with these columns.
    func observation(of row: CSVRow, _ check: ContentCheck) throws(RowProblem) -> Observation {
        guard let day = row.withBytes(of: date, { Day(parsing: trimmed($0)) }) else {
            throw problem(.notADate, in: date, of: row)
        }
        let first = try number(in: self.first, of: row)
        guard let column = denominator else {
            if let fault = first.flatMap(check.fault(value:)) { throw problem(fault, of: row) }
            return Observation(day: day, first: first)
        }
        let denominator = try number(in: column, of: row)
        if let fault = check.fault(numerator: first, denominator: denominator) {
            throw problem(fault, of: row)
        }
        guard let first, let denominator else { return Observation(day: day) }
        return Observation(day: day, first: first, denominator: denominator)
    }

    /// Writes the name of a row's series: its parts joined by `|`.
    func appendName(of row: CSVRow, to name: inout [UInt8]) {
        for (place, column) in series.enumerated() {
            if place > 0 { name.append(namePartSeparator) }
            name.append(contentsOf: row[column])
        }
    }

    func problem(_ reason: RowProblem.Reason, in column: Int, of row: CSVRow) -> RowProblem {
        RowProblem(reason, line: row.line, column: header.names[column], text: row.text(column))
    }

    private func number(in column: Int, of row: CSVRow) throws(RowProblem) -> Double? {
        switch row.withBytes(of: column, { NumberField($0) }) {
        case .number(let number): return number
        case .missing: return nil
        case let fault: throw problem(.number(fault), in: column, of: row)
        }
    }

    private func problem(_ fault: ContentCheck.Fault, of row: CSVRow) -> RowProblem {
        switch fault {
        case .firstRange: problem(.outOfRange, in: first, of: row)
        case .negativeFirst: problem(.negative, in: first, of: row)
        case .notPositive: problem(.notPositive, in: first, of: row)
        case .aboveDenominator:
            problem(.numeratorAboveDenominator(row.text(denominator ?? first)), in: first, of: row)
        case .negativeDenominator: problem(.negative, in: denominator ?? first, of: row)
        case .denominatorRange: problem(.outOfRange, in: denominator ?? first, of: row)
        }
    }
}

let namePartSeparator = UInt8(ascii: "|")
