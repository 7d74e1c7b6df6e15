import Statistics

/// The way through a file that takes anything: rows in any order, line breaks inside quotes, bad rows.
///
/// All rows are in memory, and known to be good, before the first series is charted.
struct ThoroughReading {
    let file: InputFile
    let request: AnalyseRequest
    let pictures: PictureFolder?

    private let blockSize = 1 << 20

    /// Puts the report into `output`, which must be empty, and returns the bad rows that were skipped.
    func run(into output: OrderedOutput) async throws -> ProblemList {
        var problems = ProblemList()
        let (rows, order) = try gather(&problems)
        guard problems.count == 0 || request.skipsBadRows else { throw AnalyseFailure.badRows(problems) }
        guard !rows.isEmpty else { throw AnalyseFailure.noRows(skipped: problems) }
        try await report(rows, order, into: output)
        return problems
    }

    private func gather(_ problems: inout ProblemList) throws -> (GatheredRows, GatheredRows.Order) {
        var reader = try CSVReader(opening: file)
        let roles = try ColumnRoles(reader.header, request)
        let check = ContentCheck(request.chart)
        var rows = GatheredRows(hasDenominators: roles.denominator != nil)
        var name: [UInt8] = []
        while true {
            do {
                guard try reader.next() else { break }
                let observation = try roles.observation(of: reader.row, check)
                name.removeAll(keepingCapacity: true)
                roles.appendName(of: reader.row, to: &name)
                rows.append(observation, name: name, line: reader.row.line)
            } catch let error as CSVError {
                if case .unreadable(let error) = error.reason { throw AnalyseFailure.io(error) }
                problems.append(RowProblem(error, header: reader.header))
            } catch let problem as RowProblem {
                problems.append(problem)
            }
        }
        let order = rows.sorted()
        if !SeriesAnalyst(request).takesSubgroups {
            noteRepeats(rows.repeats(in: order), of: roles, in: &problems)
        }
        return (rows, order)
    }

    private func noteRepeats(
        _ repeats: [(line: Int, firstLine: Int)],
        of roles: ColumnRoles,
        in problems: inout ProblemList
    ) {
        let told = repeats.map(\.line).sorted().prefix(ProblemList.limit)
        let texts = CSVReader.texts(in: FileSource(file), column: roles.date, lines: Set(told))
        for (line, firstLine) in repeats {
            problems.append(
                RowProblem(
                    .repeatedPeriod(firstLine: firstLine),
                    line: line,
                    column: roles.header.names[roles.date],
                    text: texts[line] ?? ""
                )
            )
        }
    }

    private func report(
        _ gathered: GatheredRows,
        _ order: GatheredRows.Order,
        into output: OrderedOutput
    ) async throws {
        let analyst = SeriesAnalyst(request)
        var rows = SeriesRows()
        var writer = ReportWriter(request.report)
        var reached = [Bool](repeating: false, count: request.phaseStarts.count)
        for place in 0..<order.count {
            let name = gathered.load(
                place,
                of: order,
                skipsRepeats: !analyst.takesSubgroups,
                into: &rows
            )
            let text = String(decoding: name, as: UTF8.self)
            do {
                let (days, analysis) = try analyst.analyse(rows, reached: &reached)
                writer.append(name: text, days: days, analysis)
                try pictures?.write(name: text, days: days, analysis)
            } catch let error as ChartError {
                throw AnalyseFailure.unusable(error, series: text)
            }
            if writer.count >= blockSize {
                try await output.append(OrderedOutput.Block(text: writer.take(), reached: reached))
            }
        }
        try await output.append(OrderedOutput.Block(text: writer.take(), reached: reached))
    }
}

extension CSVReader where Source == FileSource {
    /// Reads the header of a file that is to be analysed.
    init(opening file: InputFile) throws(AnalyseFailure) {
        do {
            try self.init(FileSource(file))
        } catch {
            if case .unreadable(let error) = error.reason { throw .io(error) }
            var problems = ProblemList()
            problems.append(RowProblem(error, header: CSVHeader([])))
            throw .badRows(problems)
        }
    }
}
