/// Which column of a file holds what.
struct ImportColumns {
    var names: [String] = []
    var measure: Int?
    var unit: Int?
    var group: Int?
    var flags: Int?
    var date = 0
    var value: Int?
    var numerator: Int?
    var denominator: Int?
    /// Why the file can't be read at all.
    var problems: [ImportProblem] = []

    init() {}

    init(_ header: CSVHeader, _ request: ImportRequest) {
        names = header.names
        let wanted = request.columns
        measure = request.measure == nil ? find(wanted.measure, header) : nil
        unit = request.unit == nil ? find(wanted.unit, header) : nil
        group = find(wanted.group, header)
        flags = find(wanted.flags, header)
        value = find(wanted.value, header)
        numerator = find(wanted.numerator, header)
        denominator = find(wanted.denominator, header)
        if request.measure == nil, measure == nil { miss(wanted.measure) }
        if request.unit == nil, unit == nil { miss(wanted.unit) }
        if let found = find(wanted.date, header) ?? find("period", header) {
            date = found
        } else {
            miss(wanted.date)
        }
        if value == nil, numerator == nil { miss(wanted.value, wanted.numerator) }
    }

    /// The column of a measure's numerator or plain value.
    ///
    /// - Throws: a problem of the first row, where the column isn't named.
    func number(hasDenominator: Bool) throws(ImportProblem) -> Int {
        if hasDenominator {
            guard let numerator else { throw missing("numerator") }
            guard denominator != nil else { throw missing("denominator") }
            return numerator
        }
        guard let column = value ?? numerator else { throw missing("value") }
        return column
    }

    private func missing(_ name: String) -> ImportProblem {
        ImportProblem(.columnMissing(expected: [name]), line: 1)
    }

    /// What is wrong with a row, in one of its columns.
    func problem(_ reason: ImportProblem.Reason, _ row: CSVRow, _ column: Int) -> ImportProblem {
        ImportProblem(reason, line: row.line, column: names[column], text: row.text(column))
    }

    private mutating func find(_ name: String, _ header: CSVHeader) -> Int? {
        let found = header.columns(named: name)
        if found.count > 1 {
            problems.append(ImportProblem(.columnRepeated, line: 1, column: name, text: name))
        }
        return found.first
    }

    private mutating func miss(_ names: String...) {
        problems.append(ImportProblem(.columnMissing(expected: names), line: 1))
    }
}
