/// A stretch of a file in memory that moves along the file, with one buffer for all of it.
struct ChunkWindow {
    private let file: InputFile
    private var buffer: [UInt8] = []
    /// Where the stretch starts in the file.
    private(set) var start = 0
    /// The number of bytes of the file in the buffer.
    private(set) var count = 0

    init(_ file: InputFile) { self.file = file }

    var end: Int { start + count }
    /// Whether the file ends where the stretch does.
    private(set) var isLast = false

    /// Holds what stands in a range of the file, as far as it goes.
    mutating func load(_ range: Range<Int>) throws(IOError) {
        start = range.lowerBound
        count = 0
        try fill(room: range.count)
    }

    /// Drops what stands before a place in the file and reads on behind the end.
    mutating func advance(to place: Int, reading more: Int) throws(IOError) {
        let kept = end - place
        buffer.withUnsafeMutableBufferPointer { buffer in
            for index in 0..<kept { buffer[index] = buffer[place - start + index] }
        }
        start = place
        count = kept
        try fill(room: more)
    }

    private mutating func fill(room: Int) throws(IOError) {
        let room = min(room, file.size - end)
        let needed = count + room + Self.padding
        if buffer.count < needed {
            buffer.append(contentsOf: repeatElement(0, count: needed - buffer.count))
        }
        let (file, start, count) = (file, start, count)
        let got = try buffer.withUnsafeMutableBufferPointer { buffer throws(IOError) in
            let rest = UnsafeMutableBufferPointer(rebasing: buffer[count..<count + room])
            return try file.read(into: UnsafeMutableRawBufferPointer(rest), at: start + count)
        }
        self.count += got
        // A file that has got shorter meanwhile ends where it ends now.
        isLast = got < room || end == file.size
        buffer[self.count] = newline
    }

    /// Hands the stretch out, to be scanned for the sake of `state`; it must have been loaded.
    func scan<State, Value>(
        _ state: inout State,
        _ body: (ScannedBytes, inout State) throws -> Value
    ) rethrows -> Value {
        try buffer.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else {
                preconditionFailure("a window is loaded before it is read")
            }
            return try body(ScannedBytes(base: base, end: count, isLast: isLast), &state)
        }
    }

    /// The line feed and what may be read behind it (see ``ScannedBytes``).
    private static let padding = 32
}
