/// Bytes that are read once, from first to last.
package protocol ByteSource {
    /// Fills `buffer` from its start and returns how many bytes it got; 0 at the end.
    mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(IOError) -> Int
}
