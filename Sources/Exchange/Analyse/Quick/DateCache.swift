import Statistics

/// Dates that were read before, by their ten bytes: series of one file mostly have the same ones.
struct DateCache {
    private struct Entry {
        /// The eight bytes from the third on, and the first two.
        var tail: UInt64
        var head: UInt16
        var day: Day

        /// 0001-01-01: an entry that nothing was put into yet must be right for the bytes that match it.
        static let first = Entry(tail: load("01-01-01"), head: load("00"), day: .first)

        private static func load<Word: BitwiseCopyable>(_ text: StaticString) -> Word {
            UnsafeRawPointer(text.utf8Start).loadUnaligned(as: Word.self)
        }
    }

    /// A power of two, enough for a day each of some years.
    private static let count = 1 << 10
    private var entries = [Entry](repeating: .first, count: count)

    /// The day that ten bytes name, all of them readable; nil where they name none.
    @inline(__always)
    mutating func day(at text: UnsafePointer<UInt8>) -> Day? {
        let bytes = UnsafeRawPointer(text)
        let head = bytes.loadUnaligned(as: UInt16.self)
        let tail = bytes.loadUnaligned(fromByteOffset: 2, as: UInt64.self)
        // Fibonacci hashing (Knuth, volume 3, 6.4): the high bits depend on all bytes.
        let hash = (tail ^ UInt64(head)) &* 0x9E37_79B9_7F4A_7C15
        let place = Int(truncatingIfNeeded: hash >> (64 - 10))
        if entries[place].tail == tail, entries[place].head == head { return entries[place].day }
        guard let day = Day(parsing: UnsafeBufferPointer(start: text, count: 10)) else { return nil }
        entries[place] = Entry(tail: tail, head: head, day: day)
        return day
    }
}
