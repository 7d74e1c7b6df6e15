import DemoFiles

extension DemoFile {
    /// A copy of the file's bytes.
    var contents: [UInt8] { Array(UnsafeBufferPointer(start: bytes, count: count)) }
}
