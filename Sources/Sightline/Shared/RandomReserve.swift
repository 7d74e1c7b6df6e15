import Glibc
import Synchronization

/// Unpredictable bits of the system, fetched some at a time: a system call for each id would cost as much as its row.
enum RandomReserve {
    private static let reserve = Mutex<[UInt64]>([])

    /// 64 bits that nobody has had.
    static func next() -> UInt64 {
        reserve.withLock { words in
            if words.isEmpty { words = fetch() }
            return words.popLast() ?? .random(in: .min ... .max)
        }
    }

    /// As many as one call of `getentropy` may give; none where it fails.
    private static func fetch() -> [UInt64] {
        [UInt64](unsafeUninitializedCapacity: 32) { words, count in
            let isFilled = getentropy(words.baseAddress, 32 * MemoryLayout<UInt64>.size) == 0
            count = isFilled ? 32 : 0
        }
    }
}
