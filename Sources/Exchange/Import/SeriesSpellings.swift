import Glibc

/// The series that rows name, by the bytes that name them, so that each spelling is looked up once.
struct SeriesSpellings {
    private let columns: [Int]
    private var indices: [[UInt8]: Int] = [:]
    /// The fields of the row that was looked up last: rows of a series mostly follow one another.
    private var last: [[UInt8]] = []
    private var lastIndex: Int?

    /// - Parameter columns: those that together name a series.
    init(_ columns: [Int] = []) { self.columns = columns }

    /// What ``insert(_:_:)`` was given for a row of this spelling; nil where it hasn't been.
    mutating func index(of row: CSVRow) -> Int? {
        if let lastIndex, isLast(row) { return lastIndex }
        guard let index = indices[spelling(of: row)] else { return nil }
        remember(index, row)
        return index
    }

    mutating func insert(_ index: Int, _ row: CSVRow) {
        indices[spelling(of: row)] = index
        remember(index, row)
    }

    private func isLast(_ row: CSVRow) -> Bool {
        for (place, column) in columns.enumerated() {
            guard row.withBytes(of: column, { isSame($0, last[place]) }) else { return false }
        }
        return true
    }

    private func isSame(_ field: UnsafeBufferPointer<UInt8>, _ other: [UInt8]) -> Bool {
        guard field.count == other.count else { return false }
        guard let start = field.baseAddress, !other.isEmpty else { return true }
        return other.withUnsafeBytes { $0.baseAddress.map { memcmp(start, $0, field.count) == 0 } ?? true }
    }

    private mutating func remember(_ index: Int, _ row: CSVRow) {
        last = columns.map { Array(row[$0]) }
        lastIndex = index
    }

    private func spelling(of row: CSVRow) -> [UInt8] {
        // No text in UTF-8 holds this byte.
        Array(columns.map { row[$0] }.joined(separator: [0xFF]))
    }
}
