extension CSVReader {
    /// What a column says in the rows that start on some lines.
    ///
    /// For messages about rows that were read long before, whose texts nobody kept; the source must be the one that
    /// they were read from, at its start.
    static func texts(in source: Source, column: Int, lines: Set<Int>) -> [Int: String] {
        var texts: [Int: String] = [:]
        guard !lines.isEmpty, var reader = try? CSVReader(source) else { return texts }
        while texts.count < lines.count {
            do {
                guard try reader.next() else { break }
            } catch {
                if case .unreadable = error.reason { break }
                continue
            }
            if lines.contains(reader.row.line) { texts[reader.row.line] = reader.row.text(column) }
        }
        return texts
    }
}
