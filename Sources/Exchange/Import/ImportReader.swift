import Sightline
import Statistics

/// Reads a long file of observations: one row a period of a series.
///
/// Columns by name, whatever their case and order: `measure`, `unit`, `date`, and either `value` or `numerator` with
/// `denominator`; `group` where a measure is split. Every bad row is reported; the others are read all the same.
package struct ImportReader {
    private let directory: ImportDirectory
    private let request: ImportRequest
    private var names: ImportNames
    private var reading = ImportReading()
    private var columns = ImportColumns()
    private var spellings = SeriesSpellings()
    private var drafts: [SeriesDraft] = []
    private var indices: [Series.Key: Int] = [:]
    private var dateForms: [DateForm] = [.monthName]

    package init(_ directory: ImportDirectory, _ request: ImportRequest) {
        self.directory = directory
        self.request = request
        names = ImportNames(directory, request)
    }

    /// Reads a whole file, whose fields may be parted by semicolons or tabs too, and whose dates may be written
    /// in any ``DateForm``.
    package mutating func read(_ file: [UInt8]) -> ImportReading {
        let separator = Separator(ofHeaderIn: file)
        reading.separator = separator
        let commas = separator.withCommas(file)
        if hasByte(DateForm.slash, in: commas), readsSlashes(in: commas) { dateForms.append(.dayMonthYear) }
        return read(MemorySource(commas))
    }

    /// Whether every date with a slash in it is a day, a month and a year, in this order.
    private func readsSlashes(in file: [UInt8]) -> Bool {
        guard var reader = try? CSVReader(MemorySource(file)) else { return false }
        let columns = ImportColumns(reader.header, request)
        guard columns.problems.isEmpty else { return false }
        while true {
            do {
                guard try reader.next() else { return true }
                let isSound = reader.row.withBytes(of: columns.date) { field in
                    let text = trimmed(field)
                    return !text.contains(DateForm.slash) || DateForm.dayMonthYear.day(text) != nil
                }
                guard isSound else { return false }
            } catch {
                if case .unreadable = error.reason { return false }
            }
        }
    }

    /// Reads a whole file.
    package mutating func read(_ source: some ByteSource) -> ImportReading {
        do {
            var reader = try CSVReader(source, bufferSize: 1 << 20)
            columns = ImportColumns(reader.header, request)
            for problem in columns.problems { reading.note(problem) }
            guard columns.problems.isEmpty else { return reading }
            spellings = SeriesSpellings([columns.measure, columns.unit, columns.group].compactMap(\.self))
            try readRows(&reader)
            if reading.rows == 0 { reading.note(ImportProblem(.noRows, line: 1)) }
        } catch {
            reading.note(ImportProblem(.row(.form(error.reason)), line: error.line, text: error.text))
        }
        finish(source)
        return reading
    }

    /// - Throws: what ends the reading of the whole file.
    private mutating func readRows(_ reader: inout CSVReader<some ByteSource>) throws(CSVError) {
        while true {
            do {
                guard try reader.next() else { return }
            } catch {
                if case .unreadable = error.reason { throw error }
                reading.rows += 1
                let names = reader.header.names
                let column = error.field.flatMap { names.indices.contains($0) ? names[$0] : nil }
                reading.note(
                    ImportProblem(
                        .row(.form(error.reason)),
                        line: error.line,
                        column: column,
                        text: error.text
                    )
                )
                continue
            }
            reading.rows += 1
            do {
                try read(reader.row)
            } catch {
                // What is wrong with the header is told once.
                if error.line == 1 { reading.noteMore(error) } else { reading.note(error) }
            }
        }
    }

    // MARK: - One row

    private mutating func read(_ row: CSVRow) throws(ImportProblem) {
        let index = try draft(of: row)
        guard let date = row.withBytes(of: columns.date, { Day(parsing: trimmed($0)) }) ?? day(of: row) else {
            let isSlashed = row[columns.date].contains(DateForm.slash)
            throw columns.problem(isSlashed ? .slashedDate : .row(.notADate), row, columns.date)
        }
        let rules = drafts[index].rules
        let observation = try observation(by: rules, on: rules.period.start(of: date), row)
        drafts[index].append(observation, line: row.line)
    }

    /// A date that isn't written as ISO 8601 wants it.
    private mutating func day(of row: CSVRow) -> Day? {
        for form in dateForms {
            guard let day = row.withBytes(of: columns.date, { form.day(trimmed($0)) }) else { continue }
            if reading.dateForms[form] == nil { reading.dateForms[form] = row.text(columns.date) }
            return day
        }
        return nil
    }

    private mutating func draft(of row: CSVRow) throws(ImportProblem) -> Int {
        if let known = spellings.index(of: row) { return known }
        for column in [columns.measure, columns.unit, columns.group].compactMap(\.self) {
            if row[column].contains(0) { throw columns.problem(.nul, row, column) }
        }
        let measure = try measure(of: row)
        let unit = try names.unit(of: row, columns, &reading)
        guard directory.mayRecord(measure, in: unit) else {
            throw ImportProblem(
                .measureElsewhere,
                line: row.line,
                column: columns.measure == nil ? nil : request.columns.measure,
                text: measure.title
            )
        }
        let key = Series.Key(
            measure: measure.id,
            version: measure.definition.version,
            unit: unit,
            group: columns.group.map { FormulaGuard.removed(from: row.text($0)) } ?? ""
        )
        let index = indices[key] ?? drafts.count
        if index == drafts.count {
            drafts.append(SeriesDraft(key: key, rules: ObservationRules(measure)))
            indices[key] = index
        }
        spellings.insert(index, row)
        return index
    }

    /// The measure that a row names; where none can be told, what is wrong with its unit is noted as well.
    private mutating func measure(of row: CSVRow) throws(ImportProblem) -> Measure {
        do throws(ImportProblem) {
            let measure = try names.measure(of: row, columns, &reading)
            guard measure.retirement == nil else {
                throw ImportProblem(
                    .measureRetired,
                    line: row.line,
                    column: columns.measure == nil ? nil : request.columns.measure,
                    text: measure.title
                )
            }
            return measure
        } catch {
            do throws(ImportProblem) {
                _ = try names.unit(of: row, columns, &reading)
            } catch let another {
                reading.note(error)
                throw another
            }
            throw error
        }
    }

    private func observation(
        by rules: ObservationRules,
        on day: Day,
        _ row: CSVRow
    ) throws(ImportProblem) -> Sightline.Observation {
        let column = try columns.number(hasDenominator: rules.hasDenominator)
        var observation = Sightline.Observation(day: day, numerator: try number(row, column))
        if rules.hasDenominator, let denominator = columns.denominator {
            observation.denominator = try number(row, denominator)
        } else if let denominator = columns.denominator,
            observation.numerator == nil || column == columns.numerator
        {
            // A row with a value is for a measure without a denominator, whatever stands in columns for others.
            observation.denominator = try number(row, denominator)
        }
        if let column = columns.flags, !row.isEmpty(column) {
            guard let flags = FlagWords.flags(row.text(column)) else {
                throw columns.problem(.unknownFlag, row, column)
            }
            observation.flags = flags
        }
        switch rules.problem(with: observation) {
        case nil: break
        // A numerator without its denominator is no value.
        case .denominatorMissing: observation.numerator = nil
        case let fault?:
            let culprit = fault.isOfDenominator ? columns.denominator ?? column : column
            throw columns.problem(.observation(fault), row, culprit)
        }
        return observation
    }

    private func number(_ row: CSVRow, _ column: Int) throws(ImportProblem) -> Double? {
        let field = row.withBytes(of: column) { NumberField($0) }
        switch field {
        case .number(let value): return value
        case .missing: return nil
        case .notFinite, .tooLarge, .notANumber: throw columns.problem(.row(.number(field)), row, column)
        }
    }

    // MARK: - The whole

    private mutating func finish<Source: ByteSource>(_ source: Source) {
        var repeats: [(line: Int, firstLine: Int)] = []
        for index in drafts.indices { repeats += drafts[index].repeatedPeriods() }
        repeats.sort { $0.line < $1.line }
        let told = repeats.prefix(ImportReading.problemsKept).map(\.line)
        let texts = CSVReader.texts(in: source, column: columns.date, lines: Set(told))
        for (line, firstLine) in repeats {
            reading.note(
                ImportProblem(
                    .repeatedPeriod(firstLine: firstLine),
                    line: line,
                    column: columns.names[columns.date],
                    text: texts[line] ?? ""
                )
            )
        }
        reading.proposals = drafts.compactMap(\.proposal)
    }
}

extension CSVRow {
    fileprivate func isEmpty(_ column: Int) -> Bool { withBytes(of: column) { $0.isEmpty } }
}
