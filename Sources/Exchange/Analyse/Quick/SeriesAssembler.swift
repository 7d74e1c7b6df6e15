import Statistics

/// Makes a block of the report from the rows of a chunk.
///
/// A chunk owns the series whose first row starts in it: rows that go on with the series of the row before
/// the chunk are left out, and the last series is read to its end, past that of the chunk.
struct SeriesAssembler {
    private let takesDenominators: Bool
    private let analyst: SeriesAnalyst
    private let phaseStartCount: Int

    private var scanner: RowScanner
    private var writer: ReportWriter
    private var rows = SeriesRows()
    /// The series of the last row.
    private var name: [UInt8]?
    /// Whether that series is the chunk's own.
    private var isOwn = false
    private var block = OrderedOutput.Block()

    init(_ request: AnalyseRequest, _ roles: ColumnRoles) {
        takesDenominators = roles.denominator != nil
        phaseStartCount = request.phaseStarts.count
        analyst = SeriesAnalyst(request)
        scanner = RowScanner(roles, ContentCheck(request.chart))
        writer = ReportWriter(request.report)
    }

    /// Starts a chunk.
    mutating func begin() {
        name = nil
        isOwn = true
        rows.removeAll()
        block = OrderedOutput.Block(reached: [Bool](repeating: false, count: phaseStartCount))
    }

    /// Starts a chunk that the row at `position` stands before.
    mutating func begin(after position: Int, in bytes: ScannedBytes) throws {
        begin()
        isOwn = false
        do {
            _ = try scanner.scan(bytes, from: position)
            name = try scanner.takeName(bytes, from: position)
        } catch {
            throw Obstacle()
        }
    }

    /// Takes rows from `position` on, as many as there are; true when the chunk is done.
    ///
    /// - Parameter end: where the chunk ends, which may be behind the end of the bytes.
    /// - Throws: ``Obstacle``.
    mutating func take(_ bytes: ScannedBytes, from position: inout Int, chunkEnd: Int) throws -> Bool {
        while position < bytes.end {
            if isOwn, name != nil, let next = scanner.scanNext(bytes, from: position) {
                rows.append(scanner.day, value: scanner.first)
                position = next
                continue
            }
            if let next = bytes.endOfEmptyLine(position) {
                position = next
                continue
            }
            let next: Int
            do {
                next = try scanner.scan(bytes, from: position)
                if name == nil || !scanner.hasSameName {
                    let name = try scanner.takeName(bytes, from: position)
                    if name != self.name {
                        if position >= chunkEnd { return true }
                        try endSeries()
                        self.name = name
                        isOwn = true
                    }
                }
            } catch ScanStop.incomplete where !bytes.isLast {
                return false
            } catch {
                throw Obstacle()
            }
            if isOwn {
                append()
            } else if position >= chunkEnd {
                return true
            }
            position = next
        }
        return bytes.isLast
    }

    /// Ends the chunk and hands over what came of it.
    mutating func finish() throws -> OrderedOutput.Block {
        try endSeries()
        block.text = writer.take()
        return block
    }

    @inline(__always)
    private mutating func append() {
        if takesDenominators {
            rows.append(scanner.day, numerator: scanner.first, denominator: scanner.denominator ?? 0)
        } else {
            rows.append(scanner.day, value: scanner.first)
        }
    }

    private mutating func endSeries() throws {
        guard isOwn, let name else { return }
        rows.sort()
        guard rows.isAscending || analyst.takesSubgroups else { throw Obstacle() }
        if let last = block.names?.last, !last.lexicographicallyPrecedes(name) { throw Obstacle() }
        block.names = (block.names?.first ?? name, name)
        do {
            let (days, analysis) = try analyst.analyse(rows, reached: &block.reached)
            writer.append(name: String(decoding: name, as: UTF8.self), days: days, analysis)
        } catch {
            throw Obstacle()
        }
        rows.removeAll()
    }
}
