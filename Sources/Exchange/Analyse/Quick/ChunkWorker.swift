/// Turns chunks of a file into blocks of the report, one after another.
struct ChunkWorker {
    /// Where the row behind the header starts.
    private let firstRow: Int
    private var window: ChunkWindow
    private var assembler: SeriesAssembler

    /// How much is read of what stands before and behind a chunk, at first.
    private let margin: Int

    init(_ file: InputFile, _ request: AnalyseRequest, _ roles: ColumnRoles, firstRow: Int) {
        self.firstRow = firstRow
        margin = min(1 << 13, max(request.chunkSize, 1))
        window = ChunkWindow(file)
        assembler = SeriesAssembler(request, roles)
    }

    /// What comes of the series that start in a chunk.
    ///
    /// - Throws: ``Obstacle``, and what the file throws.
    mutating func block(of chunk: Range<Int>) throws -> OrderedOutput.Block {
        guard var position = try begin(chunk) else { return OrderedOutput.Block() }
        while true {
            let start = window.start
            var place = position - start
            let isDone = try window.scan(&assembler) { bytes, assembler in
                try assembler.take(bytes, from: &place, chunkEnd: chunk.upperBound - start)
            }
            if isDone { return try assembler.finish() }
            position = start + place
            // A row that doesn't fit needs more than is there already.
            try window.advance(to: position, reading: max(margin, window.end - position))
        }
    }

    /// Loads a chunk and returns where its first row starts; nil where none does.
    private mutating func begin(_ chunk: Range<Int>) throws -> Int? {
        if chunk.lowerBound == firstRow {
            try window.load(firstRow..<chunk.upperBound + margin)
            assembler.begin()
            return firstRow
        }
        var reach = margin
        while true {
            let start = max(firstRow, chunk.lowerBound - reach)
            try window.load(start..<chunk.upperBound + margin)
            let rows = window.scan(&assembler) { bytes, _ in
                bytes.firstRow(in: chunk.lowerBound - start..<chunk.upperBound - start).map { first in
                    (first: first, before: bytes.startOfRow(before: first))
                }
            }
            guard let rows else { return nil }
            // What looks like the row before may be the end of a longer one.
            if let before = rows.before, before > 0 || start == firstRow {
                try window.scan(&assembler) { bytes, assembler in
                    try assembler.begin(after: before, in: bytes)
                }
                return start + rows.first
            }
            if start == firstRow {
                assembler.begin()
                return start + rows.first
            }
            reach *= 2
        }
    }
}
